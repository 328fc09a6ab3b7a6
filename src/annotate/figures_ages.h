// Which bare numbers are ages: ", 45," behind a person, "aged 18 to 34", "he was 45", "voters under 30".
#pragma once

#include <vector>

#include "annotate/figures_quantities.h"

namespace dateline {

// Makes `quantity` an age in years where the words around it say so. `before`: the sentence's quantities so far.
void read_age(const FigureAtoms& atoms, const BlockedSpans& blocked, const std::vector<Quantity>& before,
              Quantity& quantity);

}  // namespace dateline
