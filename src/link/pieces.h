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

}  // namespace dateline
