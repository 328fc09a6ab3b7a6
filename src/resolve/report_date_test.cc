#include "resolve/report_date.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace dateline {
namespace {

// A document whose words stand as they are, each word a token, each line a sentence; dates are given by hand, since
// this room must not know the one that finds them.
struct Dated {
  const char* words;
  const char* value;
};

int8_t weekday_in(std::string_view words) {
  constexpr std::string_view kDays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  for (int8_t i = 0; i < 7; ++i) {
    if (words.find(kDays[i]) != std::string_view::npos) return i;
  }
  return -1;
}

Document report(const std::string& text, const std::vector<Dated>& dates) {
  Document doc;
  doc.id = text.substr(0, 12);
  doc.text = text;
  doc.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::body, "", {}, ""}};
  for (uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<uint32_t>(std::min(text.find('\n', at), text.size()));
    Sentence s;
    s.span = {at, end};
    s.tokens.begin = static_cast<uint32_t>(doc.tokens.size());
    for (uint32_t i = at; i < end;) {
      const auto stop = std::min(end, static_cast<uint32_t>(std::min(text.find(' ', i), text.size())));
      Token t;
      t.span = {i, stop};
      doc.tokens.push_back(t);
      i = stop + 1;
    }
    s.tokens.end = static_cast<uint32_t>(doc.tokens.size());
    doc.sentences.push_back(s);
    at = end + 1;
  }
  for (const Dated& d : dates) {
    Timex t;
    const auto begin = static_cast<uint32_t>(text.find(d.words));
    t.span = {begin, begin + static_cast<uint32_t>(std::string_view(d.words).size())};
    t.value = Label(std::string_view(d.value));
    t.weekday = weekday_in(d.words);
    if (std::string_view(d.words) == "today") t.from_now = 0;
    if (auto value = parse_edtf(d.value)) t.edtf = *value;
    doc.times.push_back(t);
  }
  return doc;
}

std::string inferred(Document doc) {
  static const ReportDater dater = ReportDater::load(Resources::embedded()).value();
  dater.infer(doc);
  return to_string(doc.published.value);
}

}  // namespace

TEST(ReportDate, FromTheReportsOwnWords) {
  const std::string lede = "They spoke on Thursday, November 7, 2024 by phone.";
  EXPECT_EQ(inferred(report(lede, {{"Thursday, November 7, 2024", "2024-11-07"}})).substr(0, 11), "[2024-11-07");
  // An old date bounds the report below and says no more.
  const std::string old =
      "They spoke on Saturday.\nMuch was said.\nMore was said.\nStill more was said.\nHe came to power on June 5, 2008 "
      "there.";
  EXPECT_EQ(inferred(report(old, {{"Saturday", "XXXX-WXX-6"}, {"June 5, 2008", "2008-06-05"}})), "[2008-06-05..]");
  EXPECT_EQ(inferred(report("They spoke on Saturday.", {{"Saturday", "XXXX-WXX-6"}})), "");
  EXPECT_EQ(inferred(report("Nothing is dated here.", {})), "");
}

TEST(ReportDate, CommentsAndTheWeekdayMeet) {
  Document doc = report("They spoke on Saturday.\nA reader answers.", {{"Saturday", "XXXX-WXX-6"}});
  doc.sections = {{{0, 23}, SectionKind::body, "", {}, ""},
                  {{24, 41}, SectionKind::comment, "R", *parse_edtf("2024-03-10"), ""}};
  doc.sentences[1].section = 1;
  EXPECT_EQ(inferred(doc), "[2024-03-09..2024-03-10]");
}

TEST(ReportDate, AnAddressTellsTheDayAndAFolderDoesNot) {
  Document doc = report("Nothing is dated here.", {});
  doc.url = "https://news.example/2015/jul/14/deal";
  EXPECT_EQ(inferred(doc), "2015-07-14");
  doc.url = "file:stories/2015-07-14/1.txt";
  EXPECT_EQ(inferred(doc), "");
}

TEST(ReportDate, ADatelineWithoutItsYear) {
  // The first March 10 after June 2023 is a Sunday: the Saturday is the day before.
  const std::string lede = "NAIROBI, March 10 (Reuters) - They met on ";
  const std::string rest = ".\nHe came here in June 2023 once.";
  EXPECT_EQ(inferred(report(lede + "Saturday" + rest,
                            {{"March 10", "XXXX-03-10"}, {"Saturday", "XXXX-WXX-6"}, {"June 2023", "2023-06"}})),
            "[2024-03-10..2024-03-11]");
  EXPECT_EQ(inferred(report(lede + "Monday" + rest,
                            {{"March 10", "XXXX-03-10"}, {"Monday", "XXXX-WXX-1"}, {"June 2023", "2023-06"}})),
            "[2023-06-01..]")
      << "no March 10 near it has that Monday";
}

TEST(ReportDate, TodayWithItsDate) {
  EXPECT_EQ(inferred(report("They met today, March 9, 2024, there.",
                            {{"today", "XXXX-XX-XX"}, {"March 9, 2024", "2024-03-09"}})),
            "2024-03-09");
}

TEST(ReportDate, TheFilesOwnDateIsTheLastResort) {
  Document doc = report("Nothing is dated here.", {});
  doc.changed = "2024-05-01";
  EXPECT_EQ(inferred(doc), "[..2024-05-01]");
  doc.changed = "1980-01-01";
  EXPECT_EQ(inferred(doc), "") << "what archives write where they know no date";
  Document told = report("He came to power on June 5, 2008 there.", {{"June 5, 2008", "2008-06-05"}});
  const std::string alone = inferred(told);
  told.changed = "2024-05-01";
  EXPECT_EQ(inferred(told), alone);
  Document ahead = report("They will have it by 2021 there.", {{"2021", "2021"}});
  ahead.changed = "2012-05-01";
  EXPECT_EQ(inferred(ahead), "") << "it speaks of years after its file's date";
}

TEST(ReportDate, WhatIsStatedStays) {
  Document doc = report("They spoke on March 5, 2024 there.", {{"March 5, 2024", "2024-03-05"}});
  doc.published.value = *parse_edtf("2020-01-01");
  doc.published.basis = "stated";
  EXPECT_EQ(inferred(doc), "2020-01-01");
}

// A copy takes its fellow's date, in whatever order the two are given.
TEST(ReportDate, AFellowWithTheSamePassageDatesACopy) {
  std::string text;
  for (int i = 0; i < 90; ++i)
    text += "word" + std::string(1, static_cast<char>('a' + i % 26)) + std::string(1, static_cast<char>('a' + i / 26)) +
            " ";
  Document dated = report("one " + text, {}), copy = report("two " + text, {}), other = report("Nothing else.", {});
  dated.published.value = *parse_edtf("2024-03-10");
  dated.published.basis = "stated";
  const ReportDater dater = ReportDater::load(Resources::embedded()).value();
  const auto a = dater.refine({&dated, &copy, &other}, {});
  const auto b = dater.refine({&other, &copy, &dated}, {});
  EXPECT_EQ(to_string(a[1].value), "[2024-03-09..2024-03-11]");
  EXPECT_EQ(a[1].basis, "inferred");
  EXPECT_EQ(to_string(b[1].value), to_string(a[1].value));
  EXPECT_EQ(b[1].why, a[1].why);
  EXPECT_EQ(to_string(a[0].value), "2024-03-10");
  EXPECT_FALSE(a[2].value.known());
}

}  // namespace dateline
