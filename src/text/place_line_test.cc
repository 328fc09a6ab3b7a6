#include "text/place_line.h"

#include <gtest/gtest.h>

#include "dateline/engine.h"

namespace dateline {
namespace {

TEST(PlaceLine, IsASentenceOfItsOwn) {
  static const Engine engine = std::move(Engine::load()).value();
  struct Case {
    std::string_view text, first;
  };
  const Case cases[] = {
      {"GAZA CITY, Gaza Strip (AP) — Israel and Hamas began a truce on Tuesday.", "GAZA CITY, Gaza Strip (AP) —"},
      {"NAIROBI, March 9 (Reuters) - Kenya sent troops to Haiti on Friday.", "NAIROBI, March 9 (Reuters) -"},
      {"PORT-AU-PRINCE, Haiti — Gangs attacked the airport on Sunday.", "PORT-AU-PRINCE, Haiti —"},
      {"Washington (CNN) -- The president met the king on Monday.", "Washington (CNN) --"},
      {"Washington (CNN) President Anna Berg announced on Monday that she was leaving.", "Washington (CNN)"},
      {"(CNN) The president met the king on Monday.", "(CNN)"},
      {"World Bank (WB) President Anna Berg met the king on Monday.",
       "World Bank (WB) President Anna Berg met the king on Monday."},
      {"VIENNA – Ministers agreed on a text on Friday night.", "VIENNA –"},
      {"Apple – the maker of phones – was fined on Monday.", "Apple – the maker of phones – was fined on Monday."},
      {"NATO members met in Madrid - and agreed on little.", "NATO members met in Madrid - and agreed on little."},
  };
  for (const Case& c : cases) {
    Capture capture;
    capture.payload = std::string(c.text);
    const Document doc = std::move(engine.analyse_plain(capture)).value();
    ASSERT_FALSE(doc.sentences.empty());
    EXPECT_EQ(doc.words(doc.sentences[0].span), c.first);
    EXPECT_EQ(is_place_line(doc, doc.sentences[0]), doc.sentences.size() > 1) << c.text;
  }
}

TEST(PlaceLine, BehindASummaryInTheSameParagraph) {
  static const Engine engine = std::move(Engine::load()).value();
  Capture capture;
  capture.payload =
      "The owner of a fallen bridge was held. ULMEN, Germany — Police arrested the owner of a bridge on Sunday.";
  const Document doc = std::move(engine.analyse_plain(capture)).value();
  ASSERT_EQ(doc.sentences.size(), 3u);
  EXPECT_EQ(doc.words(doc.sentences[1].span), "ULMEN, Germany —");
}

}  // namespace
}  // namespace dateline
