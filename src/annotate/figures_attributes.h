// The key by which a count can be held against another report's: "killed", "killed soldier", "officer", "magnitude";
// and where alone it holds ("in Turkey").
#pragma once

#include "annotate/figures_counted.h"

namespace dateline {

// Fills attribute, change, scope and definite of a figure whose quantity and counted phrase are known.
void describe(const FigureLexicon& lexicon, const Document& doc, const std::vector<FigureAtom>& atoms,
              const Quantity& quantity, Figure& figure);

}  // namespace dateline
