#include "annotate/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "annotate/figures_attributes.h"
#include "annotate/figures_counted.h"
#include "annotate/figures_quantities.h"
#include "annotate/figures_relations.h"
#include "base/load_shared.h"

namespace dateline {

struct FigureAnnotator::Lexicon {
  FigureLexicon words;
};

Result<FigureAnnotator> FigureAnnotator::load(const Resources& resources) {
  return load_shared(FigureAnnotator(), &FigureAnnotator::lexicon_, [&](Lexicon& x) -> Status {
    TRY(x.words, FigureLexicon::load(resources));
    return kDone;
  });
}

namespace {

// "4.1 billion" is 4,100,000,000, not the nearest that the product of two doubles comes to.
double decimal(double x) { return std::isfinite(x) ? std::strtod(fmt::format("{:.12g}", x).c_str(), nullptr) : x; }

Figure to_figure(const Quantity& q, const std::vector<FigureAtom>& atoms) {
  Figure f;
  f.span = {atoms[q.atoms.begin].span.begin, std::max(q.end_byte, atoms[q.number.end - 1].span.end)};
  f.value = decimal(q.value);
  f.min = decimal(q.min);
  f.max = decimal(q.max);
  f.unit = q.unit;
  f.vague = q.vague;
  f.approximate = q.approximate;
  return f;
}

// "The two, during the call": people, not a number of them.
bool pronoun(const Quantity& q, const Counted& counted, const std::vector<FigureAtom>& atoms) {
  if (!q.spelled || q.base >= 0 || q.vague || q.fraction || !counted.phrase.empty()) return false;
  if (q.bare_one && counted.restriction.empty()) return true;
  const FigureWordId before = q.atoms.begin > 0 ? atoms[q.atoms.begin - 1].word : kNoFigureWord;
  return before == kW_the || before == kW_these || before == kW_those || before == kW_their || before == kW_its;
}

// "14 Leopard 2 tanks": the second number belongs to the name between.
bool between_counted_and_name(const Quantity& q, const FigureAtoms& atoms) {
  const int64_t i = q.atoms.begin;
  return q.base < 0 && !q.spelled && q.number.size() == 1 && i >= 2 && atoms.is_word(i - 1) && atoms.in(i - 1) &&
         atoms[static_cast<size_t>(i - 1)].capital && !atoms.is(i - 1, kMonth | kStop) &&
         (atoms.is_number(i - 2) || atoms.kind(i - 2) == FigureNumberKind::unit ||
          atoms.kind(i - 2) == FigureNumberKind::teen || atoms.kind(i - 2) == FigureNumberKind::dozen) &&
         atoms.is_word(q.number.end) && !atoms[q.number.end].capital;
}

// "The S&P 500 finished higher", "Android 13": a number that nobody counts by, right behind a name.
bool of_a_name(const Quantity& q, const Counted& counted, const FigureAtoms& atoms, const Document& doc) {
  if (q.base >= 0 || q.spelled || q.vague || q.score || q.fraction || !counted.phrase.empty()) return false;
  const uint32_t i = q.atoms.begin;
  if (i == 0 || i != q.number.begin || q.number.size() != 1 || !atoms[i].space_before) return false;
  if (atoms[i].grouped || atoms[i].decimal || !atoms[i - 1].capital) return false;
  if (q.value >= 1000 && !atoms[i - 1].capitals) return false;                                // "CCC 2357"
  if (atoms.word(q.number.end) == kW_comma && atoms.is_word(q.number.end + 1)) return false;  // "Biden 51, Trump 45"
  if (atoms.is_number(q.number.end) || atoms.dash(q.number.end) || atoms.word(q.number.end) == kW_lparen) return false;
  const IndexRange own = doc.tokens_in(atoms[i].span);
  if (own.empty() || own.begin == 0 ||
      (doc.tokens[own.begin - 1].upos != Upos::PROPN && doc.tokens[own.begin].deprel != Deprel::flat))
    return false;
  // "In Gaza 22 were killed" counts.
  for (uint32_t k = q.number.end; k < atoms.size() && k < q.number.end + 4; ++k) {
    if (atoms.facts(k).attribute >= 0) return false;
  }
  return !atoms.is(i - 1, kMonth | kWeekday);
}

}  // namespace

void FigureAnnotator::annotate(Document& doc) const {
  const FigureLexicon& words = lexicon_->words;
  doc.figures.clear();
  std::vector<FigureNotes> notes;
  std::vector<FigureAtom> atoms;
  std::vector<Quantity> quantities;
  for (uint32_t s = 0; s < doc.sentences.size(); ++s) {
    const Sentence& sentence = doc.sentences[s];
    if (doc.section_of(sentence).kind == SectionKind::boilerplate) continue;
    cut_atoms(doc.text, sentence.span, words, atoms);
    quantities.clear();
    read_quantities({words, doc.text, atoms}, BlockedSpans(doc, sentence.span), quantities);
    const size_t first = doc.figures.size();
    for (const Quantity& q : quantities) {
      const Counted counted = find_counted(words, doc, sentence, atoms, q);
      if (pronoun(q, counted, atoms) || of_a_name(q, counted, {words, doc.text, atoms}, doc) ||
          between_counted_and_name(q, {words, doc.text, atoms}))
        continue;
      Figure f = to_figure(q, atoms);
      f.counted = counted.phrase;
      f.restriction = counted.restriction;
      if (!q.age && !q.score) describe(words, doc, atoms, q, f);
      // "one measured at 7.8" counts nothing; "one dead" does.
      if (q.bare_one && q.base < 0 && f.counted.empty() && f.change == FigureChange::plain) continue;
      doc.figures.push_back(f);
      notes.push_back({s, q.atoms, counted.partitive_of_pronoun, q.score, q.base < 0 && !q.fraction && !q.score});
    }
    if (doc.figures.size() > first) relate_parts(atoms, doc, notes, first);
  }
  attach(doc, notes);
}

}  // namespace dateline
