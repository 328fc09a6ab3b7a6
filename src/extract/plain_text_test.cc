#include <gtest/gtest.h>

#include "extract/testing.h"

namespace dateline {
namespace {

Article read(std::string text, GivenFacts given = {}) {
  Capture capture;
  capture.path = "x.txt";
  capture.payload = std::move(text);
  capture.given = std::move(given);
  auto article = test_extractor().extract(capture);
  EXPECT_TRUE(article.ok()) << article.error().text();
  return article.ok() ? *article : Article{};
}

TEST(PlainText, FirstLineIsHeadlineUnlessItIsALede) {
  Article a = read("Bridge closed after flood\n\nThe bridge at Oldtown was closed on Monday, the council said.\n");
  EXPECT_EQ(a.headline, "Bridge closed after flood");
  EXPECT_EQ(of_kind(a, SectionKind::body), "The bridge at Oldtown was closed on Monday, the council said.");
  a = read(
      "The bridge at Oldtown was closed on Monday after the river rose by two metres in a night, the council "
      "said.\nNobody was hurt.");
  EXPECT_EQ(a.headline, "");
  EXPECT_TRUE(of_kind(a, SectionKind::body).starts_with("The bridge at Oldtown"));
}

TEST(PlainText, GivenHeadlineGoesInFrontOnce) {
  GivenFacts given;
  given.headline = "Bridge closed";
  Article a = read("The bridge was closed on Monday, the council said.", given);
  EXPECT_TRUE(a.text.starts_with("Bridge closed\n\nThe bridge"));
  EXPECT_EQ(of_kind(a, SectionKind::headline), "Bridge closed");
  a = read("Bridge closed\nThe bridge was closed on Monday, the council said.", given);
  EXPECT_TRUE(a.text.starts_with("Bridge closed\nThe bridge"));
}

TEST(PlainText, AHeadlineInCapitalsBetweenParagraphsIsALink) {
  const Article a = read(
      "Bridge closed\n\nThe bridge was closed on Monday, the council said.\n\nHARBOUR CITY VOTES TO CLOSE FERRY "
      "LINE\n\nWHAT COMES NEXT\n\nIt opens again in May, the council said.\n");
  EXPECT_EQ(of_kind(a, SectionKind::boilerplate), "HARBOUR CITY VOTES TO CLOSE FERRY LINE");
  const Article own =
      read("http://www.example.org/1\nHARBOUR CITY VOTES TO CLOSE FERRY LINE\nMarch 5\nThe council voted on Monday.\n");
  EXPECT_EQ(of_kind(own, SectionKind::boilerplate).find("HARBOUR"), std::string::npos);
  const Article loud = read("THE BRIDGE WAS CLOSED ON MONDAY\n\nNOBODY WAS HURT ON THE BRIDGE\n\nIT OPENS IN MAY\n");
  EXPECT_EQ(of_kind(loud, SectionKind::boilerplate), "");
}

TEST(PlainText, ZeroWidthSignsAloneOnALineBelongToASection) {
  const Article a = read("Bridge closed\n\nThe bridge was closed on Monday, the council said.\n\n\uFEFF\n");
  ASSERT_FALSE(a.sections.empty());
  EXPECT_TRUE(a.text.substr(a.sections.back().span.end).find("\uFEFF") == std::string::npos);
}

TEST(PlainText, BoilerplateBetweenParagraphs) {
  const Article a = read(
      "Bridge closed after flood\n\nBridge closed after flood\n\nJane Roe\n\nThe bridge was closed on "
      "Monday.\nAdvertisement\n"
      "It will stay closed for a week, the mayor said.\nAlso Read: Why the river rises every spring\nNobody was hurt.\n"
      "Follow our WhatsApp Channel for news.\n");
  EXPECT_EQ(of_kind(a, SectionKind::body),
            "The bridge was closed on Monday. / It will stay closed for a week, the mayor said. / Nobody was hurt.");
  EXPECT_EQ(a.byline, "Jane Roe");
}

TEST(PlainText, LinksRunTogetherWithTheLastParagraph) {
  const std::string head = "Bridge closed after flood\n\n";
  const std::string said = "The bridge was closed on Monday, the council said. Nobody was hurt.";
  EXPECT_EQ(of_kind(read(head + said + " ALSO: Ferry sinks off Corfu Two held over bank raid"), SectionKind::body),
            said);
  const std::string told = "The bridge was closed on Monday. LATER: the council opened it again.";
  EXPECT_EQ(of_kind(read(head + told), SectionKind::body), told);
}

TEST(PlainText, WhatFollowsTheLastSentence) {
  const std::string head = "Bridge closed after flood\n\n";
  const std::string said = "The bridge was closed on Monday, the council said. Nobody was hurt.";
  for (std::string_view tail :
       {"Copyright 2012 The Example Press. All rights reserved. This material may not be published or rewritten.",
        "(Reporting by Jane Roe; Editing by John Doe)",
        "ALSO: Ferry sinks off Corfu Two held over bank raid roe@example.com Follow Jane Roe on Twitter .",
        "Follow Jane Roe @roe_writes .",
        "Like us on Facebook: www.facebook.com/example Follow us on Twitter: www.twitter.com/example"})
    EXPECT_EQ(of_kind(read(head + said + " " + std::string(tail)), SectionKind::body), said) << tail;
  const std::string told =
      "The council has a copyright on the plan, and the mayor a copy. \"Follow us. Contact the town.\"";
  EXPECT_EQ(of_kind(read(head + told), SectionKind::body), told);
}

TEST(PlainText, Utf8ReadAsAnotherEncodingIsPutRight) {
  const Article a = read(
      "Bridge closed\n\nThe mayor called it \u00E2\u20AC\u0153a trap\u00E2\u20AC\uFFFD on Monday.\u00C2\u00A0It was "
      "shut.");
  EXPECT_EQ(of_kind(a, SectionKind::body), "The mayor called it \u201Ca trap\u201D on Monday.\u00A0It was shut.");
}

TEST(PlainText, StatedDates) {
  struct Case {
    const char *text, *date;
  };
  const Case cases[] = {
      {" date 2024-11-08 Our sport has moved.\n\nBridge closed\n\nThe bridge was closed, they said.", "2024-11-08"},
      {"Bridge closed\nPublished: 3 May 2019, 10:20 GMT\nThe bridge was closed, they said.", "2019-05-03T10:20:00Z"},
      {"Bridge closed\nBy Jane Roe, The Example, May 3, 2019\nThe bridge was closed, they said.", "2019-05-03"},
      {"Bridge closed\nPosted on Friday, 03/05/2019\nThe bridge was closed, they said.", "2019-05-03"},
      {"Bridge closed\n3. Mai 2019\nDie Brücke wurde gesperrt, sagte der Rat.", "2019-05-03"},
      {"Bridge closed\nUpdated: May 4, 2019\nPublished: May 3, 2019\nThe bridge was closed, they said.", "2019-05-03"},
      {"Bridge closed\nThe bridge was closed on May 3, 2019, they said.", ""},
  };
  for (const Case& c : cases) {
    const Article a = read(c.text);
    EXPECT_EQ(to_string(a.published), c.date) << c.text;
    EXPECT_EQ(a.published_basis, *c.date ? "stated" : "") << c.text;
    EXPECT_EQ(a.published_evidence.empty(), *c.date == 0);
  }
}

TEST(PlainText, CaptionsOfPictures) {
  const Article a = read(
      "Bridge closed after flood\n\nThe bridge at Oldtown during a flood.\nThe bridge at Oldtown during a "
      "flood.\nFile\n\n"
      "The bridge was closed on Monday, the council said.\n\nMayor Ann Poe with firemen during a visit to the river\n\n"
      "Nobody was hurt, she said.\n\nA man looks at the water. Sam Roe/Getty Images\n\nThe water falls.");
  EXPECT_EQ(of_kind(a, SectionKind::body),
            "The bridge was closed on Monday, the council said. / Nobody was hurt, she said. / The water falls.");
}

TEST(PlainText, CommentsWithAuthorAndTime) {
  const Article a = read(
      "Bridge closed\n\nThe bridge was closed on Monday, the council said.\n\nComments\n\nann (not verified)   Sun, "
      "03/10/2024 @ 12:00pm\n\n"
      "About time.\nIt was old.\n\nJoe (not verified)   Sun, 03/10/2024 @ 01:16pm\n\nNo!\n\nAdd new "
      "comment\n\nCAPTCHA\n2 + 1 =\n");
  std::vector<Section> comments;
  for (const Section& s : a.sections) {
    if (s.kind == SectionKind::comment) comments.push_back(s);
  }
  ASSERT_EQ(comments.size(), 2u);
  EXPECT_EQ(comments[0].author, "ann");
  EXPECT_EQ(to_string(comments[0].posted), "2024-03-10T12:00:00");
  EXPECT_EQ(comments[1].author, "Joe");
  EXPECT_EQ(of_kind(a, SectionKind::body), "The bridge was closed on Monday, the council said.");
  EXPECT_FALSE(a.published.known());
}

TEST(PlainText, WrappedLinesAreJoined) {
  const Article a = read(
      "Bridge closed\n\nThe bridge at Oldtown was closed on Monday after the river\nrose by two metres in a night, the "
      "council "
      "said in a notice\nthat was put up at the town hall. Nobody was hurt, it said.\n\nThe bridge will stay closed "
      "until Friday, the "
      "mayor said,\nbut the old ferry will carry passengers from six o'clock in\nthe morning until midnight.\n");
  EXPECT_EQ(of_kind(a, SectionKind::body).find("river rose by two metres"), 53u);
  EXPECT_EQ(std::count(a.text.begin(), a.text.end(), '\n'), 5);
}

TEST(PlainText, EncodingsAndBrokenBytes) {
  Article a = read(
      "Caf\xE9 ferm\xE9 \xE0 Lyon\n\nLe caf\xE9 de la gare est ferm\xE9 depuis lundi, a d\xE9"
      "clar\xE9 le maire de la ville.");
  EXPECT_EQ(a.headline, "Café fermé à Lyon");
  EXPECT_EQ(a.language, "fr");
  EXPECT_FALSE(a.notes.empty());
  a = read("Café fermé\n\nLe café est ferm\xFF, dit le maire. Il est fermé, été comme hiver.");
  EXPECT_NE(a.text.find("\uFFFD"), std::string::npos);
  EXPECT_FALSE(a.notes.empty());
}

TEST(PlainText, BadInputIsAnError) {
  for (const std::string& bad : {std::string(), std::string("   \n "), std::string("\x00\x01\x02\x00PK\x00", 8),
                                 std::string(40 << 20, 'a'), std::string(9 << 20, 'b')}) {
    Capture capture;
    capture.path = "bad.txt";
    capture.payload = bad;
    const auto article = test_extractor().extract(capture);
    ASSERT_FALSE(article.ok());
    EXPECT_EQ(article.error().where, "bad.txt");
  }
}

TEST(PlainText, SectionsCoverTheText) {
  const Article a =
      read("Bridge closed\n\nAdvertisement\n\nThe bridge was closed, they said.\n\n\nIt was old, they said.\n");
  size_t at = 0;
  for (const Section& s : a.sections) {
    EXPECT_LE(at, s.span.begin);
    for (; at < s.span.begin; ++at) EXPECT_TRUE(isspace(a.text[at])) << at;
    at = s.span.end;
  }
}

}  // namespace
}  // namespace dateline
