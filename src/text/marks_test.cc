#include "text/marks.h"

#include <gtest/gtest.h>

#include "base/strings.h"

namespace dateline {
namespace {

// A sentence of "word/head" and marks, heads counted from 1 (0: the root).
struct Reader {
  WordsAndMarks sentence;
  std::vector<int> head;
  std::vector<std::string> tokens;

  explicit Reader(std::string_view text) {
    sentence.start();
    for (const std::string_view item : split(text, ' ')) {
      const size_t slash = item.find('/');
      const bool mark = slash == std::string_view::npos;
      tokens.emplace_back(item.substr(0, slash));
      sentence.add(tokens.back(), mark);
      head.push_back(mark ? -1 : std::atoi(std::string(item.substr(slash + 1)).c_str()) - 1);
    }
    sentence.finish();
    for (size_t i = 0; i < head.size(); ++i) {
      if (head[i] == -1 && !sentence.is_mark(static_cast<int>(i))) head[i] = static_cast<int>(head.size());
    }
  }
  // Each mark with the word it hangs on.
  std::string hung() {
    sentence.hang(head);
    std::string out;
    for (size_t i = 0; i < head.size(); ++i) {
      if (!sentence.is_mark(static_cast<int>(i))) continue;
      out += (out.empty() ? "" : " ") + tokens[i] + tokens[static_cast<size_t>(head[i])];
    }
    return out;
  }
};

}  // namespace

TEST(Marks, HangOnWhatTheyPart) {
  const std::pair<const char*, const char*> cases[] = {
      // The full stop on the root, commas on what they part from it.
      {"On/2 Friday/5 , rain/5 fell/0 .", ",Friday .fell"},
      {"Rain/2 fell/0 , police/5 said/2 .", ",said .fell"},
      {"Ruto/5 , president/1 , came/0 .", ",president ,Ruto .came"},
      {"Peru/0 , Chile/1 , and/6 Haiti/1", ",Chile ,Haiti"},
      // Pairs on the head of what they enclose; what is inside stays inside.
      {"It/4 “ is/4 over/0 , ” he/8 said/4 .", "“over ,over ”over .over"},
      {"Ali/5 ( Smith/1 ) won/0 .", "(Smith )Smith .won"},
      {"\" Go/0 ! \"", "\"Go !Go \"Go"},
      // Two words inside hang on others outside: no pair.
      {"a/0 ( b/1 c/1 ) d/1", "(b )d"},
      // Marks alone.
      {"...", ""},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(Reader(text).hung(), expected) << text;
}

TEST(Marks, TheParserIsToldOfThemByKind) {
  Reader reader("On/2 Friday/4 , rain/5 \" fell/0 \" .");
  const auto& gaps = reader.sentence.gaps();
  ASSERT_EQ(gaps.size(), 5u);
  EXPECT_EQ(gaps[0], 0);
  EXPECT_EQ(gaps[2], kComma);
  EXPECT_EQ(gaps[3], kQuoteOpens);
  EXPECT_EQ(gaps[4], kQuoteCloses | kStop);
}

TEST(Marks, AloneTheyAreWords) {
  WordsAndMarks sentence;
  sentence.start();
  sentence.add("*", true);
  sentence.add("*", true);
  sentence.finish();
  EXPECT_EQ(sentence.words().size(), 2u);
  EXPECT_FALSE(sentence.is_mark(0));
}

}  // namespace dateline
