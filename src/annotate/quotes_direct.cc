#include "annotate/quotes_direct.h"

#include "annotate/quotes_phrases.h"
#include "base/strings.h"

namespace dateline {
namespace {

constexpr uint32_t kReach = 40;  // tokens between a quotation and its cue, at most: a long apposition

constexpr uint64_t kMarks = kComma | kDash | kSentenceEnd | kColon | kQuoteMark;

// Words that no name of a speaker begins with, where it stands between a quotation and its verb.
bool cannot_begin_speaker(const QuoteContext& text, uint32_t t) {
  if (text.is(t, kPreposition | kAuxiliary) || text.token(t).upos == Upos::CCONJ) return true;
  const Token& token = text.token(t);
  return is_relative(token.xpos) || token.xpos == Xpos::WRB || text.is(t, kThat);
}

// The end of a noun phrase that begins at `from`: before the first word that leads on to something else.
uint32_t phrase_end(const QuoteContext& text, uint32_t from, uint32_t limit) {
  for (uint32_t i = from; i < limit; ++i) {
    const std::string_view word = text.word(i);
    if (text.is(i, kMarks) || word == ")") {
      // "Mr.", "Sen." where the stop is its own token
      if (word == "." && i > from && i + 1 < limit && text.token(i).span.begin == text.token(i - 1).span.end &&
          text.token(i - 1).span.size() <= 4 && is_upper(text.word(i + 1).front())) {
        continue;
      }
      return i;
    }
    if (i > from && ((text.is(i, kPreposition) && !text.is(i, kJoins)) ||
                     text.is(i, kCalendar | kTimeWord | kAuxiliary) || text.token(i).xpos == Xpos::WP ||
                     (text.token(i).xpos == Xpos::VBG && text.cue_at(i)) || text.is(i, kBeyondName))) {
      return i;
    }
    if (i == from && text.is(i, kPronoun)) return i + 1;
  }
  return limit;
}

}  // namespace

std::optional<Attribution> quoted_as_saying(const QuoteContext& text, uint32_t verb, uint32_t limit) {
  constexpr uint32_t kName = 10;  // tokens
  for (uint32_t as = verb + 2; as + 1 < limit && as < verb + kName; ++as) {
    if (text.is(as - 1, kMarks)) return std::nullopt;
    const Cue* cue = text.cue_at(as + 1);
    if (!text.is(as, kAs) || !cue || text.token(as + 1).xpos != Xpos::VBG || !(cue->takes & kTakesThat)) continue;
    const Span saying = text.cue_span_at(*cue, as + 1);
    return Attribution{cue, as + 1, {text.token(as).span.begin, saying.end}, text.span_of({verb + 1, as})};
  }
  return std::nullopt;
}

std::optional<Attribution> attribution_after(const QuoteContext& text, const QuotedStretch& stretch, uint32_t token,
                                             uint32_t limit) {
  if (token >= limit) return std::nullopt;
  const char last = text.doc.text[stretch.inner.end - 1];
  uint32_t from = token;
  bool parted = last == ',' || last == '?' || last == '!' || last == '-' ||
                text.doc.words(stretch.inner).ends_with("—") || text.doc.words(stretch.inner).ends_with("…");
  while (from < limit && (text.is(from, kComma | kDash))) {
    parted = true;
    ++from;
  }
  const uint32_t reach = std::min(limit, from + kReach);
  if (from >= reach) return std::nullopt;
  auto is_inverted = [&](uint32_t i) {
    const Cue* cue = text.cue_at(i);
    return cue && (cue->takes & (kTakesQuote | kTakesSource));
  };
  uint32_t verb = from;
  while (verb < reach && text.is(verb, kAdverb)) ++verb;
  if (verb < reach && is_inverted(verb)) {
    const Cue* cue = text.cue_at(verb);
    Attribution out{cue, verb, text.cue_span_at(*cue, verb), {}};
    uint32_t begin = verb + 1;
    while (!cue->second.empty() && begin < reach && text.lower(begin - 1).view() != cue->second) ++begin;
    const uint32_t end = phrase_end(text, begin, reach);
    if (end > begin) out.speaker = text.span_of({begin, end});
    if (end == begin && !parted) return std::nullopt;  // the “war on drugs” went on
    return out;
  }
  if (!parted || cannot_begin_speaker(text, from)) return std::nullopt;
  for (verb = from + 1; verb < reach; ++verb) {
    if (text.is(verb, kSentenceEnd) && !is_upper(text.word(verb - 1).front())) return std::nullopt;
    const Cue* cue = text.cue_at(verb);
    if (!cue || !(cue->takes & kTakesQuote)) continue;
    if (auto passed_on = quoted_as_saying(text, verb, reach)) return passed_on;
    Attribution out{cue, verb, text.cue_span_at(*cue, verb), {}};
    uint32_t end = verb;
    while (end > from && (text.token(end - 1).span.begin >= out.cue_span.begin || text.is(end - 1, kComma))) --end;
    if (end == from) return std::nullopt;
    out.speaker = text.span_of({from, end});
    return out;
  }
  return std::nullopt;
}

std::optional<Attribution> attribution_before(const QuoteContext& text, uint32_t token, uint32_t limit) {
  uint32_t at = token;
  bool colon = false;
  while (at > limit) {
    const bool announces = text.word(at - 1) == ":";
    colon |= announces;
    if (!announces && !text.is(at - 1, kComma | kDash | kThat)) break;
    --at;
  }
  // Between the cue and the mark: only the hearer, a place or a time ("told reporters on Monday: “"), so a few words.
  for (uint32_t verb = at; verb > limit && at - verb < (colon ? kReach : 12u); --verb) {
    const uint32_t i = verb - 1;
    if (text.is(i, kSentenceEnd)) return std::nullopt;
    const Cue* cue = text.cue_at(i);
    if (!cue || !(cue->takes & (kTakesQuote | kTakesThat)) || (cue->takes & kTakesSource)) continue;
    Attribution out{cue, i, text.cue_span_at(*cue, i), {}};
    uint32_t end = i;
    while (end > limit && (text.token(end - 1).span.begin >= out.cue_span.begin || text.is(end - 1, kComma))) --end;
    uint32_t begin = end;
    while (begin > limit) {
      if (text.is(begin - 1, kMarks | kClauseStart) || text.token(begin - 1).upos == Upos::CCONJ) break;
      --begin;
    }
    if (end < i && text.is(end, kComma)) {  // "The letter, seen by the paper, |reads|: “…”"
      const IndexRange past_aside = subject_before(text, limit, end + 1);
      if (!past_aside.empty()) begin = past_aside.begin, end = past_aside.end;
    }
    if (end > begin) out.speaker = text.span_of({begin, end});
    return out;
  }
  return std::nullopt;
}

}  // namespace dateline
