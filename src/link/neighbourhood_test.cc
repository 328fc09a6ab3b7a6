#include <gtest/gtest.h>

#include "link/likeness.h"

namespace dateline {
namespace {

// A report that opens with these words and has nothing else.
Portrait opens_with(const Document& doc, const std::vector<uint32_t>& words) {
  Portrait report;
  report.doc = &doc;
  for (const uint32_t word : words) {
    report.whole.emplace_back(word, 1.0f);
    report.opening_words.emplace_back(word, 1.0f);
  }
  normalise(report.whole);
  report.opening = report.whole;
  report.all_words = words;
  return report;
}

float contrast(const std::vector<ComparedPair>& pairs, uint32_t a, uint32_t b) {
  for (const ComparedPair& pair : pairs) {
    if (pair.a == a && pair.b == b) return pair.measures[static_cast<size_t>(Measure::contrast)];
  }
  return -1;
}

TEST(Neighbourhood, WhatTellsLookAlikesApartCountsAgainstThem) {
  auto yardstick = Yardstick::load(Resources::embedded());
  ASSERT_TRUE(yardstick.ok());
  const Document doc;
  std::vector<Portrait> reports;  // "Saints place … on injured reserve": 1 to 6; the one player is 20, the other 30
  for (const uint32_t player : {20u, 20u, 20u, 30u, 30u, 30u})
    reports.push_back(opens_with(doc, {1, 2, 3, 4, 5, 6, player}));
  const std::vector<ComparedPair> pairs = compare_all(reports, *yardstick);
  ASSERT_EQ(pairs.size(), 15u);
  EXPECT_GT(contrast(pairs, 0, 1), contrast(pairs, 0, 3) + 0.3f);
  EXPECT_GT(contrast(pairs, 3, 5), contrast(pairs, 2, 5) + 0.3f);
}

TEST(Neighbourhood, TwoReportsAloneHaveNobodyToBeToldFrom) {
  auto yardstick = Yardstick::load(Resources::embedded());
  ASSERT_TRUE(yardstick.ok());
  const Document doc;
  const std::vector<Portrait> reports = {opens_with(doc, {1, 2, 3}), opens_with(doc, {1, 2, 4})};
  EXPECT_NEAR(contrast(compare_all(reports, *yardstick), 0, 1), 1.0f, 1e-5f);
}

}  // namespace
}  // namespace dateline
