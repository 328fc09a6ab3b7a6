#include "link/terms.h"

#include <gtest/gtest.h>

#include "base/strings.h"

namespace dateline {
namespace {

TEST(Terms, WordsAreFoldedAndCut) {
  const std::pair<const char*, const char*> cases[] = {
      {"The talks' end: Kenya’s cities don't sleep", "the talk end kenya city don sleep"},
      {"Moïse, O'Brien and d’Estaing", "moise obrien and destaing"},
      {"1,000 police — 2,699 crises gas press", "1 000 police 2 699 crise gas press"},
      {"", ""},
      {"\xF0\x9F\x98\x80 \xE2\x80\x99", ""},
  };
  for (const auto& [text, want] : cases) {
    std::vector<std::string> got;
    for_each_word(text, [&](const Word& word) { got.emplace_back(word.folded); });
    EXPECT_EQ(join(got, " "), want) << text;
  }
}

TEST(Terms, BackgroundKnowsTheRareFromTheCommon) {
  auto background = Background::load(Resources::embedded());
  ASSERT_TRUE(background.ok());
  EXPECT_LT(background->idf("the"), 0.1);
  EXPECT_GT(background->idf("president"), 0.2);
  EXPECT_LT(background->idf("president"), background->idf("earthquake"));
  EXPECT_LT(background->idf("earthquake"), background->idf("qqqq"));
  EXPECT_NEAR(background->idf("qqqq"), 9.2, 0.2);
}

}  // namespace
}  // namespace dateline
