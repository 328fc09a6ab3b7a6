// A neighbourhood too large or too loose to be derived in one go, cut into pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline {

inline constexpr size_t kNeverCut = 8;        // reports: up to here, whatever is related at all is told together
inline constexpr size_t kLargestPiece = 150;  // reports; an event is rarely told by more, and a piece costs its square

struct RelatedPair {
  uint32_t a = 0, b = 0;  // items, by index; a < b
  double strength = 0;    // Profiler::related
};

// Joins items along their strongest pairs first (ties: the smallest items first) while no piece grows beyond `largest`;
// the larger the piece, the stronger the pair must be. Returns the pieces, each sorted, by their first item. With items
// numbered by report id the answer depends on the set of reports alone.
std::vector<std::vector<uint32_t>> cut_into_pieces(uint32_t items, std::vector<RelatedPair> pairs, size_t largest);

// A change whenever other pieces come of the same reports, by the rules above or by another Profiler::related: records
// that were cut by another rule are cut anew.
inline constexpr int64_t kCutRule = 1;

// A part of a large graph, around what changed in it. Items are numbered by report id.
struct Surroundings {
  enum : int32_t { kChanged = -1, kOutside = -2 };
  // Of each item: the piece (or several whole pieces) that held it when all was last cut, by any number; kChanged: it
  // was not there, or some of its pairs were others; kOutside: it only stands in pairs of the others.
  std::vector<int32_t> former;
  // All between those not outside, all of the changed, and of former pieces that were found loosened all with the
  // outside.
  std::vector<RelatedPair> pairs;
};

// What cut_into_pieces would make of the whole graph, as far as the change reaches.
struct Recut {
  std::vector<std::vector<uint32_t>> pieces;  // of those not outside; true if there is nothing beyond
  std::vector<uint32_t> beyond;               // outside, and may be joined otherwise now: their pieces must come inside
  std::vector<int32_t> loosened;  // former pieces of which a pair holds together no longer: their pairs with the
                                  // outside must be looked at. Those of all others can have joined nothing new.
};
Recut cut_again(Surroundings part, size_t largest);

}  // namespace dateline
