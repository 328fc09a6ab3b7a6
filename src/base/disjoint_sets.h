// Items joined into sets (union-find with path halving). A set goes by its smallest member, whatever the order of
// joining.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <vector>

namespace dateline {

class DisjointSets {
 public:
  explicit DisjointSets(size_t items) : parent_(items) { std::iota(parent_.begin(), parent_.end(), uint32_t{0}); }

  // The smallest member of the set that holds `i`.
  uint32_t first_of(uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  // Makes one set of two.
  void join(uint32_t i, uint32_t j) {
    const uint32_t a = first_of(i), b = first_of(j);
    parent_[std::max(a, b)] = std::min(a, b);
  }
  // All sets by their smallest member, members in order.
  std::map<uint32_t, std::vector<uint32_t>> sets() {
    std::map<uint32_t, std::vector<uint32_t>> out;
    for (uint32_t i = 0; i < parent_.size(); ++i) out[first_of(i)].push_back(i);
    return out;
  }

 private:
  std::vector<uint32_t> parent_;
};

}  // namespace dateline
