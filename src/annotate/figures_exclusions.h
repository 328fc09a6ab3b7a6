// Numbers that are no figures: parts of names, dates, times of day, list and telephone numbers, the pronoun "one".
#pragma once

#include "annotate/figures_numbers.h"

namespace dateline {

// How far to skip from atoms[at], where a number in digits begins, because it is none of ours; 0: it may be a figure.
// `unit_end`: the first atom behind the number and its unit, `has_unit` or a sign: measured things are no names.
uint32_t skip_number(const FigureAtoms& atoms, const ReadNumber& number, bool has_unit, bool has_sign);

}  // namespace dateline
