#include "link/pieces.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

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
  std::vector<uint32_t> parent(items), size(items, 1);
  std::iota(parent.begin(), parent.end(), 0u);
  auto root = [&](uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (const RelatedPair& pair : pairs) {
    const uint32_t a = root(pair.a), b = root(pair.b);
    const size_t together = size[a] + size[b];
    if (a == b || together > largest || pair.strength < strength_asked(together, largest)) continue;
    parent[std::max(a, b)] = std::min(a, b);
    size[std::min(a, b)] += size[std::max(a, b)];
  }
  std::map<uint32_t, std::vector<uint32_t>> pieces;
  for (uint32_t i = 0; i < items; ++i) pieces[root(i)].push_back(i);
  std::vector<std::vector<uint32_t>> out;
  for (auto& [first, piece] : pieces) out.push_back(std::move(piece));
  return out;
}

}  // namespace dateline
