// One number with its sign and unit, before ranges and bounds: "$5 million a year", "-5 °C", "10m people", "($99.99)".
#pragma once

#include "annotate/figures_numbers.h"
#include "annotate/figures_units.h"

namespace dateline {

struct MeasuredNumber {
  ReadNumber number;
  ReadUnit unit;
  ReadSign sign;
  uint32_t begin = 0, end = 0;  // atoms, sign and unit included
  uint32_t end_byte = 0;
  bool negative = false;

  bool found() const { return number.found(); }
  int16_t base() const { return sign.unit >= 0 ? sign.unit : unit.base; }  // into FigureLexicon::units
};

// Whether a number can begin at atoms[at].
bool may_begin_number(const FigureAtoms& atoms, uint32_t at);
// The number that begins at atoms[at]; not found() if there is none.
MeasuredNumber read_measured(const FigureAtoms& atoms, uint32_t at);

}  // namespace dateline
