// What stands behind a number and measures it: "percent", "km/h", "square miles", "dollars a barrel", "-year-old".
#pragma once

#include <string>

#include "annotate/figures_atoms.h"

namespace dateline {

struct ReadUnit {
  bool found = false;
  uint32_t end_atom = 0;  // the first atom behind the unit
  uint32_t end_byte = 0;
  Label name;               // as printed; UCUM's symbol where the name is too long for a Label
  int16_t base = -1;        // into FigureLexicon::units, without its power and "per"
  bool hyphenated = false;  // "27-kilometer ring"
  bool age = false;         // "-year-old", "years old"
};

// Reads the unit that begins at atoms[at], right behind a number that ends at atoms[at - 1].
ReadUnit read_unit(const FigureAtoms& atoms, uint32_t at);

// The currency sign or code right before the byte, as an index into lexicon.units and where it begins; -1 if none.
struct ReadSign {
  int16_t unit = -1;
  uint32_t begin_byte = 0;
};
ReadSign sign_before(const FigureAtoms& atoms, uint32_t byte);

// The unit named by lexicon.units[base] and by what follows it as "per …" at atoms[at].
ReadUnit with_rate(const FigureAtoms& atoms, uint32_t at, int16_t base);

}  // namespace dateline
