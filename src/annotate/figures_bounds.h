// Bound words before and behind a quantity: "at least", "up to", "or more", "-plus" (resources/figures/bounds.tsv).
#pragma once

#include "annotate/figures_quantities.h"

namespace dateline {

// Turns the value into a bound where the words say so, and widens the quantity over them.
void read_bounds(const FigureAtoms& atoms, Quantity& quantity);

}  // namespace dateline
