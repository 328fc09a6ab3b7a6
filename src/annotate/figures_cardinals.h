// Cardinals in words: "three million, two hundred & forty", "a hundred and two", "two dozen", "three point five
// million".
#pragma once

#include "annotate/figures_numbers.h"

namespace dateline {

// Leaves `out` as it is if no cardinal in words begins at atoms[at].
void read_cardinal(const FigureAtoms& atoms, uint32_t at, ReadNumber& out);

}  // namespace dateline
