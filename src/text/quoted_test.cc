#include "text/quoted.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

// The stretches of a text as "[depth]words", parted by "|"; ">" before one that goes on from the paragraph before.
std::string stretches(const std::string& text) {
  Document doc;
  doc.text = text;
  doc.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::body, "", {}, "test"}};
  std::string out;
  for (const QuotedStretch& q : find_quoted(doc)) {
    if (!out.empty()) out += '|';
    if (q.continues) out += '>';
    out += std::to_string(q.depth) + std::string(doc.words(q.inner)) + (q.closed ? "" : "…");
  }
  return out;
}

struct Case {
  std::string text, expected;
};

TEST(QuoteMarks, FindsWhatStandsBetweenMarks) {
  const Case cases[] = {
      {"“We will go,” he said. “Soon.”", "0We will go,|0Soon."},
      {"\"We will go,\" he said, \"soon.\"", "0We will go,|0soon."},
      {"``We will go,'' he said.", "0We will go,"},
      {"''We will go,'' he said.", "0We will go,"},
      {"He said: “She told me ‘go now’ and left.”", "0She told me ‘go now’ and left.|1go now"},
      {"The minister’s car, the drivers’ strike, in the ’90s.", ""},
      {"It's the workers' right, isn't it.", ""},
      {"'We will go,' he said.", "0We will go,"},
      {"“First part.\n“Second part,” she said.", "0First part.…|>0Second part,"},
      {"“First part.\nNo mark here.", "0First part.…"},
      {"A 6\" pipe and a 12\" one.", ""},
      {"He called it \"a lie.\"", "0a lie."},
      {"«Nous partons», dit-il.", "0Nous partons"},
      {"Empty “” and “ ” marks.", ""},
      {"(“We will go,” he said.)", "0We will go,"},
  };
  for (const Case& c : cases) EXPECT_EQ(stretches(c.text), c.expected) << c.text;
}

}  // namespace
}  // namespace dateline
