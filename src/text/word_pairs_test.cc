#include "text/word_pairs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

using Kind = WordPairs::Kind;

TEST(WordPairs, KnowsTheLevelOfAPairByItsKind) {
  constexpr size_t kLines = 4;
  std::vector<WordPairs::Line> lines(kLines);
  const auto put = [&](uint32_t key, int place, uint32_t level) {
    lines[WordPairs::line(key, kLines)].entry[place] = WordPairs::entry(key, level);
  };
  const uint32_t before = WordPairs::key(Kind::before, 7, 8), behind = WordPairs::key(Kind::behind, 7, 8);
  put(before, 0, 15);
  put(behind, WordPairs::Line::kSize - 1, 3);
  const std::string bytes =
      pack_model({{"pairs", {reinterpret_cast<const char*>(lines.data()), lines.size() * sizeof lines[0]}}});
  auto file = ModelFile::open("pairs", bytes);
  ASSERT_TRUE(file.ok());
  auto pairs = WordPairs::open(*file, "pairs");
  ASSERT_TRUE(pairs.ok());
  EXPECT_EQ(pairs->level(before), 15u);
  EXPECT_EQ(pairs->level(behind), 3u);
  EXPECT_EQ(pairs->level(WordPairs::key(Kind::before, 8, 7)), 0u);
}

TEST(WordPairs, NeedsItsPart) {
  const std::string bytes = pack_model({{"other", "1234"}});
  auto file = ModelFile::open("pairs", bytes);
  ASSERT_TRUE(file.ok());
  EXPECT_FALSE(WordPairs::open(*file, "pairs").ok());
}

}  // namespace
}  // namespace dateline
