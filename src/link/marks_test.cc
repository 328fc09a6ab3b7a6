#include "link/marks.h"

#include <gtest/gtest.h>

#include "dateline/engine.h"

namespace dateline {
namespace {

Marks marks_of(std::string_view text, std::string_view trigger) {
  static const Engine engine = std::move(Engine::load()).value();
  static const MarkReader reader = std::move(MarkReader::load(Resources::embedded())).value();
  Capture capture;
  capture.payload = std::string(text);
  const Document doc = std::move(engine.analyse_plain(capture)).value();
  const std::vector<Marks> marks = reader.read(doc);
  for (size_t j = 0; j < doc.events.size(); ++j) {
    if (doc.words(doc.events[j].span) == trigger) return marks[j];
  }
  ADD_FAILURE() << "no event '" << trigger << "' in: " << text;
  return {};
}

TEST(Marks, TurnOfVerbAndNoun) {
  EXPECT_EQ(marks_of("A second earthquake struck Turkey on Monday.", "struck").turn, 2);
  EXPECT_EQ(marks_of("The toll of a first quake was higher.", "quake").turn, 1);
  EXPECT_EQ(marks_of("Turkey was rocked by a second earthquake.", "rocked").turn, 2);
  EXPECT_EQ(marks_of("Another earthquake struck Turkey on Monday.", "struck").turn, kOneMore);
  EXPECT_EQ(marks_of("An earthquake struck Turkey on the second day of the talks.", "struck").turn, 0);
}

TEST(Marks, Contradict) {
  const Label magnitude("magnitude");
  struct Case {
    Marks a, b;
    bool expected;
  };
  const Case cases[] = {{{1, {}}, {2, {}}, true},
                        {{2, {}}, {2, {}}, false},
                        {{0, {}}, {2, {}}, false},
                        {{kOneMore, {}}, {1, {}}, true},
                        {{kOneBefore, {}}, {kNewOne, {}}, true},
                        {{0, {{magnitude, 7.8}}}, {0, {{magnitude, 7.5}}}, true},
                        {{0, {{magnitude, 7.8}}}, {0, {{magnitude, 7.7}}}, false},
                        {{0, {{magnitude, 7.8}, {magnitude, 7.5}}}, {0, {{magnitude, 7.5}}}, false}};
  for (const Case& c : cases) {
    EXPECT_EQ(contradict(c.a, c.b), c.expected) << int{c.a.turn} << " " << int{c.b.turn};
    EXPECT_EQ(contradict(c.b, c.a), c.expected) << int{c.b.turn} << " " << int{c.a.turn};
  }
}

}  // namespace
}  // namespace dateline
