#include "annotate/quotes_shapes.h"

#include <algorithm>

#include "annotate/quotes_phrases.h"
#include "base/strings.h"

namespace dateline {

Span led_up_to(const QuoteContext& text, const Told& told, const QuotedStretch& q) {
  if (told.cue_token == UINT32_MAX || told.cue_span.end > q.outer.begin || !told.pieces.empty()) return q.inner;
  const uint32_t open = text.token_from(q.outer.begin);
  uint32_t from = text.token_from(told.cue_span.end);
  if (from >= open || open - from > 30) return q.inner;
  const std::string_view before = text.word(open - 1);
  if (text.is(open - 1, kComma | kDash) || before == ":") return q.inner;
  for (uint32_t t = from; t < open; ++t) {
    if (text.is(t, kSentenceEnd) || text.word(t) == ":") return q.inner;
  }
  const Cue* cue = text.cue_at(told.cue_token);
  const bool hearer = cue && (cue->takes & kTakesHearer);
  const uint32_t begin = clause_after(text, from, open, hearer);
  if (begin < open)
    from = begin;
  else if (hearer || (cue && (cue->takes & kTakesQuote) && text.token(from).upos == Upos::ADP))
    return q.inner;
  return {text.token(from).span.begin, q.outer.end};
}

int32_t leading_person(const QuoteContext& text, IndexRange words) {
  const std::vector<Mention>& all = text.doc.mentions;
  const auto from =
      std::partition_point(all.begin(), all.end(), [&](const Mention& m) { return m.tokens.begin < words.begin; });
  for (auto at = from; at != all.end() && at->tokens.begin == words.begin; ++at) {
    const Mention& m = *at;
    if (m.form != MentionForm::name || m.type != EntityType::person) continue;
    if (m.tokens.end < words.end && text.is(m.tokens.end, kComma)) return static_cast<int32_t>(m.tokens.begin);
  }
  return kNone;
}

bool is_title(const QuoteContext& text, const QuotedStretch& q) {
  const IndexRange words = text.doc.tokens_in(q.inner);
  const uint32_t open = text.token_from(q.outer.begin);
  if (words.size() > 7 || open == 0) return false;
  const Token& before = text.token(open - 1);
  if (before.upos != Upos::ADP && before.upos != Upos::PART && before.upos != Upos::PROPN) return false;
  for (uint32_t t = words.begin; t < words.end; ++t) {
    const bool small = text.token(t).upos == Upos::ADP || text.token(t).upos == Upos::DET ||
                       text.token(t).upos == Upos::CCONJ || text.token(t).upos == Upos::PUNCT;
    if (!small && is_lower(text.word(t).front())) return false;
  }
  return true;
}

void set_speaker(const QuoteContext& text, Told& told, Span words) {
  const IndexRange range = text.doc.tokens_in(words);
  told.speaker = words;
  told.speaker_head = kNone;
  if (range.empty()) return;
  uint32_t head = range.end;
  if (const int32_t person = leading_person(text, range); person != kNone) {
    told.speaker_head = person;
    return;
  }
  for (uint32_t t = range.begin; t < range.end && head == range.end; ++t) {
    const Deprel r = text.token(t).deprel;
    if (is_nominal(text.token(t).upos) && (r == Deprel::nsubj || r == Deprel::nsubj_pass)) head = t;
  }
  for (uint32_t t = range.begin; t < range.end && head == range.end; ++t) {
    const Token& token = text.token(t);
    if (!is_nominal(token.upos) || token.deprel == Deprel::compound || token.deprel == Deprel::nmod_poss) continue;
    if (t > range.begin && text.token(t - 1).upos == Upos::ADP) continue;
    head = t;
  }
  if (head == range.end) {
    if (text.token(range.begin).upos != Upos::X) told.speaker = {};
    return;
  }
  told.speaker_head = static_cast<int32_t>(head);
  // Right of the cue appositions belong to it; left of it only what word order gave.
  IndexRange under = text.tree.subtree(head);
  const bool inverted = told.cue_token != UINT32_MAX && range.begin > told.cue_token;
  under.begin = std::max(under.begin, range.begin);
  under.end = inverted ? std::max(under.end, range.end) : std::min(under.end, range.end);
  for (uint32_t t = head; t < under.end; ++t) {
    if (text.quoted(t)) under.end = t;
  }
  while (!under.empty() && (text.token(under.end - 1).upos == Upos::PUNCT)) --under.end;
  while (!under.empty() && (text.token(under.begin).upos == Upos::PUNCT)) ++under.begin;
  if (!under.empty()) told.speaker = text.tree.text_of(under);
}

Span with_manner(const QuoteContext& text, const Told& told) {
  if (told.cue_span.empty()) return told.cue_span;
  const uint32_t next = text.token_past(told.cue_span.end - 1) + 1;
  if (next + 3 >= text.size() || text.quoted(next) || text.token(next).span.begin < told.cue_span.end ||
      std::any_of(
          told.pieces.begin(), told.pieces.end(), [&](Span piece) { return piece.contains(text.token(next).span); }))
    return told.cue_span;
  if (text.token(next).upos == Upos::ADV && text.is(next, kAdverb) && text.lower(next).view().ends_with("ly"))
    return {told.cue_span.begin, text.token(next).span.end};
  if (!text.is(next, kWith) || !text.is(next + 1, kArticle)) return told.cue_span;
  const uint32_t last = next + (text.token(next + 2).upos == Upos::NOUN ? 2 : 3);
  const bool closes = last + 1 >= text.size() || text.is(last + 1, kComma | kSentenceEnd) || text.ends_line(last);
  return text.token(last).upos == Upos::NOUN && closes ? Span{told.cue_span.begin, text.token(last).span.end}
                                                       : told.cue_span;
}

Span with_occasion(const QuoteContext& text, const Told& told) {
  if (told.cue_span.empty()) return told.cue_span;
  const uint32_t in = text.token_past(told.cue_span.end - 1) + 1;
  if (in + 2 >= text.size() || !text.is(in, kInside) || text.quoted(in)) return told.cue_span;
  const Token& article = text.token(in + 1);
  if ((article.upos != Upos::DET && article.upos != Upos::PRON) || text.is(in + 1, kDefinite)) return told.cue_span;
  for (uint32_t t = in + 2; t < std::min(text.size(), in + 5); ++t) {
    if (text.is(t, kPaper) || text.is(t, kOccasion)) return {told.cue_span.begin, text.token(t).span.end};
    const Upos upos = text.token(t).upos;
    if (upos != Upos::ADJ && upos != Upos::NOUN && upos != Upos::PROPN) break;
  }
  return told.cue_span;
}

}  // namespace dateline
