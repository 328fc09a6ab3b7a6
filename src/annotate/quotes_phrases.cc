#include "annotate/quotes_phrases.h"

#include <algorithm>

#include "annotate/quotes_words.h"
#include "base/strings.h"
#include "text/tree.h"

namespace dateline {
namespace {

constexpr uint32_t kLongestAside = 30;   // tokens of an apposition
constexpr uint32_t kLongestHearer = 12;  // tokens between a cue and its "that"

bool is_relative(const Token& t) { return t.xpos == Xpos::WDT || t.xpos == Xpos::WP; }

bool is_finite(const Token& t) {
  return t.xpos == Xpos::VBD || t.xpos == Xpos::VBZ || t.xpos == Xpos::VBP || t.xpos == Xpos::MD;
}

// Prepositions that go on with a noun phrase.
bool joins_nouns(std::string_view lower) {
  return lower == "of" || lower == "from" || lower == "for" || lower == "at" || lower == "in" || lower == "with" ||
         lower == "on" || lower == "to";
}

IndexRange noun_run(const Document& doc, const std::vector<int32_t>& stretch_of, uint32_t from, uint32_t at) {
  uint32_t b = at;
  while (b > from && stretch_of[b - 1] == kNone) {
    const Token& t = doc.tokens[b - 1];
    const LowerWord lower(doc, b - 1);
    const std::string_view w = lower.view();
    if (is_relative(t)) break;
    if (t.upos == Upos::PRON && is_personal_pronoun(w)) {
      if (b == at) --b;
      break;
    }
    if (is_weekday_or_month(doc.words(t)) && t.upos == Upos::PROPN && b < at) break;
    const bool nominal = is_nominal(t.upos) || t.upos == Upos::DET || t.upos == Upos::ADJ || t.upos == Upos::SYM ||
                         t.xpos == Xpos::POS || t.xpos == Xpos::PRPS;
    const bool joint = b < at && b - 1 > from &&
                       (is_nominal(doc.tokens[b - 2].upos) || doc.tokens[b - 2].upos == Upos::PUNCT) &&
                       ((t.upos == Upos::ADP && joins_nouns(w)) ||
                        (t.upos == Upos::CCONJ && (w == "and" || w == "&")) || w == "-" || w == "/");
    const bool stop = w == "." && b < at && b - 1 > from && doc.tokens[b - 2].span.end == t.span.begin &&
                      doc.tokens[b - 2].span.size() <= 4;
    if (!nominal && !joint && !stop) break;
    --b;
  }
  // "in the past |said", "on Sunday |defended": what a preposition governs is no subject.
  if (b < at && doc.tokens[b].upos == Upos::ADP) return {at, at};
  if (b > from && b < at && doc.tokens[b - 1].upos == Upos::ADP && joins_nouns(LowerWord(doc, b - 1).view()))
    return {at, at};
  while (b < at &&
         (doc.tokens[b].upos == Upos::ADP || doc.tokens[b].upos == Upos::CCONJ || doc.tokens[b].upos == Upos::PUNCT))
    ++b;
  if (b == at || !is_nominal(doc.tokens[at - 1].upos)) return {at, at};
  return {b, at};
}

}  // namespace

IndexRange subject_before(const Document& doc, const std::vector<int32_t>& stretch_of, uint32_t from, uint32_t at) {
  const IndexRange none{at, at};
  if (at <= from) return none;
  if (!is_comma(doc.words(doc.tokens[at - 1]))) {
    const IndexRange run = noun_run(doc, stretch_of, from, at);
    if (run.empty() || (run.size() == 1 && is_weekday_or_month(doc.words(doc.tokens[run.begin])))) return none;
    return run;
  }
  for (uint32_t j = at - 1; j > from && at - j < kLongestAside; --j) {
    if (stretch_of[j - 1] != kNone) return none;
    if (!is_comma(doc.words(doc.tokens[j - 1]))) continue;
    const IndexRange run = noun_run(doc, stretch_of, from, j - 1);
    if (run.empty()) continue;
    const Token& first = doc.tokens[j];
    const bool apposition = first.upos == Upos::DET || is_nominal(first.upos) || first.upos == Upos::ADJ ||
                            is_relative(first) || first.upos == Upos::NUM;
    if (!apposition || first.upos == Upos::PRON) return is_relative(first) ? IndexRange{run.begin, at - 1} : none;
    return {run.begin, at - 1};
  }
  return none;
}

uint32_t clause_after(const Document& doc, const std::vector<int32_t>& stretch_of, uint32_t at, uint32_t end,
                      bool has_hearer) {
  for (uint32_t i = at; i < end && i - at < kLongestHearer; ++i) {
    if (stretch_of[i] != kNone && i > at) break;
    const Token& t = doc.tokens[i];
    const LowerWord lower(doc, i);
    if (lower.view() == "that" && (t.upos == Upos::SCONJ || t.deprel == Deprel::mark)) return i;
    if ((lower.view() == "whether" || lower.view() == "if") && t.upos == Upos::SCONJ) return i;
    if (i == at &&
        (lower.view() == "why" || lower.view() == "how" || lower.view() == "what" || lower.view() == "where"))
      return i;
    if (t.upos == Upos::VERB || t.upos == Upos::AUX || (t.upos == Upos::PUNCT && !is_comma(lower.view())) ||
        is_finite(t))
      break;
  }
  // No "that": a subject must follow at once, or after the day ("said Monday the talks had failed").
  uint32_t i = at;
  while (i < end && (is_weekday_or_month(doc.words(doc.tokens[i])) || LowerWord(doc, i).view() == "late" ||
                     LowerWord(doc, i).view() == "on" || LowerWord(doc, i).view() == "early" ||
                     (doc.tokens[i].upos == Upos::NUM && i > at))) {
    ++i;
  }
  if (has_hearer || i >= end) return end;
  const Token& first = doc.tokens[i];
  if (!(is_nominal(first.upos) || first.upos == Upos::DET || first.upos == Upos::ADJ)) return end;
  for (uint32_t j = i + 1; j < end; ++j) {
    const Token& t = doc.tokens[j];
    if (t.upos == Upos::SCONJ || is_relative(t) || is_comma(doc.words(t)) || t.upos == Upos::PUNCT) return end;
    if (is_finite(t)) return i;
  }
  return end;
}

}  // namespace dateline
