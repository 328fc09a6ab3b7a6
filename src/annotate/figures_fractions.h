// Parts of one: "two thirds", "half a million", "three quarters of a mile", "one in five", "… and a half".
#pragma once

#include "annotate/figures_numbers.h"

namespace dateline {

// Reads a fraction or a half of a scale in words that begins at atoms[at]; false if there is none.
bool read_fraction(const FigureAtoms& atoms, uint32_t at, ReadNumber& out);
// Turns a number whose words end at atoms[end] into a share if "in five" or "out of 10" follows.
void read_share(const FigureAtoms& atoms, uint32_t end, ReadNumber& out);
// "2 and a half (million)", "two and three quarters": adds the part and gives the place behind it, or `i`.
uint32_t add_part(const FigureAtoms& atoms, uint32_t i, double& value);
// "3 million and a half": half a million more.
uint32_t add_part_of_scale(const FigureAtoms& atoms, uint32_t i, double& value, double scale);
// A scale word at i, perhaps behind a hyphen; moves i behind it and returns its value, or 0.
double scale_at(const FigureAtoms& atoms, uint32_t& i);

}  // namespace dateline
