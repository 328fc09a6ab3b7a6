// Numbers put together with what stands around them: signs, units, ranges, bounds; and without what is no figure at
// all (dates, names, list numbers). Looks at one sentence's atoms; what is counted comes after (figures_counted.h).
#pragma once

#include <vector>

#include "annotate/figures_atoms.h"
#include "dateline/model.h"

namespace dateline {

struct Quantity {
  IndexRange atoms;       // with sign, unit and bound words
  IndexRange number;      // the number or range alone
  uint32_t end_byte = 0;  // of the whole, which may end inside an atom
  double value = Figure::kUnknown, min = Figure::kUnknown, max = Figure::kUnknown;
  Label unit;
  int16_t base = -1;  // into FigureLexicon::units
  bool vague = false, approximate = false;
  bool spelled = false, fraction = false, bare_one = false;
  bool hyphenated = false;  // attributive: "27-kilometer ring", "12-member panel"
  bool age = false;
  bool score = false;  // one side of "52-48"
};

// `blocked(span)`: whether a name or a date covers these bytes.
class BlockedSpans {
 public:
  BlockedSpans(const Document& doc, Span sentence);
  bool blocks(Span number, bool spelled_with_capital) const;
  // Whether a person's name ends here.
  bool person_ends(uint32_t byte) const;
  // Whether a name of anything else, or a time, ends here.
  bool thing_ends(uint32_t byte) const;

 private:
  struct Blocked {
    Span span;
    bool date;
    bool person;
  };
  std::vector<Blocked> spans_;
};

void read_quantities(const FigureAtoms& atoms, const BlockedSpans& blocked, std::vector<Quantity>& out);

}  // namespace dateline
