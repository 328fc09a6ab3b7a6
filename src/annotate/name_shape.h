// How words and lines are written: capitals, digits, headlines. Private to src/annotate/name*.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "dateline/model.h"

namespace dateline {

// The first letter's case, the rest, digits, what else is in it.
enum class CaseShape : uint8_t {
  none = 0,
  lower = 1,
  title_case = 2,
  upper = 3,
  mixed = 4,
  number = 5,
  alnum = 6,
  initial = 7,
  other = 8,
  dotted = 9,
  edge = 15  // of a sentence
};

// A shape in the lowest four bits, with flags: what the features see. kGlued: a hyphen joins it, without spaces, to a
// capital before it ("Ban Ki-moon", "Obama-led").
using PackedShape = uint32_t;
constexpr PackedShape kHasOtherSigns = 16, kInShoutedLine = 32, kInTitledLine = 64, kGlued = 128;

PackedShape shape_of(std::string_view word);
constexpr CaseShape bare(PackedShape shape) { return static_cast<CaseShape>(shape & 15); }
constexpr bool in_usual_line(PackedShape shape) { return (shape & (kInShoutedLine | kInTitledLine)) == 0; }
constexpr bool has_capital(PackedShape shape) {
  const CaseShape s = bare(shape);
  return s == CaseShape::title_case || s == CaseShape::upper || s == CaseShape::mixed || s == CaseShape::initial ||
         s == CaseShape::dotted;
}

// Counts the words of a line to tell how it is written.
class Manner {
 public:
  void add(PackedShape shape, size_t bytes);
  // kInShoutedLine where nearly all is in capitals, kInTitledLine where most longer words have one; else 0.
  PackedShape flag() const;

 private:
  int letters_ = 0, capitals_ = 0, longer_ = 0, all_capitals_ = 0;
};

}  // namespace dateline
