#include "reconcile/bound_undated.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace dateline {
namespace {

bool came_about(EventStatus status) { return status == EventStatus::happened || status == EventStatus::claimed; }

}  // namespace

void bound_undated(Record& record) {
  std::unordered_map<std::string_view, Day> published;  // the last day on which a report can have appeared
  for (const ReportFacts& facts : record.reports) {
    const DayRange days = days_of(facts.published.value);
    if (days.bounded()) published.emplace(facts.report, days.last);
  }
  for (Event& event : record.events) {
    if (event.when.known() || !came_about(event.status)) continue;
    Day first = kOpenEnd;
    for (const std::string& report : event.reports) {
      if (const auto at = published.find(report); at != published.end()) first = std::min(first, at->second);
    }
    if (first != kOpenEnd) event.when = one_of({kOpenBegin, first});
  }
}

}  // namespace dateline
