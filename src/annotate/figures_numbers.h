// One number from atoms, in digits or words: "1,000", "3.5 million", "a hundred and two", "two and a half million",
// "two thirds", "half a dozen", "one in five", "2 1/2", "5.5x10-3", "dozens", "several hundred".
#pragma once

#include "annotate/figures_atoms.h"

namespace dateline {

struct ReadNumber {
  IndexRange atoms;  // empty: no number here
  double value = 0;
  double min = 0, max = 0;  // of a vague number only
  bool vague = false;
  bool spelled = false;    // in words alone
  bool scaled = false;     // "million" stood behind it, so the first number of a range may lean on it
  double scale = 1;        // … and how much it multiplied
  bool fraction = false;   // a part of one: "a third", "one in five"
  bool bare_one = false;   // the word "one" alone
  bool pending_m = false;  // "10m": a million if money or people, else metres

  bool found() const { return !atoms.empty(); }
};

// Reads the longest number that begins at atoms[at]. `money`: a currency sign stands before it.
ReadNumber read_number(const FigureAtoms& atoms, uint32_t at, bool money);

}  // namespace dateline
