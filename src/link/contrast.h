// What sets two groups of reports apart though each report of the one is like each of the other: words that nearly all
// of one group give and hardly any of the other, on both sides. Two arrests of players of one team, weeks apart, are
// told in the same words but for who was arrested; no pair of reports shows that a name is always there or never.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "link/portrait.h"

namespace dateline {

class Contrast {
 public:
  // Keeps a pointer to `reports`, by whose index groups are given.
  explicit Contrast(const std::vector<Portrait>& reports) : reports_(&reports) {}

  // What speaks against the two being one event, in log-odds from 0; 0 for groups of one or two, which may share words
  // by chance.
  double between(std::span<const uint32_t> a, std::span<const uint32_t> b) const;

 private:
  double own_words(std::span<const uint32_t> group, std::span<const uint32_t> other) const;
  size_t tell(std::span<const uint32_t> group, uint32_t word) const;

  const std::vector<Portrait>* reports_;
};

}  // namespace dateline
