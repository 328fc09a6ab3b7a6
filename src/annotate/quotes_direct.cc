#include "annotate/quotes_direct.h"

#include "annotate/quotes_words.h"
#include "base/strings.h"

namespace dateline {
namespace {

constexpr uint32_t kReach = 40;  // tokens between a quotation and its cue, at most: a long apposition

bool not_a_verb(const Token& token) {
  return token.upos != Upos::X && token.upos != Upos::VERB && token.upos != Upos::AUX;
}

Span span_of(const Document& doc, uint32_t first, uint32_t last) {
  return {doc.tokens[first].span.begin, doc.tokens[last - 1].span.end};
}

// Words that no name of a speaker begins with, where it stands between a quotation and its verb.
bool cannot_begin_speaker(std::string_view lower) {
  return is_preposition(lower) || is_auxiliary(lower) || lower == "and" || lower == "but" || lower == "or" ||
         lower == "which" || lower == "that" || lower == "who" || lower == "where";
}

// The end of a noun phrase that begins at `from`: before the first word that leads on to something else.
uint32_t phrase_end(const Document& doc, uint32_t from, uint32_t limit) {
  for (uint32_t i = from; i < limit; ++i) {
    const std::string_view word = doc.words(doc.tokens[i]);
    if (is_comma(word) || is_dash(word) || ends_sentence(word) || word == ";" || word == ":" || word == ")" ||
        is_quote_mark(word)) {
      // "Mr.", "Sen." where the stop is its own token
      if (word == "." && i > from && i + 1 < limit && doc.tokens[i].span.begin == doc.tokens[i - 1].span.end &&
          doc.tokens[i - 1].span.size() <= 4 && is_upper(doc.words(doc.tokens[i + 1]).front())) {
        continue;
      }
      return i;
    }
    const LowerWord lower(word);
    const std::string_view w = lower.view();
    if (i > from && ((is_preposition(w) && w != "of" && w != "for" && w != "at" && w != "with") ||
                     is_weekday_or_month(word) || w == "last" || w == "this" || w == "who" || w == "earlier" ||
                     w == "yesterday" || w == "adding" || is_auxiliary(w))) {
      return i;
    }
    if (i == from && is_personal_pronoun(w)) return i + 1;
  }
  return limit;
}

}  // namespace

const Cue* cue_at(const Document& doc, const CueTable& cues, uint32_t token) {
  const Token& t = doc.tokens[token];
  if (t.span.size() < 3 || not_a_verb(t)) {
    if (t.span.size() != 9) return nullptr;  // "according" may be tagged as anything
  }
  const LowerWord lower(doc, token);
  const auto* found = cues.find(lower.view());
  if (!found) return nullptr;
  for (const Cue* cue : *found) {
    if (cue->takes & kTakesSource) {
      if (token + 1 < doc.tokens.size() && LowerWord(doc, token + 1).view() == cue->second) return cue;
      continue;
    }
    if (not_a_verb(t)) continue;
    if (cue->second.empty()) return cue;
    for (uint32_t i = token + 1; i < doc.tokens.size() && i <= token + 2; ++i) {
      const LowerWord next(doc, i);
      if (next.view() == cue->second) return cue;
      if (!is_adverb(next.view())) break;
    }
  }
  return nullptr;
}

Span cue_span_at(const Document& doc, const Cue& cue, uint32_t token) {
  uint32_t first = token, last = token + 1;
  while (first > 0) {
    const LowerWord before(doc, first - 1);
    if (!is_auxiliary(before.view()) && !is_adverb(before.view())) break;
    if (doc.tokens[first - 1].span.end + 1 < doc.tokens[first].span.begin) break;  // a line's end
    --first;
  }
  if (!cue.second.empty()) {
    while (last < doc.tokens.size() && last <= token + 2 && LowerWord(doc, last).view() != cue.second) ++last;
    ++last;
  }
  return span_of(doc, first, std::min<uint32_t>(last, static_cast<uint32_t>(doc.tokens.size())));
}

std::optional<Attribution> attribution_after(const Document& doc, const CueTable& cues, const QuotedStretch& stretch,
                                             uint32_t token, uint32_t limit) {
  if (token >= limit) return std::nullopt;
  const char last = doc.text[stretch.inner.end - 1];
  uint32_t from = token;
  bool parted = last == ',' || last == '?' || last == '!' || last == '-' || doc.words(stretch.inner).ends_with("—") ||
                doc.words(stretch.inner).ends_with("…");
  while (from < limit && (is_comma(doc.words(doc.tokens[from])) || is_dash(doc.words(doc.tokens[from])))) {
    parted = true;
    ++from;
  }
  const uint32_t reach = std::min(limit, from + kReach);
  if (from >= reach) return std::nullopt;
  auto is_inverted = [&](uint32_t i) {
    const Cue* cue = cue_at(doc, cues, i);
    return cue && (cue->takes & (kTakesQuote | kTakesSource));
  };
  uint32_t verb = from;
  while (verb < reach && is_adverb(LowerWord(doc, verb).view())) ++verb;
  if (verb < reach && is_inverted(verb)) {
    const Cue* cue = cue_at(doc, cues, verb);
    Attribution out{cue, verb, cue_span_at(doc, *cue, verb), {}};
    uint32_t begin = verb + 1;
    while (!cue->second.empty() && begin < reach && LowerWord(doc, begin - 1).view() != cue->second) ++begin;
    const uint32_t end = phrase_end(doc, begin, reach);
    if (end > begin) out.speaker = span_of(doc, begin, end);
    return out;
  }
  if (!parted || cannot_begin_speaker(LowerWord(doc, from).view())) return std::nullopt;
  for (verb = from + 1; verb < reach; ++verb) {
    const std::string_view word = doc.words(doc.tokens[verb]);
    if (ends_sentence(word) && !is_upper(doc.words(doc.tokens[verb - 1]).front())) return std::nullopt;
    const Cue* cue = cue_at(doc, cues, verb);
    if (!cue || !(cue->takes & kTakesQuote)) continue;
    Attribution out{cue, verb, cue_span_at(doc, *cue, verb), {}};
    uint32_t end = verb;
    while (end > from &&
           (doc.tokens[end - 1].span.begin >= out.cue_span.begin || is_comma(doc.words(doc.tokens[end - 1]))))
      --end;
    if (end == from) return std::nullopt;
    out.speaker = span_of(doc, from, end);
    return out;
  }
  return std::nullopt;
}

std::optional<Attribution> attribution_before(const Document& doc, const CueTable& cues, uint32_t token,
                                              uint32_t limit) {
  uint32_t at = token;
  bool colon = false;
  while (at > limit) {
    const LowerWord lower(doc, at - 1);
    if (lower.view() == ":") colon = true;
    if (lower.view() != ":" && !is_comma(lower.view()) && lower.view() != "that" && !is_dash(lower.view())) break;
    --at;
  }
  // Between the cue and the mark: only the hearer, a place or a time ("told reporters on Monday: “"), so a few words.
  for (uint32_t verb = at; verb > limit && at - verb < (colon ? kReach : 12u); --verb) {
    const uint32_t i = verb - 1;
    const std::string_view word = doc.words(doc.tokens[i]);
    if (ends_sentence(word)) return std::nullopt;
    const Cue* cue = cue_at(doc, cues, i);
    if (!cue || !(cue->takes & (kTakesQuote | kTakesThat)) || (cue->takes & kTakesSource)) continue;
    Attribution out{cue, i, cue_span_at(doc, *cue, i), {}};
    uint32_t end = i;
    while (end > limit &&
           (doc.tokens[end - 1].span.begin >= out.cue_span.begin || is_comma(doc.words(doc.tokens[end - 1]))))
      --end;
    uint32_t begin = end;
    while (begin > limit) {
      const LowerWord before(doc, begin - 1);
      const std::string_view w = before.view();
      if (is_comma(w) || is_dash(w) || ends_sentence(w) || w == ";" || w == ":" || w == "and" || w == "but" ||
          is_quote_mark(w) || w == "that" || w == "while" || w == "as" || w == "when") {
        break;
      }
      --begin;
    }
    if (end > begin) out.speaker = span_of(doc, begin, end);
    return out;
  }
  return std::nullopt;
}

}  // namespace dateline
