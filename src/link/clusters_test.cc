#include "link/clusters.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(ItemClusters, JoinsWhatIsAlikeOnAverage) {
  // 0-1-2 hold together; 3 is like 2 alone, which is not enough; 4 is like nothing.
  const std::vector<PairScore> pairs = {{0, 1, 3}, {0, 2, 2}, {1, 2, 2}, {2, 3, 4}};
  const ItemClusters clusters = average_link(5, pairs, 0);
  EXPECT_EQ(clusters.of, (std::vector<uint32_t>{0, 0, 2, 2, 4}));
  ASSERT_EQ(clusters.joins.size(), 2u);
  EXPECT_DOUBLE_EQ(clusters.joins[0].score, 4);
}

TEST(ItemClusters, EqualScoresGoToTheSmallestItems) {
  const ItemClusters clusters = average_link(4, {{0, 3, 1}, {0, 1, 1}, {2, 3, 1}}, 0);
  EXPECT_EQ(clusters.of, (std::vector<uint32_t>{0, 0, 2, 2}));
}

TEST(ItemClusters, AnObjectionKeepsClustersApart) {
  // Each of 0, 1 is like each of 2, 3, but as pairs they are not to be one.
  const std::vector<PairScore> pairs = {{0, 1, 3}, {0, 2, 1}, {0, 3, 1}, {1, 2, 1}, {1, 3, 1}, {2, 3, 3}};
  const auto of_two = [](std::span<const uint32_t> a, std::span<const uint32_t> b) {
    return a.size() == 2 && b.size() == 2 ? 1.5 : 0;
  };
  EXPECT_EQ(average_link(4, pairs, 0).of, (std::vector<uint32_t>{0, 0, 0, 0}));
  EXPECT_EQ(average_link(4, pairs, 0, of_two).of, (std::vector<uint32_t>{0, 0, 2, 2}));
}

TEST(ItemClusters, NothingToJoin) { EXPECT_EQ(average_link(2, {}, 0).of, (std::vector<uint32_t>{0, 1})); }

}  // namespace
}  // namespace dateline
