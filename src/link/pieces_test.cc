#include "link/pieces.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

using Pieces = std::vector<std::vector<uint32_t>>;

TEST(Pieces, StrongestFirstAndNeverTooLarge) {
  const std::vector<RelatedPair> chain = {{0, 1, 0.3}, {1, 2, 0.9}, {2, 3, 0.2}, {3, 4, 0.8}};
  EXPECT_EQ(cut_into_pieces(6, chain, 5), (Pieces{{0, 1, 2, 3, 4}, {5}}));
  EXPECT_EQ(cut_into_pieces(6, chain, 3), (Pieces{{0, 1, 2}, {3, 4}, {5}}));
  EXPECT_EQ(cut_into_pieces(6, chain, 1), (Pieces{{0}, {1}, {2}, {3}, {4}, {5}}));
}

TEST(Pieces, OrderOfPairsDoesNotMatter) {
  const std::vector<RelatedPair> pairs = {{2, 3, 0.5}, {0, 1, 0.5}, {1, 2, 0.5}};
  std::vector<RelatedPair> turned(pairs.rbegin(), pairs.rend());
  EXPECT_EQ(cut_into_pieces(4, pairs, 3), cut_into_pieces(4, turned, 3));
}

}  // namespace
}  // namespace dateline
