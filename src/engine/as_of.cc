// What was known on a day.
#include "engine/derivation.h"
#include "engine/lines.h"
#include "engine/recall.h"

namespace dateline {

Result<Record> record_as_of(const Engine& engine, Store& store, Day day) {
  Record record;
  TRY(const std::vector<Correction> corrections, store.corrections());
  TRY(auto neighbourhoods, store.neighbourhoods());
  for (const std::vector<ReportRow>& rows : neighbourhoods) {
    std::vector<ReportRow> out;
    for (ReportRow row : rows) {
      TRY(DayRange published, store.published(row));
      if (published.last <= day) out.push_back(row);
    }
    if (out.empty()) continue;
    std::vector<Line> lines;
    if (out.size() == rows.size()) {
      TRY(lines, store.lines_of(rows.front()));
    } else {
      TRY(const Record earlier, derive_rows(engine, store, out, corrections));
      lines = to_lines(earlier);
    }
    for (const Line& line : lines) CHECK_OK(add_line(record, line));
  }
  return record;
}

}  // namespace dateline
