// All lines of a record as tables of rows, for filtering, in one pass on all cores; and again, when the record has
// changed, from what stayed and what came.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "dateline/entity_brief.h"
#include "engine/recall.h"
#include "engine/row_table.h"

namespace dateline {

inline constexpr size_t kStoredListings = 7;
using RowTables = std::array<RowTable, kStoredListings>;  // by index_of a listing
inline size_t index_of(Listing listing) { return static_cast<size_t>(listing); }

struct RecordRows {
  RowTables tables;
  std::vector<EntityBrief> briefs;  // by RowTable::added_as of the entities
  // Which lines of the store tell of which entity (hash64 of the id), by number of the line.
  std::vector<std::pair<int64_t, uint64_t>> entity_lines;
  int64_t last = 0;  // lines up to this number were read; 0: numbers say nothing, and all must be read again
};

Result<RecordRows> read_rows(const std::string& db);
// The same as reading all again, for the time of reading what has changed since `before` was read.
Result<RecordRows> read_changes(const std::string& db, const RecordRows& before);

// Of a record in memory.
RecordRows rows_of(const Record& record, const std::vector<ReportView>& reports);

}  // namespace dateline
