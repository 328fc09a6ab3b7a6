#include "reconcile/bound_undated.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

ReportFacts report(const char* id, const char* published) {
  ReportFacts facts;
  facts.report = id;
  facts.published.value = *parse_edtf(published);
  return facts;
}

Event event(EventStatus status, std::vector<std::string> reports) {
  Event out;
  out.status = status;
  out.reports = std::move(reports);
  return out;
}

TEST(BoundUndated, TheFirstReportBoundsWhatCameAbout) {
  Record record;
  record.reports = {report("r-1", "2024-09-14"), report("r-2", "[2024-09-12..2024-09-13]"),
                    report("r-3", "[..2026-01-01]")};
  record.events = {event(EventStatus::happened, {"r-1", "r-2"}), event(EventStatus::planned, {"r-1"}),
                   event(EventStatus::claimed, {"r-3"}), event(EventStatus::happened, {"r-1"})};
  record.events[3].when = *parse_edtf("2024-09-01");
  bound_undated(record);
  EXPECT_EQ(to_string(record.events[0].when), "[..2024-09-13]");
  EXPECT_FALSE(record.events[1].when.known());  // yet to come
  EXPECT_FALSE(record.events[2].when.known());  // a report of whose date only its end is known
  EXPECT_EQ(to_string(record.events[3].when), "2024-09-01");
}

}  // namespace
}  // namespace dateline
