#include "engine/counting.h"

#include <algorithm>
#include <tuple>

namespace dateline {
namespace {

constexpr Day kMonth = 31;

// counted: how many, by the number of the text.
Counts::Named by_frequency(const RowTable& rows, const std::vector<uint32_t>& counted) {
  Counts::Named out;
  for (uint32_t n = 0; n < counted.size(); ++n) {
    if (counted[n] > 0 && !rows.text(n).empty()) out.emplace_back(rows.text(n), counted[n]);
  }
  std::sort(out.begin(), out.end(),
            [](const auto& a, const auto& b) { return std::tie(b.second, a.first) < std::tie(a.second, b.first); });
  return out;
}

// How many begin on each day; what is known less well than to a month stands on no day.
std::vector<std::pair<Day, uint32_t>> by_day(const RowTable& rows, const std::vector<RowTable::At>& picked) {
  std::vector<Day> days;
  for (RowTable::At at : picked) {
    const DayRange when = rows.days(at);
    if (rows.dated(at) && when.bounded() && when.last - when.first < kMonth) days.push_back(when.first);
  }
  std::sort(days.begin(), days.end());
  std::vector<std::pair<Day, uint32_t>> out;
  for (Day day : days) {
    if (out.empty() || out.back().first != day) out.emplace_back(day, 0);
    ++out.back().second;
  }
  return out;
}

}  // namespace

Counts count_rows(const RowTable& rows, const std::vector<RowTable::At>& picked) {
  std::vector<uint32_t> types(rows.texts()), statuses(rows.texts()), outlets(rows.texts());
  Counts counts;
  counts.total = static_cast<uint32_t>(picked.size());
  for (RowTable::At at : picked) {
    ++types[rows.type(at)];
    ++statuses[rows.status(at)];
    if (rows.listing() == Listing::reports) ++outlets[rows.name(at)];
    counts.disputed += rows.disputed(at);
  }
  counts.types = by_frequency(rows, types);
  counts.statuses = by_frequency(rows, statuses);
  counts.outlets = by_frequency(rows, outlets);
  counts.days = by_day(rows, picked);
  return counts;
}

}  // namespace dateline
