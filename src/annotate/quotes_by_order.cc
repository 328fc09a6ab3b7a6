#include "annotate/quotes_by_order.h"

#include <algorithm>

#include "annotate/quotes_extent.h"

namespace dateline {
namespace {

bool starts_phrase(const Token& t) {
  return (is_nominal(t.upos) || t.upos == Upos::DET || t.upos == Upos::ADJ) && !is_relative(t.xpos);
}

}  // namespace

std::optional<IndexRange> object_by_order(const QuoteContext& text, uint32_t from, IndexRange sentence) {
  uint32_t to = from;
  const uint32_t limit = sentence_end(text, sentence);
  while (to < limit && text.token(to).upos != Upos::PUNCT && text.token(to).upos != Upos::AUX &&
         (to == from || (text.token(to).upos != Upos::CCONJ && text.token(to).upos != Upos::SCONJ)))
    ++to;
  return to > from ? std::optional<IndexRange>({from, to}) : std::nullopt;
}

std::optional<IndexRange> hearer_by_order(const QuoteContext& text, uint32_t from, IndexRange sentence) {
  constexpr uint32_t kLongest = 15;  // tokens of who is called on
  const uint32_t limit = sentence_end(text, sentence);
  for (uint32_t t = from; t + 1 < limit && t - from < kLongest; ++t) {
    const Token& token = text.token(t);
    if (t > from && text.is(t, kTo) && token.upos != Upos::ADP) return IndexRange{from, limit};
    const bool phrase = is_nominal(token.upos) || token.upos == Upos::DET || token.upos == Upos::ADJ ||
                        token.upos == Upos::CCONJ || token.upos == Upos::ADP || text.is(t, kQuoteMark);
    if (!phrase) break;
  }
  return std::nullopt;
}

std::optional<IndexRange> clause_by_order(const QuoteContext& text, const Reported& cue, uint32_t from,
                                          IndexRange sentence) {
  constexpr uint32_t kLongestSubject = 15;  // tokens
  const uint32_t limit = sentence_end(text, sentence);
  const bool finite = is_finite(text.token(cue.token).xpos) || text.tree.finite(cue.token) != kNone;
  if (!finite || cue.speaker.empty() || from + 2 >= limit || text.is(from, kCalendar | kTimeWord) ||
      !starts_phrase(text.token(from)))
    return std::nullopt;
  for (uint32_t t = from + 1; t < std::min(limit, from + kLongestSubject); ++t) {
    const Token& token = text.token(t);
    if (is_finite(token.xpos) || token.upos == Upos::AUX) {
      const Cue* next = text.cue_at(t);  // "who relayed the exchange |said|"
      return next && (next->takes & kTakesQuote) ? std::nullopt : std::optional<IndexRange>({from, limit});
    }
    const bool stops = token.upos == Upos::CCONJ || token.upos == Upos::SCONJ || token.upos == Upos::PUNCT;
    if (stops || is_relative(token.xpos) || text.is(t, kPronoun)) break;
  }
  return std::nullopt;
}

std::optional<IndexRange> next_by_order(const QuoteContext& text, Reported& cue, uint32_t from, IndexRange sentence) {
  if (from + 1 >= sentence.end || text.quoted(from) || text.is(from, kCalendar | kTimeWord)) return std::nullopt;
  const Token& next = text.token(from);
  const bool behind = next.head > static_cast<int32_t>(from) && sentence.contains(static_cast<uint32_t>(next.head));
  const uint32_t end = behind ? text.tree.subtree(static_cast<uint32_t>(next.head)).end : from;
  if ((next.upos == Upos::ADP || next.upos == Upos::SCONJ) && cue.cue->asks_for(text.lower(from).view())) {
    if (!behind || text.is(from + 1, kCalendar | kTimeWord)) return std::nullopt;
    const Token& head = text.token(static_cast<uint32_t>(next.head));
    const bool told = is_nominal(head.upos) || head.xpos == Xpos::VBG || text.is(from + 1, kInterrogative);
    if (!told) return std::nullopt;  // "stories you care about |delivered|"
    cue.cue_span.end = next.span.end;
    return IndexRange{from + 1, end};
  }
  if ((cue.cue->takes & kTakesTo) && text.is(from, kTo) && next.upos != Upos::ADP && behind)
    return IndexRange{from, end};
  const Token& verb = text.token(cue.token);
  const Upos before = cue.token == 0 ? Upos::X : text.token(cue.token - 1).upos;
  if (verb.xpos == Xpos::VBG && (before == Upos::ADP || before == Upos::SCONJ)) return std::nullopt;
  const bool adjective = verb.deprel == Deprel::amod && verb.xpos == Xpos::VBN;  // "271 |pledged| delegates"
  if (!(cue.cue->takes & kTakesObject) || !starts_phrase(next) || adjective) return std::nullopt;
  uint32_t root = from;
  while (text.token(root).head > static_cast<int32_t>(cue.token)) root = static_cast<uint32_t>(text.token(root).head);
  if (!is_nominal(text.token(root).upos)) return std::nullopt;
  return IndexRange{from, text.tree.subtree(root).end};
}

}  // namespace dateline
