#include "annotate/quotes_labels.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

constexpr uint32_t kLongestName = 12;   // tokens of a signature
constexpr uint32_t kLongestLabel = 5;   // tokens before a transcript's colon
constexpr uint32_t kLongestSource = 8;  // … and before a headline's

bool in_capitals(std::string_view word) {
  return std::none_of(word.begin(), word.end(), is_lower) && std::any_of(word.begin(), word.end(), is_upper);
}

bool begins_paragraph(const QuoteContext& text, uint32_t sentence) {
  const IndexRange tokens = text.doc.sentences[sentence].tokens;
  if (tokens.empty()) return false;
  const uint32_t begin = text.token(tokens.begin).span.begin;
  return text.line_of({begin, begin}).begin == begin;
}

Told labelled(const QuoteContext& text, IndexRange speaker, uint32_t head, uint32_t cue, IndexRange content) {
  Told out;
  out.speaker = text.span_of(speaker);
  out.speaker_head = static_cast<int32_t>(head);
  out.cue_token = cue;
  out.cue_span = text.token(cue).span;
  out.act = "states";
  content = text.trimmed(content);
  if (!content.empty()) out.pieces.push_back(text.span_of(content));
  return out;
}

// Most long words of a headline in title case begin with a capital.
bool in_title_case(const QuoteContext& text, IndexRange tokens) {
  uint32_t capital = 0, all = 0;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::string_view word = text.word(t);
    if (word.size() < 4 || !(is_upper(word.front()) || is_lower(word.front()))) continue;
    ++all;
    capital += is_upper(word.front());
  }
  return all >= 3 && capital * 10 >= all * 8;
}

// "Sanders |Vows| To …": a verb that the tagger took for a part of the name before it.
const Cue* title_cue(const QuoteContext& text, uint32_t t) {
  const LowerWord lower = text.lower(t);
  if (!lower.view().ends_with('s') || lower.view().size() < 4) return nullptr;
  const auto* found = text.lexicon.verbs.find(lower.view());
  if (!found) return nullptr;
  for (const Cue* cue : *found) {
    if (cue->takes & kTakesSource) continue;
    if (cue->second.empty() || (t + 1 < text.size() && text.lower(t + 1) == cue->second)) return cue;
  }
  return nullptr;
}

// Whether what follows the verb is what its frame takes: "Vows |To|", "Says |Clinton|".
bool fits(const QuoteContext& text, const Cue& cue, uint32_t next) {
  const LowerWord lower = text.lower(next);
  if (text.is(next, kTo)) return (cue.takes & kTakesTo) != 0;
  if (text.is(next, kPreposition) && !text.is(next, kThat)) return cue.asks_for(lower.view());
  return (cue.takes & (kTakesThat | kTakesObject | kTakesNamed | kTakesObjectTo)) != 0;
}

bool has_verb(const QuoteContext& text, IndexRange words) {
  for (uint32_t t = words.begin; t < words.end; ++t) {
    if (text.quoted(t) || text.token(t).upos == Upos::VERB || text.token(t).upos == Upos::AUX) return true;
  }
  return false;
}

// Whether the report names somebody elsewhere by this word: a headline's "Sanders:" is no name to a tagger.
bool named_elsewhere(const QuoteContext& text, uint32_t t) {
  const std::string_view word = text.word(t);
  return word.size() >= 3 && is_upper(word.front()) && text.named_behind(t, word);
}

bool is_headline(const QuoteContext& text, uint32_t sentence) {
  const IndexRange all = text.doc.sentences[sentence].tokens;
  const bool headline = text.doc.section_of(text.doc.sentences[sentence]).kind == SectionKind::headline;
  return (headline || sentence <= 1) && all.size() >= 5 && begins_paragraph(text, sentence);
}

}  // namespace

std::optional<Told> signed_by(const QuoteContext& text, const QuotedStretch& q) {
  const uint32_t dash = text.token_from(q.outer.end);
  if (dash + 1 >= text.size() || !text.is(dash, kDash)) return std::nullopt;
  const uint32_t end_byte = text.line_of(text.token(dash).span).end;
  const std::string_view between =
      std::string_view(text.doc.text).substr(q.outer.end, text.token(dash).span.begin - q.outer.end);
  if (std::count(between.begin(), between.end(), '\n') > 1) return std::nullopt;
  IndexRange name{dash + 1, text.token_from(end_byte)};
  if (name.empty() || name.size() > kLongestName || !is_upper(text.word(name.begin).front())) return std::nullopt;
  uint32_t comma = name.begin;
  while (comma < name.end && !text.is(comma, kComma)) ++comma;
  for (uint32_t t = name.begin; t < comma; ++t) {
    if (text.token(t).upos == Upos::VERB || text.token(t).upos == Upos::AUX || text.quoted(t)) return std::nullopt;
  }
  name = text.trimmed(name);
  if (name.empty()) return std::nullopt;
  return labelled(text, name, std::min(comma, name.end) - 1, dash, {});
}

std::optional<Told> read_turn(const QuoteContext& text, uint32_t sentence) {
  if (!begins_paragraph(text, sentence)) return std::nullopt;
  const IndexRange tokens = text.doc.sentences[sentence].tokens;
  uint32_t from = tokens.begin;
  if (text.is(from, kQuoteMark)) ++from;
  uint32_t colon = from;
  bool long_enough = false;
  while (colon < tokens.end && colon - from < kLongestLabel && in_capitals(text.word(colon))) {
    long_enough |= text.word(colon).size() >= 3;
    ++colon;
  }
  // "Lopez: Well, …": a name that stands elsewhere, too, before what has a verb
  constexpr uint32_t kShortestTurn = 6;  // tokens
  if (colon == from && from + 2 + kShortestTurn <= tokens.end && text.word(from + 1) == ":" && has_verb(text, tokens) &&
      (text.is(from, kNamed) || named_elsewhere(text, from))) {
    colon = from + 1;
    long_enough = true;
  }
  if (colon == from || !long_enough || colon + 2 >= text.size() || text.word(colon) != ":" ||
      text.is(from, kHeadlineLabel) || text.ends_line(colon))
    return std::nullopt;
  const uint32_t end = text.token_from(text.line_of(text.token(colon).span).end);
  return labelled(text, {from, colon}, colon - 1, colon, {colon + 1, end});
}

std::optional<Told> read_headline_label(const QuoteContext& text, uint32_t sentence) {
  if (!is_headline(text, sentence)) return std::nullopt;
  const IndexRange all = text.doc.sentences[sentence].tokens;
  for (uint32_t t = all.begin + 1; t + 2 < all.end && t - all.begin <= kLongestSource; ++t) {
    if (text.is(t, kComma | kQuoteMark) || text.quoted(t)) break;
    if (text.word(t) != ":") continue;
    if (text.lexicon.verbs.find(text.lower(all.begin).view())) break;  // "Said Ellis: …"
    const bool named = text.is(t - 1, kNamed | kHeadlineSource) || named_elsewhere(text, t - 1);
    if (!named || text.is(all.begin, kHeadlineLabel)) break;
    // "Kenya: the long road to Haiti" names a topic; a poll needs no verb.
    if (!text.is(t - 1, kHeadlineSource) && !has_verb(text, {t + 1, all.end})) break;
    return labelled(text, {all.begin, t}, t - 1, t, {t + 1, all.end});
  }
  return std::nullopt;
}

std::optional<Told> read_headline(const QuoteContext& text, uint32_t sentence) {
  const IndexRange all = text.doc.sentences[sentence].tokens;
  if (!is_headline(text, sentence) || !in_title_case(text, all)) return std::nullopt;
  for (uint32_t t = all.begin + 1; t + 2 < all.end && t - all.begin <= kLongestSource; ++t) {
    if (text.is(t, kComma | kQuoteMark) || text.quoted(t) || text.word(t) == ":") break;
    const Cue* cue = title_cue(text, t);
    if (!cue) continue;
    const uint32_t next = t + (cue->second.empty() ? 1 : 2);
    if (next + 1 >= all.end || !is_nominal(text.token(t - 1).upos) || !fits(text, *cue, next)) continue;
    const bool asks = cue->asks_for(text.lower(next).view());
    Told out = labelled(text, {all.begin, t}, t - 1, t, {asks ? next + 1 : next, all.end});
    out.cue_span = text.span_of({t, asks ? next + 1 : next});
    out.act = cue->act;
    return out;
  }
  return std::nullopt;
}

}  // namespace dateline
