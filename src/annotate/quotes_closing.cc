#include "annotate/quotes_closing.h"

#include <algorithm>

#include "annotate/quotes_extent.h"
#include "annotate/quotes_phrases.h"

namespace dateline {
namespace {

constexpr uint32_t kLongestSource = 16;  // tokens of who is named before the verb
constexpr uint32_t kShortestTold = 3;    // tokens

// A verb of telling in a finite form, whatever its tag.
const Cue* telling_verb(const QuoteContext& text, uint32_t t) {
  const LowerWord lower = text.lower(t);
  if (lower.view().ends_with("ing")) return nullptr;
  const auto* found = text.lexicon.verbs.find(lower.view());
  if (!found) return nullptr;
  for (const Cue* cue : *found) {
    const bool tells = (cue->takes & kTakesThat) && (cue->takes & (kTakesQuote | kTakesFinding));
    if (tells && cue->second.empty() && lower.view() != cue->base) return cue;
  }
  return nullptr;
}

bool stops(const QuoteContext& text, uint32_t t) {
  return text.quoted(t) || text.is(t, kComma | kDash | kColon | kSentenceEnd | kQuoteMark);
}

// Whether these tokens can be a noun phrase that names who speaks; a headline needs no article.
bool names_source(const QuoteContext& text, IndexRange words, bool headline) {
  if (words.empty() || words.size() > kLongestSource) return false;
  const Token& first = text.token(words.begin);
  const bool starts = first.upos == Upos::DET || first.upos == Upos::ADJ || is_nominal(first.upos);
  const uint32_t last = words.end - 1;
  if (!starts || !(is_nominal(text.token(last).upos) || text.is(last, kNamed))) return false;
  bool known = headline || first.upos == Upos::DET;
  for (uint32_t t = words.begin; t < words.end; ++t) {
    const Token& token = text.token(t);
    if (is_finite(token.xpos) || is_relative(token.xpos) || token.upos == Upos::AUX || token.upos == Upos::SCONJ)
      return false;
    known |= token.upos == Upos::PROPN || text.is(t, kNamed | kHeadlineSource);
  }
  return known;
}

// What stands before the comma: words with a verb, or a headline's.
bool can_be_told(const QuoteContext& text, IndexRange before) {
  if (before.size() < kShortestTold || text.quoted(before.end - 1) || text.is(before.end - 1, kQuoteMark)) return false;
  uint32_t capital = 0;
  for (uint32_t t = before.begin; t < before.end; ++t) {
    if (text.token(t).upos == Upos::VERB || text.token(t).upos == Upos::AUX) return true;
    capital += text.token(t).upos == Upos::PROPN;
  }
  return capital * 2 > before.size();
}

// "statements, photos|, the police reports": the words before the comma are an item of a list.
bool lists(const QuoteContext& text, uint32_t from, uint32_t comma) {
  for (uint32_t t = comma; t > from; --t) {
    const Token& before = text.token(t - 1);
    if (before.upos == Upos::VERB || before.upos == Upos::AUX || before.upos == Upos::ADP) return false;
    if (text.is(t - 1, kComma)) return true;
  }
  return false;
}

}  // namespace

std::optional<Reported> read_closing(const QuoteContext& text, uint32_t sentence, uint32_t t) {
  const IndexRange tokens = text.doc.sentences[sentence].tokens;
  const uint32_t limit = sentence_end(text, tokens);
  if (t <= tokens.begin + kShortestTold || t >= limit) return std::nullopt;
  const bool inverted = text.is(t - 1, kComma);
  if (!inverted && t + 1 < limit) return std::nullopt;
  const Cue* cue = telling_verb(text, t);
  if (!cue) return std::nullopt;
  const bool headline =
      sentence == 0 || text.doc.section_of(text.doc.sentences[sentence]).kind == SectionKind::headline;
  IndexRange source{t + 1, limit};
  uint32_t comma = t - 1;
  if (inverted) {
    if (text.token(t).upos != Upos::VERB || source.empty()) return std::nullopt;
    uint32_t end = source.begin;
    while (end < limit && !stops(text, end) && !is_relative(text.token(end).xpos)) ++end;
    if (!names_source(text, {source.begin, end}, headline)) return std::nullopt;
  } else {
    while (comma > tokens.begin && !stops(text, comma)) --comma;
    if (comma == tokens.begin || !text.is(comma, kComma) || text.quoted(comma)) return std::nullopt;
    source = {comma + 1, t};
    if (!names_source(text, source, headline) || lists(text, tokens.begin, comma)) return std::nullopt;
  }
  if (!can_be_told(text, {tokens.begin, comma})) return std::nullopt;
  Reported out;
  out.cue = cue;
  out.token = t;
  out.sentence = sentence;
  out.cue_span = text.token(t).span;
  out.speaker = text.span_of(text.trimmed(source));
  uint32_t head = source.begin;
  for (uint32_t i = source.begin; i < source.end && !(i > head && (text.token(i).upos == Upos::ADP || stops(text, i)));
       ++i) {
    if (is_nominal(text.token(i).upos)) head = i;
  }
  out.speaker_head = static_cast<int32_t>(head);
  out.aside = true;
  add_piece(text, out, {tokens.begin, comma});
  return out.pieces.empty() ? std::nullopt : std::optional<Reported>(out);
}

}  // namespace dateline
