// Headlines in title case, through tagger and parser.
#include <gtest/gtest.h>

#include "dateline/engine.h"

namespace dateline {
namespace {

Document report(const std::string& headline, const std::string& body) {
  static const Engine engine = std::move(Engine::load()).value();
  Capture capture;
  capture.payload = headline + "\n\n" + body + "\n";
  return std::move(engine.analyse(capture)).value();
}

Upos tag_of(const Document& doc, std::string_view word) {
  for (const Token& t : doc.tokens) {
    if (doc.words(t) == word) return t.upos;
  }
  return Upos::X;
}

TEST(HeadlineCase, VerbsAndCommonNounsAreNoNames) {
  const Document doc = report("Mayor Threatens to Close Bridge After Collapse of Talks With Hale",
                              "The mayor spoke on Monday. She told Mr. Hale that the talks had failed.");
  EXPECT_EQ(tag_of(doc, "Threatens"), Upos::VERB);
  EXPECT_EQ(tag_of(doc, "Bridge"), Upos::NOUN);
  EXPECT_EQ(tag_of(doc, "Hale"), Upos::PROPN);
  ASSERT_NE(doc.main_event, kNone);
  EXPECT_EQ(doc.events[doc.main_event].type.view(), "THREATEN");
}

TEST(HeadlineCase, NamesThatTheTextDoesNotHoldStay) {
  const Document doc = report("Mary Stone Quits as Mayor of Leeds", "Nothing else is told here by anybody.");
  EXPECT_EQ(tag_of(doc, "Stone"), Upos::PROPN);
  EXPECT_EQ(tag_of(doc, "Quits"), Upos::VERB);
  EXPECT_EQ(tag_of(doc, "Leeds"), Upos::PROPN);
}

TEST(HeadlineCase, ShortHeadlines) {
  const Document doc = report("Four Die as Bridge Collapses", "Nothing else is told here by anybody.");
  EXPECT_EQ(tag_of(doc, "Die"), Upos::VERB);
  EXPECT_EQ(tag_of(doc, "Bridge"), Upos::NOUN);
}

// What the tagger takes for nouns in headlines, as they have few small words: most are given their verb.
TEST(HeadlineCase, HeadlinesHaveVerbs) {
  const std::pair<const char*, const char*> cases[] = {
      {"Mayor praises firefighters at memorial", "praises"},       {"Court rebukes tax office for delays", "rebukes"},
      {"Storm fears prompt calls for new dam", "prompt"},          {"Two cities sue governor over water", "sue"},
      {"Senators blame minister for power cuts", "blame"},         {"Governor visits flooded villages", "visits"},
      {"Treasury finalizes loan deal with shipyard", "finalizes"}, {"Protesters target harbour in rally", "target"}};
  int verbs = 0;
  for (const auto& [headline, verb] : cases)
    verbs += tag_of(report(headline, "The town heard of it on Monday."), verb) == Upos::VERB;
  EXPECT_GE(verbs, 6);
}

}  // namespace
}  // namespace dateline
