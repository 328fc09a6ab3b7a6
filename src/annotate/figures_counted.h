// What a number counts: the noun phrase behind it ("police officers"), the whole it is a share of ("the capital"),
// and what narrows it down where no noun stands there ("found alive", "dead").
#pragma once

#include "annotate/figures_quantities.h"

namespace dateline {

struct Counted {
  Span phrase;                        // empty if none
  Span restriction;                   // empty if none
  bool partitive_of_pronoun = false;  // "22 of them": counts what was counted before
};

// By the sentence's tags and tree where it has them, else by word order and a list of stop words.
Counted find_counted(const FigureLexicon& lexicon, const Document& doc, const Sentence& sentence,
                     const std::vector<FigureAtom>& atoms, const Quantity& quantity);

}  // namespace dateline
