// What joins a number to the one behind it: "200 to 300", "between 5 and 8", "97 ± 2", "52-48", "from 5% to 8%".
#pragma once

#include "annotate/figures_measured.h"

namespace dateline {

enum class FigureJoint : uint8_t {
  none,
  range,  // both ends of one figure
  pair,   // what it was and what it is: two figures
  score,  // two sides of a vote or match: two figures
};

// Reads the number behind `first` into `second` if the two belong together; may turn both into the ends of a range.
FigureJoint join_numbers(const FigureAtoms& atoms, MeasuredNumber& first, MeasuredNumber& second);
// Gives each of two joined numbers the scale and unit that only the other one carries: "20 to 30 million".
void lend_measure(MeasuredNumber& first, MeasuredNumber& second);

}  // namespace dateline
