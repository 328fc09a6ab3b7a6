#include "base/string_table.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>

namespace dateline {
namespace {

TEST(StringTable, HoldsWordsOfEveryLengthAndNoOthers) {
  std::deque<std::string> words = {""};
  for (int i = 0; i < 3000; ++i)
    words.push_back(std::string(i % 23, static_cast<char>('a' + i % 7)) + std::to_string(i));
  words.push_back(std::string(20, 'x') + "-one-" + std::string(20, 'x'));  // alike at both ends
  words.push_back(std::string(20, 'x') + "-two-" + std::string(20, 'x'));
  StringTable<size_t> table;
  EXPECT_EQ(table.find("a"), nullptr);
  for (size_t i = 0; i < words.size(); ++i) EXPECT_TRUE(table.emplace(words[i], i).second);
  EXPECT_EQ(table.size(), words.size());
  for (size_t i = 0; i < words.size(); ++i) {
    ASSERT_NE(table.find(words[i]), nullptr) << words[i];
    EXPECT_EQ(*table.find(words[i]), i);
    EXPECT_EQ(table.find(words[i] + "!"), nullptr);
  }
  EXPECT_EQ(table.emplace(words[5], 99), (std::pair(&table[words[5]], false)));
  EXPECT_EQ(table[words[5]], 5u);
}

}  // namespace
}  // namespace dateline
