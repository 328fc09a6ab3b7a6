#include "link/contrast.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline {
namespace {

// A report that opens with some words, all of one rarity, and gives others further down.
Portrait report(const std::vector<uint32_t>& opening, const std::vector<uint32_t>& below = {}) {
  Portrait portrait;
  for (uint32_t word : opening) portrait.opening_words.push_back({word, 5.0f});
  portrait.all_words = opening;
  portrait.all_words.insert(portrait.all_words.end(), below.begin(), below.end());
  std::sort(portrait.all_words.begin(), portrait.all_words.end());
  return portrait;
}

constexpr uint32_t kArrest = 1, kJackson = 2, kWilliams = 3, kLawyer = 4;

TEST(Contrast, WordsThatOneGroupAlwaysGivesAndTheOtherNever) {
  const std::vector<Portrait> reports = {report({kArrest, kJackson}),  report({kArrest, kJackson}),
                                         report({kArrest, kJackson}),  report({kArrest, kWilliams}),
                                         report({kArrest, kWilliams}), report({kArrest}, {kWilliams})};
  const Contrast contrast(reports);
  EXPECT_DOUBLE_EQ(contrast.between(std::vector<uint32_t>{0, 1, 2}, std::vector<uint32_t>{3, 4, 5}), 0.5);
  EXPECT_DOUBLE_EQ(contrast.between(std::vector<uint32_t>{5, 4, 3}, std::vector<uint32_t>{2, 0, 1}), 0.5);
  EXPECT_EQ(contrast.between(std::vector<uint32_t>{0, 1}, std::vector<uint32_t>{3, 4, 5}), 0) << "too few to tell";
}

TEST(Contrast, LaterReportsMayKnowMore) {
  const std::vector<Portrait> reports = {report({kArrest}),          report({kArrest}),
                                         report({kArrest}),          report({kArrest, kLawyer}),
                                         report({kArrest, kLawyer}), report({kArrest, kLawyer})};
  EXPECT_EQ(Contrast(reports).between(std::vector<uint32_t>{0, 1, 2}, std::vector<uint32_t>{3, 4, 5}), 0);
}

}  // namespace
}  // namespace dateline
