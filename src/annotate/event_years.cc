#include "annotate/event_years.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dateline {
namespace {

std::string word_at(const EventGrammar& g, uint32_t t) { return ascii_lower(g.doc.words(g.doc.tokens[t])); }

// A year, decade or century by its number.
bool is_year(const Timex& time) {
  const std::string_view value = time.value.view();
  return !value.empty() && value.size() <= 4 && std::all_of(value.begin(), value.end(), is_digit);
}

bool in_noun_phrase(const EventGrammar& g, uint32_t t) {
  const Upos upos = g.upos(t);
  return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::ADJ || g.doc.words(g.doc.tokens[t]) == "-" ||
         g.deprel(t) == Deprel::compound || g.deprel(t) == Deprel::compound_prt;
}

// The last noun of the words right behind a year that no preposition stands before.
int32_t noun_behind_year(const EventGrammar& g, const Timex& time) {
  const IndexRange range = g.doc.tokens_in(time.span);
  const IndexRange sentence = g.doc.sentences[static_cast<size_t>(g.doc.sentence_at(time.span.begin))].tokens;
  if (range.begin > sentence.begin && g.upos(range.begin - 1) == Upos::ADP) return kNone;
  int32_t noun = kNone;
  for (uint32_t t = range.end; t < sentence.end && in_noun_phrase(g, t); ++t) {
    if (g.upos(t) == Upos::NOUN || g.upos(t) == Upos::PROPN) noun = static_cast<int32_t>(t);
  }
  return noun;
}

// "the first since 1959", "their lowest levels since the 1970s": a comparison, and no length of time.
bool compares(const EventGrammar& g, uint32_t since) {
  constexpr std::array<std::string_view, 4> kFirst = {"first", "last", "only", "record"};
  constexpr uint32_t kFar = 12;  // words
  const uint32_t begin =
      g.doc.sentences[static_cast<size_t>(g.doc.sentence_at(g.doc.tokens[since].span.begin))].tokens.begin;
  for (uint32_t t = since; t > begin && since - t < kFar; --t) {
    const Token& token = g.doc.tokens[t - 1];
    if (token.xpos == Xpos::JJS || token.xpos == Xpos::RBS) return true;
    if (std::find(kFirst.begin(), kFirst.end(), word_at(g, t - 1)) != kFirst.end()) return true;
    if (g.doc.words(token) == ";") return false;
  }
  return false;
}

// Whether an auxiliary "has" or "have" governs the verb, be it beside another: "have arrested and charged".
bool is_present_perfect(const EventGrammar& g, uint32_t verb) {
  const auto bare = [&](uint32_t t) {
    return g.child(t, Deprel::nsubj) == kNone && g.child(t, Deprel::aux) == kNone &&
           g.child(t, Deprel::aux_pass) == kNone;
  };
  while (g.deprel(verb) == Deprel::conj && g.head(verb) != kNone && bare(verb))
    verb = static_cast<uint32_t>(g.head(verb));
  bool found = false;
  g.each_child(verb, [&](uint32_t c) {
    const Xpos xpos = g.doc.tokens[c].xpos;
    found |= g.deprel(c) == Deprel::aux && (xpos == Xpos::VBZ || xpos == Xpos::VBP) &&
             g.doc.lemma(g.doc.tokens[c]) == "have";
  });
  return found;
}

// "died", "was killed": over at once, so that "since" has nothing to measure.
bool is_over(const EventGrammar& g, uint32_t verb) {
  if (g.upos(verb) != Upos::VERB) return false;
  if (g.doc.tokens[verb].xpos == Xpos::VBD) return true;
  bool past = false, perfect = false;
  g.each_child(verb, [&](uint32_t c) {
    past |= g.deprel(c) == Deprel::aux_pass && g.doc.tokens[c].xpos == Xpos::VBD;
    perfect |= g.deprel(c) == Deprel::aux;
  });
  return past && !perfect;
}

}  // namespace

int32_t noun_dated(const EventGrammar& g, const Timex& time, uint32_t head) {
  if (is_year(time)) {
    if (const int32_t noun = noun_behind_year(g, time); noun != kNone) return noun;
  }
  if (time.value.view().size() >= 8) return kNone;  // "a Friday press conference": what was said there, too
  const Deprel d = g.deprel(head);
  int32_t noun = g.head(head);
  const bool before = d == Deprel::compound || d == Deprel::nummod || d == Deprel::amod;
  // "the 2007 Virginia Tech shooting", with the year hung on the name: it dates the noun that the name tells of.
  while (before && noun != kNone && g.deprel(noun) == Deprel::compound && g.head(noun) > noun) noun = g.head(noun);
  return before && noun > static_cast<int32_t>(head) && g.upos(noun) == Upos::NOUN ? noun : kNone;
}

bool is_of_another_year(const EventGrammar& g, const EventDraft& draft, const Timex& time) {
  const uint32_t begin = g.doc.tokens_in(time.span).begin;
  if (begin > 0 && word_at(g, begin - 1) == "since") return compares(g, begin - 1) || is_over(g, draft.predicate);
  return is_year(time) && is_present_perfect(g, draft.predicate);
}

}  // namespace dateline
