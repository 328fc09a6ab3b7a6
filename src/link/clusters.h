// Agglomerative clustering with average linkage over a sparse table of pair scores.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace dateline {

// The evidence that two items belong together, in log-odds; a pair that is not listed has `kUnlike`.
struct PairScore {
  uint32_t a = 0, b = 0;  // a < b
  double score = 0;
};
inline constexpr double kUnlike = -5;

struct Join {
  uint32_t a = 0, b = 0;  // the smallest items of the two clusters joined, a < b
  double score = 0;       // the mean over their pairs, less the objection
};

struct ItemClusters {
  std::vector<uint32_t> of;  // per item: the smallest item of its cluster
  std::vector<Join> joins;   // in the order made
};

// What two clusters show that no pair of their items does: taken from their mean score, from 0. Symmetric, and without
// regard to the order of items.
using Objection = std::function<double(std::span<const uint32_t>, std::span<const uint32_t>)>;

// Joins the two clusters with the highest mean score again and again while it is above `threshold`; of equal ones
// those with the smallest items. Quadratic in the largest set of items that pairs connect.
ItemClusters average_link(uint32_t items, const std::vector<PairScore>& pairs, double threshold,
                          const Objection& objection = nullptr);

}  // namespace dateline
