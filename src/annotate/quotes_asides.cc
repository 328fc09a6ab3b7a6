#include "annotate/quotes_asides.h"

#include <algorithm>

#include "annotate/quotes_phrases.h"
#include "annotate/quotes_sources.h"

namespace dateline {
namespace {

// A quotation may begin in an earlier sentence, with words of its own before it.
IndexRange told_around(const QuoteContext& text, uint32_t sentence) {
  IndexRange range = text.doc.sentences[sentence].tokens;
  while (sentence > 0 && !range.empty() && text.quoted(range.begin)) {
    const IndexRange before = text.doc.sentences[sentence - 1].tokens;
    if (before.empty() || text.stretch_of(before.end - 1) != text.stretch_of(range.begin)) break;
    range.begin = before.begin;
    --sentence;
  }
  return range;
}

// Where what stands before ", X said" begins: a quotation that is a sentence of its own leaves out what precedes it.
uint32_t told_from(const QuoteContext& text, uint32_t begin, uint32_t clause) {
  uint32_t last = clause;
  while (last > begin && !text.quoted(last - 1) && text.token(last - 1).upos == Upos::PUNCT) --last;
  if (last == begin || !text.quoted(last - 1)) return begin;
  uint32_t first = last - 1;
  while (first > begin && text.stretch_of(first - 1) == text.stretch_of(last - 1)) --first;
  uint32_t before = first;
  while (before > begin && text.is(before - 1, kQuoteMark)) --before;
  return before > begin && text.is(before - 1, kSentenceEnd | kColon) ? first : begin;
}

// What can be told: a quotation or words with a verb, not "At the news conference" or "According to the paper".
bool is_clause(const QuoteContext& text, Span piece) {
  const IndexRange words = text.doc.tokens_in(piece);
  const Cue* first = words.empty() ? nullptr : text.cue_at(words.begin);
  if (first && (first->takes & kTakesSource)) return false;
  for (uint32_t t = words.begin; t < words.end; ++t) {
    if (text.quoted(t) || text.token(t).upos == Upos::VERB || text.token(t).upos == Upos::AUX) return true;
  }
  return false;
}

// The noun that a source is about: before its first preposition, comma or relative clause.
uint32_t source_head(const QuoteContext& text, IndexRange source) {
  uint32_t head = source.begin;
  for (uint32_t t = source.begin; t < source.end; ++t) {
    const Token& token = text.token(t);
    if (t > source.begin &&
        (token.upos == Upos::ADP || text.is(t, kComma) || token.xpos == Xpos::WP || token.xpos == Xpos::WDT ||
         (token.upos == Upos::VERB && is_nominal(text.token(head).upos))))
      break;
    if (is_nominal(token.upos)) head = t;
  }
  return head;
}

// Whom "according to" names: up to the next comma, and past it what the tree or the sentence's end makes part of it.
IndexRange named_source(const QuoteContext& text, IndexRange sentence, uint32_t from) {
  uint32_t end = from;
  auto stops = [&](uint32_t t) {
    return text.quoted(t) || text.is(t, kComma | kDash | kColon | kSentenceEnd | kQuoteMark);
  };
  while (end < sentence.end && (!stops(end) || (text.word(end) == "." && end + 1 < sentence.end))) ++end;
  if (end == from) return {from, from};
  const uint32_t head = source_head(text, {from, end});
  const IndexRange under = text.tree.subtree(head);
  // Behind a dateline it leads, too.
  const bool leads = std::none_of(text.doc.tokens.begin() + sentence.begin, text.doc.tokens.begin() + from - 2,
                                  [](const Token& t) { return t.upos == Upos::VERB || t.upos == Upos::AUX; });
  if (end < sentence.end && text.is(end, kComma) && under.end > end + 1) {
    // Before what is told only an apposition that a comma closes; after it all that hangs on the source.
    const bool closed = under.end < sentence.end && text.is(under.end, kComma);
    // "according to the ministry, but …" goes on with what the reporter says.
    const bool turns = text.token(end + 1).upos == Upos::CCONJ || text.is(end + 1, kConcession);
    if (!turns && (!leads || closed)) end = under.end;
  }
  for (uint32_t t = from; t < end; ++t) {
    if (text.quoted(t)) end = t;
  }
  return text.trimmed({from, end});
}

// Whether ", he said," only goes on with what another cue before it tells: "Smith said A, he said, B".
bool resumes(const QuoteContext& text, const Reported& out, IndexRange before, uint32_t end, uint32_t limit) {
  if (!text.is(static_cast<uint32_t>(out.speaker_head), kPersonPronoun) || end + 1 >= limit ||
      !text.is(end, kComma | kDash))
    return false;
  for (uint32_t t = before.begin + 1; t + 1 < before.end; ++t) {
    if (text.quoted(t) || !is_finite(text.token(t).xpos)) continue;
    const Cue* cue = text.cue_at(t);
    if (!cue || !(cue->takes & kTakesQuote) || !(cue->takes & kTakesThat)) continue;
    const uint32_t begin = text.token_past(text.cue_span_at(*cue, t).begin);
    const IndexRange subject = subject_before(text, before.begin, begin);
    if (!subject.empty() && (subject.begin == before.begin || text.is(subject.begin - 1, kComma))) return true;
  }
  return false;
}

// "|Asked whether he would resign|, Smith said, “Never.”": tells when he said what follows.
bool leads_to_quotation(const QuoteContext& text, IndexRange before, uint32_t next, uint32_t end) {
  while (next < end && text.is(next, kQuoteMark)) ++next;
  const Token& first = text.token(before.begin);
  const bool leads = first.upos == Upos::ADP || first.upos == Upos::SCONJ || first.xpos == Xpos::VBG ||
                     first.xpos == Xpos::VBN || first.deprel == Deprel::advcl || text.is(before.begin, kWhen);
  return leads && next < end && text.quoted(next) && !text.quoted(before.begin) && !text.quoted(before.end - 1);
}

}  // namespace

// ", X said" and ", X said, ": the rest of the sentence is what is told.
bool aside(const QuoteContext& text, Reported& out) {
  if (!(out.cue->takes & (kTakesQuote | kTakesThat)) || out.speaker_head == kNone) return false;
  if (is_relative(text.token(static_cast<uint32_t>(out.speaker_head)).xpos))
    return false;  // "Wyoming, which holds a vote, …"
  // "The letter, |seen by the paper|, reads …"
  if (text.token(out.token).xpos == Xpos::VBN && text.tree.finite(out.token) == kNone && is_passive(text, out.token))
    return false;
  // "On Monday, Clinton |held a rally|, …": what has an object is no aside.
  const int32_t object = text.tree.child(out.token, Deprel::obj);
  if (object > static_cast<int32_t>(out.token) && !(out.cue->takes & kTakesHearer) &&
      !text.quoted(static_cast<uint32_t>(object)) && text.token(static_cast<uint32_t>(object)).upos != Upos::PRON)
    return false;
  const IndexRange sentence = text.doc.sentences[out.sentence].tokens;
  IndexRange speaker = text.doc.tokens_in(out.speaker);
  const IndexRange cue = text.doc.tokens_in(out.cue_span);
  if (speaker.empty() || cue.empty() || !sentence.contains(speaker.begin)) return false;
  IndexRange clause{std::min(speaker.begin, cue.begin), std::max(speaker.end, cue.end)};
  // "…|, as police have said|", "|As experts have said|, …"
  const bool as = clause.begin > sentence.begin && text.is(clause.begin - 1, kAs);
  if (as) --clause.begin;
  if (as && clause.begin == sentence.begin && clause.end + 1 < sentence.end && text.is(clause.end, kComma)) {
    out.pieces.clear();
    add_piece(text, out, {clause.end + 1, sentence.end});
    out.aside = !out.pieces.empty();
    return out.aside;
  }
  if (clause.begin < sentence.begin + (as ? 4 : 2)) return false;
  for (uint32_t t = sentence.begin; as && t < clause.begin; ++t) {
    const Cue* other = text.quoted(t) ? nullptr : text.cue_at(t);
    if (other && (other->takes & kTakesQuote)) return false;  // what somebody else says, as X said before
  }
  if (!text.is(clause.begin - 1, kComma | kDash | kQuoteMark)) return false;
  // Nothing but the clause's own adverbs and places up to the next comma or the end.
  uint32_t end = clause.end;
  while (end < sentence.end && !text.is(end, kComma | kDash | kColon) && !text.is(end, kSentenceEnd) &&
         !text.quoted(end)) {
    const Token& t = text.token(end);
    if (t.deprel == Deprel::ccomp ||
        (t.upos == Upos::VERB && t.head == static_cast<int32_t>(out.token) && t.deprel != Deprel::advcl))
      return false;
    if (t.upos == Upos::SCONJ && text.is(end, kThat)) return false;
    ++end;
  }
  if (end < sentence.end && text.word(end) == ":") return false;  // announces what follows
  if (resumes(text, out, {sentence.begin, clause.begin}, end, sentence.end)) return false;
  const bool at_end = end >= sentence.end || text.is(end, kSentenceEnd);
  out.pieces.clear();
  const IndexRange around = told_around(text, out.sentence);
  const IndexRange before{told_from(text, around.begin, clause.begin), clause.begin};
  add_piece(text, out, before);
  if (out.pieces.empty()) return false;
  if (!at_end && text.is(end, kComma | kDash | kColon)) {
    // What follows a participle ("…, she said, adding that") is not part of it.
    const uint32_t next = end + 1;
    const uint32_t verb =
        next + (next < sentence.end && text.is(next, kWhen | kConcession) ? 1 : 0);  // "before adding"
    const bool participle = verb < sentence.end && text.token(verb).xpos == Xpos::VBG;
    const bool relative = next < sentence.end && is_relative(text.token(next).xpos);
    const bool clause_follows = std::any_of(text.doc.tokens.begin() + next, text.doc.tokens.begin() + sentence.end,
                                            [](const Token& t) { return t.upos == Upos::VERB || t.upos == Upos::AUX; });
    if (!participle && !relative && (clause_follows || text.is(end, kComma))) {
      if (leads_to_quotation(text, before, next, sentence.end)) out.pieces.clear();
      add_piece(text, out, {next, sentence.end});
    }
  }
  if (std::none_of(out.pieces.begin(), out.pieces.end(), [&](Span piece) { return is_clause(text, piece); })) {
    out.pieces.clear();
    return false;
  }
  out.aside = true;
  return true;
}

// "According to X, …" and "…, according to X": the speaker follows the cue, the rest of the sentence is told.
bool by_source(const QuoteContext& text, Reported& out) {
  const IndexRange sentence = text.doc.sentences[out.sentence].tokens;
  const uint32_t from = out.token + 2;
  if (from >= sentence.end) return false;
  out.cue_span = {text.token(out.token).span.begin, text.token(out.token + 1).span.end};
  const IndexRange source = named_source(text, sentence, from);
  if (source.empty()) return false;
  out.speaker_head = static_cast<int32_t>(source_head(text, source));
  out.speaker = text.span_of(source);
  const IndexRange around = told_around(text, out.sentence);
  add_piece(text, out, {around.begin, out.token});
  const bool turns = source.end + 1 < sentence.end && !out.pieces.empty() &&
                     (text.token(source.end + 1).upos == Upos::CCONJ || text.is(source.end + 1, kConcession));
  if (source.end < sentence.end && !turns && (out.pieces.empty() || text.is(source.end, kComma)))
    add_piece(text, out, {source.end, sentence.end});
  out.aside = true;
  return !out.pieces.empty();
}

}  // namespace dateline
