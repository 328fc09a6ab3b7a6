#include "text/word_numbers.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(WordNumbers, CountFormsAsTheyAreMet) {
  WordNumbers numbers(5);
  EXPECT_EQ(numbers.add("the"), 0u);
  EXPECT_EQ(numbers.add("The"), 1u);
  EXPECT_EQ(numbers.add("ferry"), 2u);
  EXPECT_EQ(numbers.add("the"), 0u);
  EXPECT_EQ(numbers.size(), 3u);
  EXPECT_EQ(numbers[2], "ferry");
}

}  // namespace
}  // namespace dateline
