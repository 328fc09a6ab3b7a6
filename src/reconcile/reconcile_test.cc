#include "reconcile/reconcile.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

// Reports with figures at made-up places, one row for each, all of one event.
class World {
 public:
  uint32_t report(std::string_view published, bool headline = false) {
    auto doc = std::make_unique<Document>();
    doc->id = "r-" + std::to_string(docs_.size());
    doc->text = std::string(1000, 'x');
    doc->sections = {{{0, 1000}, SectionKind::body, "", {}, ""}};
    if (headline) {
      doc->sections[0].span.begin = 100;
      doc->sections.insert(doc->sections.begin(), {{0, 100}, SectionKind::headline, "", {}, ""});
    }
    for (uint32_t s = 0; s < 10; ++s) {
      Sentence sentence;
      sentence.span = {s * 100, s * 100 + 99};
      sentence.section = headline && s > 0 ? 1 : 0;
      doc->sentences.push_back(sentence);
    }
    if (auto date = parse_edtf(published)) doc->published.value = *date;
    doc->events.resize(1);
    doc->main_event = 0;
    docs_.push_back(std::move(doc));
    return static_cast<uint32_t>(docs_.size() - 1);
  }

  Figure& figure(uint32_t report, uint32_t sentence, double value, std::string_view attribute,
                 FigureChange change = FigureChange::plain) {
    Document& doc = *docs_[report];
    Figure f;
    const auto begin = sentence * 100 + static_cast<uint32_t>(doc.figures.size()) * 5;
    f.span = {begin, begin + 4};
    f.value = value;
    f.attribute = Label(attribute);
    f.change = change;
    f.event = 0;
    f.counted = {begin, begin + 3};
    doc.figures.push_back(f);
    return doc.figures.back();
  }

  std::vector<Conflict> judge() {
    std::vector<const Document*> docs;
    EventMap events;
    Event event;
    event.id = "e-1";
    event.when = *parse_edtf("2023-02-06");
    events.events = {event};
    rows.clear();
    for (const auto& doc : docs_) {
      docs.push_back(doc.get());
      events.of.push_back({0});
      events.main_of.push_back(kNone);
      for (const Figure& f : doc->figures) {
        RecordFigure row;
        row.id = doc->id + std::to_string(f.span.begin);
        row.value = f.value;
        row.min = f.min;
        row.unit = f.unit;
        row.attribute = f.attribute.view();
        row.change = f.change;
        row.approximate = f.approximate;
        if (f.statement != kNone) row.speaker = "n-" + std::to_string(f.statement);
        row.counted = "things";
        row.event = "e-1";
        row.reports = {doc->id};
        row.evidence = {{doc->id, f.span}};
        rows.push_back(row);
      }
    }
    static const TenseReader tense = TenseReader::load(Resources::embedded()).value();
    static const ContrastReader contrast = ContrastReader::load(Resources::embedded()).value();
    static const MeasureBases measures = MeasureBases::load(Resources::embedded()).value();
    return reconcile(docs, events, rows, {tense, measures, contrast});
  }

  std::vector<RecordFigure> rows;

 private:
  std::vector<std::unique_ptr<Document>> docs_;
};

TEST(Reconcile, MagnitudesDoNotChange) {
  World w;
  const uint32_t a = w.report("2023-02-06"), b = w.report("2023-02-06"), c = w.report("2023-02-06");
  w.figure(a, 0, 7.7, "magnitude", FigureChange::fixed);
  w.figure(b, 0, 7.8, "magnitude", FigureChange::fixed);
  w.figure(c, 0, 7.8, "magnitude", FigureChange::fixed);
  const auto conflicts = w.judge();
  ASSERT_EQ(conflicts.size(), 1u);
  EXPECT_EQ(conflicts[0].kind, ConflictKind::between_reports);
  EXPECT_EQ(conflicts[0].sides[1].reports, (std::vector<std::string>{"r-1", "r-2"}));
  EXPECT_EQ(w.rows[0].status, Agreement::disputed);
}

TEST(Reconcile, TwoShocksAreMatchedOff) {
  World w;
  const uint32_t a = w.report("2023-02-06"), b = w.report("2023-02-06");
  w.figure(a, 0, 7.8, "magnitude", FigureChange::fixed);
  w.figure(a, 0, 7.5, "magnitude", FigureChange::fixed);
  w.figure(b, 0, 7.8, "magnitude", FigureChange::fixed);
  w.figure(b, 0, 7.6, "magnitude", FigureChange::fixed);
  const auto conflicts = w.judge();
  ASSERT_EQ(conflicts.size(), 1u);
  EXPECT_EQ(conflicts[0].sides[0].value, "7.5");
  EXPECT_EQ(conflicts[0].sides[1].value, "7.6");
}

TEST(Reconcile, TollsRise) {
  World w;
  const uint32_t a = w.report("2023-02-06"), b = w.report("2023-02-07"), c = w.report("2023-02-07");
  w.figure(a, 0, 175, "killed", FigureChange::grows);
  w.figure(b, 0, 550, "killed", FigureChange::grows);
  w.figure(c, 0, 641, "killed", FigureChange::grows);
  EXPECT_TRUE(w.judge().empty());
  EXPECT_EQ(w.rows[0].status, Agreement::compatible);
}

TEST(Reconcile, ASmallerTollLaterIsNoRise) {
  World w;
  const uint32_t a = w.report("2023-02-06"), b = w.report("2023-02-08");
  w.figure(a, 0, 23, "killed", FigureChange::grows);
  w.figure(b, 0, 21, "killed", FigureChange::grows);
  EXPECT_EQ(w.judge().size(), 1u);
}

TEST(Reconcile, PartsAddUp) {
  for (const double last : {29.0, 33.0}) {
    World w;
    const uint32_t a = w.report("2024-11-07");
    w.figure(a, 0, 57, "abducted");
    const Span counted{0, 3};
    for (const double part : {22.0, 2.0, last}) {
      Figure& f = w.figure(a, 0, part, "missing");
      f.part_of = 0;
      f.counted = counted;
      f.restriction = f.span;
    }
    const auto conflicts = w.judge();
    if (last == 33.0) {
      EXPECT_TRUE(conflicts.empty());
    } else {
      ASSERT_EQ(conflicts.size(), 1u);
      EXPECT_EQ(conflicts[0].kind, ConflictKind::sum);
      EXPECT_EQ(conflicts[0].sides[1].value, "22 + 2 + 29 = 53");
    }
  }
}

TEST(Reconcile, OneSpeakerWithTwoNumbers) {
  for (const int second : {7, 8}) {
    World w;
    const uint32_t a = w.report("2024-08-05"), b = w.report("2024-08-05");
    for (const auto& [report, value, speaker] : {std::tuple(a, 3500.0, 7), std::tuple(b, 3300.0, second)}) {
      Figure& f = w.figure(report, 6, value, "rocket");
      f.statement = speaker;
      f.approximate = true;
    }
    EXPECT_EQ(w.judge().size(), second == 7 ? 1u : 0u);
  }
}

TEST(Reconcile, ShareOfTheCountsBesideIt) {
  for (const double percent : {39.0, 45.0}) {
    World w;
    const uint32_t a = w.report("2024-08-05");
    w.figure(a, 0, 57, "cases");
    w.figure(a, 0, 22, "cases").part_of = 0;
    Figure& share = w.figure(a, 0, percent, "");
    share.unit = Label("percent");
    share.part_of = 1;
    const auto conflicts = w.judge();
    ASSERT_EQ(conflicts.size(), percent == 39.0 ? 0u : 1u);
    if (percent == 45.0) {
      EXPECT_EQ(conflicts[0].sides[1].value, "22 of 57 = 38.6 percent");
    }
  }
}

TEST(Reconcile, HeadlineAgainstTheText) {
  // The last: the text's first number is another place's, a later one bears the headline out.
  for (const double later : {0.0, 14.0}) {
    World w;
    const uint32_t a = w.report("2024-06-03", true);
    w.figure(a, 0, 14, "killed", FigureChange::grows);
    w.figure(a, 1, 12, "killed", FigureChange::grows);
    if (later > 0) w.figure(a, 5, later, "killed", FigureChange::grows);
    const auto conflicts = w.judge();
    ASSERT_EQ(conflicts.size(), later > 0 ? 0u : 1u);
    if (later == 0) {
      EXPECT_EQ(conflicts[0].kind, ConflictKind::headline_body);
    }
  }
}

// Feet against metres; what is nearest in both reports is one thing. Three values are one conflict.
TEST(Reconcile, MeasuresOfOneEvent) {
  World w;
  const struct {
    double released, reached;
    std::string_view unit;
  } kTold[] = {{46000, 56000, "foot"}, {48000, 55000, "foot"}, {14021, 17069, "meter"}};
  for (const auto& told : kTold) {
    const uint32_t r = w.report("2013-04-29");
    for (const double value : {told.released, told.reached}) {
      Figure& f = w.figure(r, 0, value, "height");
      f.unit = Label(told.unit);
    }
  }
  const auto conflicts = w.judge();
  ASSERT_EQ(conflicts.size(), 2u);
  for (const Conflict& c : conflicts) {
    ASSERT_EQ(c.sides.size(), 2u + (c.sides.size() == 3));  // 14,021 m are 46,000 ft
    EXPECT_TRUE(c.sides[0].value == "46,000 foot" || c.sides[0].value == "55,000 foot") << c.sides[0].value;
  }
}

TEST(Reconcile, TollsThatNothingDates) {
  for (const double second : {64.0, 80.0}) {
    World w;
    const uint32_t a = w.report(""), b = w.report("");
    w.figure(a, 6, 63, "killed soldier", FigureChange::grows);
    w.figure(b, 6, second, "killed soldier", FigureChange::grows);
    EXPECT_EQ(w.judge().size(), second == 64 ? 1u : 0u);
  }
}

TEST(Reconcile, LargeCountsFurtherDown) {
  for (const double second : {55000.0, 50400.0, 80000.0}) {
    World w;
    const uint32_t a = w.report("2015-03-02"), b = w.report("2015-03-03");
    w.figure(a, 6, 50000, "page");
    w.figure(b, 7, second, "page");
    EXPECT_EQ(w.judge().size(), second == 55000 ? 1u : 0u) << second;
  }
}

// Months later, or where the other report has the number too, there is nothing to list.
TEST(Reconcile, CountsOfAnotherState) {
  for (const auto& [published, other] : {std::pair("2015-03-03", 0.0), {"2015-06-03", 0.0}, {"2015-03-03", 50000.0}}) {
    World w;
    const uint32_t a = w.report("2015-03-02"), b = w.report(published);
    w.figure(a, 6, 50000, "page");
    w.figure(b, 7, 55000, "page");
    if (other > 0) w.figure(b, 8, other, "");
    EXPECT_EQ(w.judge().size(), published == std::string_view("2015-03-03") && other == 0 ? 1u : 0u);
  }
}

TEST(Reconcile, TwoTotalsOfOneThing) {
  World w;
  const uint32_t a = w.report("2024-11-07");
  w.figure(a, 0, 59, "cases").definite = true;
  w.figure(a, 2, 57, "abducted").definite = true;
  w.figure(a, 3, 12, "cases").definite = true;  // too far off to be the same
  const auto conflicts = w.judge();
  ASSERT_EQ(conflicts.size(), 1u);
  EXPECT_EQ(conflicts[0].kind, ConflictKind::within_report);
}

}  // namespace
}  // namespace dateline
