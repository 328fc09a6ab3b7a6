#include <gtest/gtest.h>

#include <algorithm>

#include "store/store.h"

namespace dateline {
namespace {

// A record in memory with two reports on it.
struct Fixture {
  Fixture() : store(Store::open(":memory:", Database::Mode::write).value()) {
    for (ReportRow* row : {&first, &second}) {
      StoredReport report;
      report.id = row == &first ? "r-1" : "r-2";
      *row = *store.insert(report);
    }
  }
  void tell(std::vector<Store::Telling> tellings) { ASSERT_TRUE(store.replace_lines(tellings).ok()); }
  Store store;
  ReportRow first = 0, second = 0;
};

Line event(std::string id, std::string says, std::string words, DayRange when = {1, 2}) {
  return {LineKind::event, std::move(id), when, std::move(says), std::move(words)};
}

std::vector<std::string> found(Store& store, const std::string& words) {
  const std::vector<Hit> hits = store.search(words, 10).value();
  std::vector<std::string> ids;
  for (const Hit& hit : hits) ids.push_back(hit.id);
  return ids;
}

using Ids = std::vector<std::string>;

TEST(Tellings, ALineInOtherWordsReplacesTheOneOfItsId) {
  Fixture record;
  record.tell({{{record.first}, {event("e-1", "a fire", "fire"), event("e-2", "a flood", "flood")}}});
  record.tell(
      {{{record.first, record.second}, {event("e-1", "a blaze", "blaze", {3, 4}), event("e-3", "rain", "rain")}}});
  EXPECT_EQ(record.store.count(LineKind::event).value(), 2u);
  const std::vector<Line> lines = *record.store.lines_of(record.first);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].payload, "a blaze");
  EXPECT_EQ(lines[0].when, (DayRange{3, 4}));
  EXPECT_EQ(found(record.store, "blaze"), Ids{"e-1"});
  EXPECT_EQ(found(record.store, "fire"), Ids{});
  EXPECT_EQ(found(record.store, "flood"), Ids{});
  EXPECT_EQ(found(record.store, "rain"), Ids{"e-3"});
}

TEST(Tellings, ALineToldAgainIsStillFound) {
  Fixture record;
  record.tell(
      {{{record.first}, {event("e-1", "a fire", "fire")}}, {{record.second}, {event("e-1", "smoke", "smoke")}}});
  record.tell({{{record.first, record.second}, {event("e-1", "smoke", "smoke"), event("e-1", "a fire", "fire")}}});
  EXPECT_EQ(record.store.lines_of(record.first)->size(), 2u);
  EXPECT_EQ(found(record.store, "fire"), Ids{"e-1"});
  EXPECT_EQ(found(record.store, "smoke"), Ids{"e-1"});
}

TEST(Tellings, ALineMayLoseItsWords) {
  Fixture record;
  record.tell({{{record.first}, {event("e-1", "a fire", "fire")}}});
  record.tell({{{record.first}, {event("e-1", "a fire, again", "")}}});
  EXPECT_EQ(found(record.store, "fire"), Ids{});
  EXPECT_EQ(record.store.lines_of(record.first)->size(), 1u);
}

TEST(Tellings, WhatChangedSinceANumberIsKnown) {
  Fixture record;
  record.tell({{{record.first}, {event("e-1", "a fire", ""), event("e-2", "a flood", ""), event("e-3", "rain", "")}}});
  const int64_t before = record.store.last_number().value();
  record.tell({{{record.first}, {event("e-1", "a fire", ""), event("e-2", "floods", ""), event("e-4", "hail", "")}}});
  std::vector<std::string> changed;
  const auto note = [&](int64_t, const Line& line) {
    changed.push_back(line.id + " " + line.payload);
    return Status(kDone);
  };
  ASSERT_TRUE(record.store.each_changed_line(before, note).ok());
  std::sort(changed.begin(), changed.end());
  EXPECT_EQ(changed, (Ids{"e-2 floods", "e-4 hail"}));
  const std::vector<char> stands = record.store.standing(before).value();
  EXPECT_EQ(std::count(stands.begin(), stands.end(), 1), 1);  // the fire
}

}  // namespace
}  // namespace dateline
