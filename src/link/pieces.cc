#include "link/pieces.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/disjoint_sets.h"

namespace dateline {
namespace {

constexpr double kFullStrength = 0.8;  // asked of the pair that joins the largest piece allowed

// How strong a pair must be to make a piece of that size: reports that only hang together by the like of the like fall
// apart, those that tell of one large event do not.
double strength_asked(size_t size, size_t largest) {
  if (size <= kNeverCut || largest <= kNeverCut) return 0;
  return kFullStrength * std::sqrt(static_cast<double>(size - kNeverCut) / static_cast<double>(largest - kNeverCut));
}

}  // namespace

std::vector<std::vector<uint32_t>> cut_into_pieces(uint32_t items, std::vector<RelatedPair> pairs, size_t largest) {
  std::sort(pairs.begin(), pairs.end(), [](const RelatedPair& x, const RelatedPair& y) {
    return std::tuple(-x.strength, x.a, x.b) < std::tuple(-y.strength, y.a, y.b);
  });
  DisjointSets sets(items);
  std::vector<uint32_t> size(items, 1);  // by a set's first
  for (const RelatedPair& pair : pairs) {
    const uint32_t a = sets.first_of(pair.a), b = sets.first_of(pair.b);
    const size_t together = size[a] + size[b];
    if (a == b || together > largest || pair.strength < strength_asked(together, largest)) continue;
    sets.join(a, b);
    size[std::min(a, b)] += size[std::max(a, b)];
  }
  std::vector<std::vector<uint32_t>> out;
  for (auto& [first, piece] : sets.sets()) out.push_back(std::move(piece));
  return out;
}

}  // namespace dateline
