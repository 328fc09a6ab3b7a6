// What was known on a day.
#include <algorithm>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "engine/derivation.h"
#include "engine/lines.h"
#include "engine/recall.h"

namespace dateline {
namespace {

constexpr size_t kGroup = 1024;  // reports derived at a time, each with its document in memory

// Which of the versions of a report's page spoke on that day: the last one captured by then, of those that were
// published; where all were captured later, the first. None: it was not out.
Result<std::optional<ReportRow>> speaker_on(Store& store, const std::vector<Version>& versions, Day day) {
  constexpr int64_t kSeconds = 86400;
  std::optional<ReportRow> out;
  for (const Version& version : versions) {
    TRY(const DayRange published, store.published(version.row));
    if (published.last <= day && (!out || version.edition < (int64_t{day} + 1) * kSeconds)) out = version.row;
  }
  return out;
}

// The reports of a neighbourhood that were out by then, and which older versions of their pages speak for them.
Result<Together> known_on(Store& store, const std::vector<ReportRow>& rows, Day day) {
  Together out;
  for (ReportRow row : rows) {
    TRY(std::vector<Version> versions, store.versions_of(row));
    if (versions.empty()) versions.push_back({row, 0, true});
    TRY(const std::optional<ReportRow> speaker, speaker_on(store, versions, day));
    if (!speaker) continue;
    const bool active = std::any_of(versions.begin(), versions.end(),
                                    [&](const Version& version) { return version.row == row && version.active; });
    TRY(const DayRange published, store.published(row));
    // An older version that speaks again does so in the place of the newest one.
    if (!active && (*speaker == row || published.last > day)) continue;
    out.rows.push_back(row);
    if (active && *speaker != row) out.stand_ins[row] = *speaker;
  }
  return out;
}

}  // namespace

Result<Record> record_as_of(const Engine& engine, Store& store, Day day) {
  Record record;
  TRY(const std::vector<Correction> corrections, store.corrections());
  TRY(auto neighbourhoods, store.neighbourhoods());
  std::vector<Together> partly_known;
  size_t held = 0;  // reports
  const auto derive = [&]() -> Status {
    TRY(std::vector<Record> earlier,
        derive_rows(engine, store, std::exchange(partly_known, {}), corrections, job_count(0)));
    held = 0;
    for (Record& one : earlier) append(record, std::move(one));
    return kDone;
  };
  for (const std::vector<ReportRow>& rows : neighbourhoods) {
    TRY(Together known, known_on(store, rows, day));
    if (known.rows.empty()) continue;
    if (known.rows.size() == rows.size() && known.stand_ins.empty()) {
      TRY(const std::vector<Line> lines, store.lines_of(rows.front()));
      for (const Line& line : lines) CHECK_OK(add_line(record, line));
      continue;
    }
    held += known.rows.size();
    partly_known.push_back(std::move(known));
    if (held >= kGroup) CHECK_OK(derive());
  }
  CHECK_OK(derive());
  return record;
}

}  // namespace dateline
