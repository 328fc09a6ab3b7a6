// What listings are filtered and ordered by: every line of the record as one small row, whatever its kind.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/engine.h"

namespace dateline {

// In the order of a listing: by date, the undated last; where dates do not decide by rank, then name and id. So of the
// events of a day those that most reports tell of come first, and those of one report as it tells them.
// Commitments: what was heard of last comes first.
struct Row {
  Listing listing = Listing::all;
  std::string id;
  DayRange days;  // when it happened, was said, was published
  bool dated = false;
  bool disputed = false;
  bool main = false;  // an event that a report is chiefly about, or that several tell of
  Label type, status;
  double rank = 0;                          // higher comes first, where dates do not decide
  std::string name;                         // of an entity, an outlet of a report; where an event is first told
  std::string words;                        // folded: what a search for a name looks through, besides `entities`
  uint64_t event = 0, speaker = 0;          // hash64 of the id; 0: none
  std::vector<uint64_t> entities, reports;  // hash64 of the ids
  std::vector<uint64_t> events;             // of stories and commitments: their steps
};

Row row_of(const Entity& entity);
Row row_of(const Event& event);
Row row_of(const Utterance& quote);
Row row_of(const RecordFigure& figure);
Row row_of(const Conflict& conflict);
Row row_of(const Voice& voice);
Row row_of(const ReportView& report);

template <typename T>
std::vector<Row> rows_of(const std::vector<T>& things) {
  std::vector<Row> rows;
  rows.reserve(things.size());
  for (const T& thing : things) rows.push_back(row_of(thing));
  return rows;
}

}  // namespace dateline
