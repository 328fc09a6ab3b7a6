#include "base/find_text.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

TEST(FindText, AsTheStandardLibraryFindsIt) {
  std::string text;
  for (int i = 0; i < 90; ++i) text += "police in Paris; a pole, Apia " + std::to_string(i);
  for (const std::string wanted : {"police", "p", "Paris; a pole", "pole, Apia 8", "89", "xq", "Apia 90", "po", "9p"}) {
    for (size_t from = 0; from <= text.size() + 1; ++from)
      ASSERT_EQ(find_text(text, wanted, from), text.find(wanted, from)) << wanted << " from " << from;
  }
  EXPECT_EQ(find_text("ab", "abc", 0), std::string_view::npos);
  EXPECT_EQ(find_text("abc", "", 0), std::string_view::npos);
  EXPECT_EQ(find_text(text, text, 0), 0U);
}

}  // namespace
}  // namespace dateline
