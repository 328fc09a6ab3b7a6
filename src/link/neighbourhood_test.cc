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

float measured(const std::vector<ComparedPair>& pairs, uint32_t a, uint32_t b, Measure measure) {
  for (const ComparedPair& pair : pairs) {
    if (pair.a == a && pair.b == b) return pair.measures[static_cast<size_t>(measure)];
  }
  return -1;
}

TEST(Neighbourhood, LikenessIsSeenAgainstTheBestFellow) {
  auto yardstick = Yardstick::load(Resources::embedded());
  ASSERT_TRUE(yardstick.ok());
  const Document doc;
  const std::vector<Portrait> reports = {opens_with(doc, {1, 2, 3, 4, 5, 6}), opens_with(doc, {1, 2, 3, 4, 5, 7}),
                                         opens_with(doc, {1, 2, 3, 8, 9, 10})};
  const std::vector<ComparedPair> pairs = compare_all(reports, *yardstick);
  ASSERT_EQ(pairs.size(), 3u);
  EXPECT_NEAR(measured(pairs, 0, 1, Measure::whole_less), 1.0f, 1e-5f);
  EXPECT_LT(measured(pairs, 0, 2, Measure::whole_less), 0.7f);           // the first has a better one
  EXPECT_NEAR(measured(pairs, 0, 2, Measure::whole_more), 1.0f, 1e-5f);  // the third has none
}

// The best fellow that there is need not tell of the same: how much the two share counts as well.
TEST(Neighbourhood, TheBestFellowIsJoinedOnlyIfItIsAlike) {
  auto yardstick = Yardstick::load(Resources::embedded());
  ASSERT_TRUE(yardstick.ok());
  const Document doc;
  const auto alone = [&](const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
    return yardstick->weigh(compare_all({opens_with(doc, a), opens_with(doc, b)}, *yardstick).front().measures);
  };
  EXPECT_LT(alone({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {1, 11, 12, 13, 14, 15, 16, 17, 18, 19}), 0);
  EXPECT_GT(alone({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 20}),
            alone({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {1, 2, 3, 4, 5, 16, 17, 18, 19, 20}) + 1);
}

TEST(Neighbourhood, OtherPercentagesSpeakOfAnotherMonth) {
  auto yardstick = Yardstick::load(Resources::embedded());
  ASSERT_TRUE(yardstick.ok());
  const Document doc;
  const auto other = [&](const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<Portrait> reports = {opens_with(doc, {1, 2, 3}), opens_with(doc, {1, 2, 3})};
    reports[0].percents = a;
    reports[1].percents = b;
    return measured(compare_all(reports, *yardstick), 0, 1, Measure::percent_other);
  };
  EXPECT_EQ(other({7.7}, {5.5}), 1);
  EXPECT_EQ(other({0.3, 7.7}, {7.7}), 0);
  EXPECT_EQ(other({7.7}, {}), 0);
}

}  // namespace
}  // namespace dateline
