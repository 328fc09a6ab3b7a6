#include "reconcile/clocks.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

int8_t weekday_in(std::string_view words) {
  constexpr std::string_view kDays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  for (int8_t i = 0; i < 7; ++i) {
    if (words.starts_with(kDays[i])) return i;
  }
  return -1;
}

// "It struck on WEEKDAY." with the weekday resolved to `day`, published on `published`.
Document struck(const std::string& id, const std::string& weekday, std::string_view day, std::string_view published,
                bool anchored = true) {
  Document doc;
  doc.id = id;
  doc.text = "It struck on " + weekday + ".";
  doc.sections = {{{0, static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
  doc.lemmas = std::string("\0strike\0", 8);
  Token token;
  token.span = {3, 9};
  token.lemma = 1;
  doc.tokens = {token};
  Timex t;
  t.span = {13, static_cast<uint32_t>(13 + weekday.size())};
  t.edtf = *parse_edtf(day);
  t.anchored = anchored;
  t.weekday = weekday_in(weekday);
  if (weekday == "today") t.from_now = 0;
  doc.times = {t};
  EventMention m;
  m.token = 0;
  m.time = 0;
  m.when = t.edtf;
  doc.events = {m};
  doc.main_event = 0;
  if (auto date = parse_edtf(published)) doc.published.value = *date;
  doc.published.basis = "given";
  return doc;
}

std::vector<Conflict> conflicts(const std::vector<Document>& reports) {
  std::vector<const Document*> docs;
  EventMap events;
  events.events.resize(1);
  for (const Document& doc : reports) {
    docs.push_back(&doc);
    events.of.push_back({0});
    events.main_of.push_back(0);
  }
  static const TenseReader tense = TenseReader::load(Resources::embedded()).value();
  return clock_conflicts(docs, events, tense);
}

}  // namespace

TEST(Clocks, ReportsThatPutOneEventOnDifferentDays) {
  const Document monday = struck("r-1", "Monday", "2023-02-06", "2023-02-07"),
                 sunday = struck("r-2", "Sunday", "2023-02-05", "2023-02-07"),
                 again = struck("r-3", "Monday", "2023-02-06", "2023-02-06"),
                 next = struck("r-4", "Tuesday", "2023-02-07", "2023-02-07");
  ASSERT_EQ(conflicts({monday, sunday, again}).size(), 1u);
  const Conflict c = conflicts({monday, sunday, again})[0];
  EXPECT_EQ(c.kind, ConflictKind::between_reports);
  ASSERT_EQ(c.sides.size(), 2u);
  EXPECT_EQ(c.sides[0].value, "2023-02-05");
  EXPECT_EQ(c.sides[1].reports, (std::vector<std::string>{"r-1", "r-3"}));
  EXPECT_TRUE(conflicts({monday, again}).empty());
  EXPECT_TRUE(conflicts({again, next}).empty()) << "each tells of its own day";
  // Today is only when it was written; a weekday of an inferred date says nothing.
  EXPECT_TRUE(conflicts({monday, struck("r-5", "today", "2023-02-05", "2023-02-05")}).empty());
  Document inferred = sunday;
  inferred.published.basis = "inferred";
  EXPECT_TRUE(conflicts({monday, inferred}).empty());
}

TEST(Clocks, ATodayThatCannotBe) {
  const Document monday = struck("r-1", "Monday", "2023-02-06", "2023-02-07"),
                 today = struck("r-2", "today", "2023-02-06", "2023-02-06"),
                 reprint = struck("r-3", "today", "2023-02-09", "2023-02-09");
  EXPECT_TRUE(conflicts({monday, today}).empty());
  EXPECT_TRUE(conflicts({today, reprint}).empty()) << "each tells of its own day";
  const auto found = conflicts({monday, today, reprint});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].sides[1].value, "2023-02-09 (“today”)");
}

TEST(Clocks, ATodayWithAnotherWeekday) {
  Document doc = struck("r-1", "today", "2024-03-12", "2024-03-12");
  doc.text = "It struck on today, Saturday.";
  doc.sections[0].span.end = static_cast<uint32_t>(doc.text.size());
  Timex t;
  t.span = {20, 28};
  t.anchored = true;
  t.weekday = 5;
  doc.times.push_back(t);
  ASSERT_EQ(conflicts({doc}).size(), 1u);
  EXPECT_EQ(conflicts({doc})[0].about, "today");
  doc.published.value = *parse_edtf("2024-03-10T02:00:00Z");
  EXPECT_TRUE(conflicts({doc}).empty()) << "Saturday evening elsewhere";
}

TEST(Clocks, ATodayThatNamesAnotherWeekdayItself) {
  Document doc = struck("r-1", "today, Friday", "2024-03-08", "2024-03-07");
  doc.times[0].weekday = 4;
  doc.times[0].from_now = 0;
  const auto found = conflicts({doc});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].sides[0].value, "2024-03-07, a Thursday");
  EXPECT_EQ(found[0].sides[1].value, "today, Friday");
  doc.published.value = *parse_edtf("2024-03-07T11:00:00Z");
  EXPECT_TRUE(conflicts({doc}).empty()) << "past midnight in New Zealand";
  doc.published.value = *parse_edtf("2024-03-07T09:00:00Z");
  EXPECT_EQ(conflicts({doc}).size(), 1u) << "Thursday everywhere";
  doc.published.value = *parse_edtf("2024-03");
  EXPECT_TRUE(conflicts({doc}).empty()) << "there are Fridays in March";
  doc.published.value = *parse_edtf("2024-03-08");
  EXPECT_TRUE(conflicts({doc}).empty());
  doc.times[0].from_now = -1;
  EXPECT_EQ(conflicts({doc}).size(), 1u) << "yesterday was a Thursday";
}

TEST(Clocks, AReportAloneWithItsDay) {
  const auto told = [](const char* id, const char* weekday, const char* day, const char* lemma) {
    Document doc = struck(id, weekday, day, "2024-03-08");
    doc.lemmas = std::string("\0", 1) + lemma + '\0';
    return doc;
  };
  const Document a = told("r-1", "Wednesday", "2024-03-06", "collapse"),
                 b = told("r-2", "Wednesday", "2024-03-06", "fall"),
                 other = told("r-3", "Tuesday", "2024-03-05", "give");
  const auto found = conflicts({a, b, other});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].sides[0].reports, (std::vector<std::string>{"r-1", "r-2"}));
  EXPECT_EQ(found[0].sides[1].value, "2024-03-05");
  EXPECT_TRUE(conflicts({a, other}).empty()) << "one against one, and of different acts";
  EXPECT_TRUE(conflicts({a, b, told("r-4", "Friday", "2024-03-08", "give")}).empty()) << "what is new that day";
}

TEST(Clocks, AWeekdayThatTheDateDoesNotHave) {
  const Document wrong = struck("r-1", "Thursday, November 8, 2024", "2024-11-08", "2024-11-09", false),
                 right = struck("r-2", "Thursday, November 7, 2024", "2024-11-07", "2024-11-09", false);
  const auto found = conflicts({wrong});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, ConflictKind::within_report);
  EXPECT_EQ(found[0].sides[0].value, "Thursday");
  EXPECT_EQ(found[0].sides[1].value, "2024-11-08, a Friday");
  EXPECT_TRUE(conflicts({right}).empty());
}

}  // namespace dateline
