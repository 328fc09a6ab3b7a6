#include "link/pieces.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

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

// A graph in which everything hangs together, with many pairs of one strength.
std::vector<RelatedPair> random_pairs(uint32_t items, uint32_t pairs, std::mt19937& random) {
  std::set<std::pair<uint32_t, uint32_t>> seen;
  std::vector<RelatedPair> out;
  while (out.size() < pairs) {
    const uint32_t a = random() % items, near = 1 + random() % 12, b = random() % 4 ? a + near : random() % items;
    if (b >= items || a == b || !seen.emplace(std::min(a, b), std::max(a, b)).second) continue;
    out.push_back({std::min(a, b), std::max(a, b), 0.2 + 0.05 * static_cast<double>(random() % 16)});
  }
  return out;
}

// What cut_again says of the graph when it begins with the changed items and takes in whatever lies beyond: all pieces,
// those it did not look at as they were. `looked_at` counts the items it saw.
Pieces cut_around(const Pieces& former, const std::set<uint32_t>& changed, uint32_t items,
                  const std::vector<RelatedPair>& pairs, size_t largest, size_t& looked_at) {
  Surroundings part;
  part.former.assign(items, Surroundings::kOutside);
  for (uint32_t i : changed) part.former[i] = Surroundings::kChanged;
  std::set<int32_t> loosened = {Surroundings::kChanged};
  for (;;) {
    part.pairs.clear();
    for (const RelatedPair& pair : pairs) {
      const int32_t a = part.former[pair.a], b = part.former[pair.b];
      const bool inside = a != Surroundings::kOutside && b != Surroundings::kOutside;
      if (inside || loosened.contains(a) || loosened.contains(b)) part.pairs.push_back(pair);
    }
    const Recut recut = cut_again(part, largest);
    const size_t before = loosened.size();
    loosened.insert(recut.loosened.begin(), recut.loosened.end());
    if (loosened.size() > before) continue;
    if (recut.beyond.empty()) {
      Pieces all = recut.pieces;
      looked_at = 0;
      for (const auto& piece : all) looked_at += piece.size();
      for (const auto& piece : former) {
        if (part.former[piece.front()] == Surroundings::kOutside) all.push_back(piece);
      }
      std::sort(all.begin(), all.end());
      return all;
    }
    for (uint32_t i : recut.beyond) {
      for (size_t p = 0; p < former.size(); ++p) {
        if (!std::binary_search(former[p].begin(), former[p].end(), i)) continue;
        for (uint32_t item : former[p]) part.former[item] = static_cast<int32_t>(p);
      }
    }
  }
}

TEST(Pieces, CutAgainAroundAChangeAsFromScratch) {
  std::mt19937 random(7);
  size_t partly = 0;
  for (int round = 0; round < 300; ++round) {
    constexpr uint32_t kItems = 120;
    const size_t largest = round % 2 ? 20 : 40;
    std::vector<RelatedPair> pairs = random_pairs(kItems, 150 + 5 * static_cast<uint32_t>(round % 30), random);
    std::set<uint32_t> changed;  // an item that comes, one that goes (and leaves its piece changed), or both
    const uint32_t fresh = random() % kItems, gone = random() % kItems;
    std::vector<RelatedPair> before, after;
    for (const RelatedPair& pair : pairs) {
      const bool of_fresh = pair.a == fresh || pair.b == fresh, of_gone = pair.a == gone || pair.b == gone;
      if (round % 3 == 2 || !of_fresh) before.push_back(pair);
      if (round % 3 == 1 || !of_gone) after.push_back(pair);
    }
    const Pieces former = cut_into_pieces(kItems, before, largest), asked = cut_into_pieces(kItems, after, largest);
    if (round % 3 != 2) changed.insert(fresh);
    for (const auto& piece : former) {
      const bool hit = std::binary_search(piece.begin(), piece.end(), gone) && round % 3 != 1;
      if (hit) changed.insert(piece.begin(), piece.end());
    }
    size_t looked_at = 0;
    Pieces left;  // the changed stand in no former piece
    for (const auto& piece : former) {
      if (!changed.contains(piece.front())) left.push_back(piece);
    }
    EXPECT_EQ(cut_around(left, changed, kItems, after, largest, looked_at), asked) << round;
    partly += looked_at < kItems / 2;
  }
  EXPECT_GT(partly, 50u);  // or it would be no use
}

}  // namespace
}  // namespace dateline
