// All stored lines of a record as tables of rows: what listings are filtered and ordered by.
#pragma once

#include <array>
#include <string>

#include "engine/row_table.h"
#include "store/store.h"

namespace dateline {

inline constexpr size_t kStoredListings = 7;
using RowTables = std::array<RowTable, kStoredListings>;  // by index_of a listing; sealed
inline size_t index_of(Listing listing) { return static_cast<size_t>(listing); }

// One pass over the record on all cores, each with a connection of its own. An entity met in several neighbourhoods is
// one row.
Result<RowTables> read_rows(const std::string& db);

// The same of what is in memory; reports as given.
RowTables rows_of(const Record& record, const std::vector<ReportView>& reports);

}  // namespace dateline
