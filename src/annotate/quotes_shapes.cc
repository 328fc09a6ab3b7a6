#include "annotate/quotes_shapes.h"

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

}  // namespace dateline
