// What was known on a day.
#include <algorithm>
#include <set>

#include "engine/lines.h"
#include "engine/neighbourhoods.h"
#include "engine/recall.h"

namespace dateline {

Result<Record> record_as_of(const Engine& engine, Store& store, Day day) {
  Record record;
  TRY(auto neighbourhoods, store.neighbourhoods());
  for (const std::vector<ReportRow>& rows : neighbourhoods) {
    std::set<ReportRow> out;
    for (ReportRow row : rows) {
      TRY(DayRange published, store.published(row));
      if (published.last <= day) out.insert(row);
    }
    std::vector<Line> lines;
    if (out.size() == rows.size()) {
      TRY(lines, store.lines_of(rows.front()));
    }
    while (out.size() < rows.size() && !out.empty()) {
      // Without the later reports a neighbourhood may fall into parts.
      std::vector<ReportRow> part = {*out.begin()};
      out.erase(out.begin());
      for (size_t i = 0; i < part.size(); ++i) {
        TRY(std::vector<ReportRow> next, store.neighbours(part[i]));
        for (ReportRow row : next) {
          if (out.erase(row) > 0) part.push_back(row);
        }
      }
      std::sort(part.begin(), part.end());
      TRY(std::vector<Document> docs, load_documents(store, part));
      std::vector<const Document*> pointers;
      for (const Document& doc : docs) pointers.push_back(&doc);
      for (Line& line : to_lines(engine.derive(pointers))) lines.push_back(std::move(line));
      if (out.empty()) break;
    }
    for (const Line& line : lines) CHECK_OK(add_line(record, line));
  }
  return record;
}

}  // namespace dateline
