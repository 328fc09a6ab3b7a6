// A derived Record as the lines that the store keeps, and back.
#pragma once

#include <vector>

#include "dateline/record.h"
#include "store/store.h"

namespace dateline {

// Where a line stands in a listing: what is only known to have lasted until a day stands there, not before all times.
DayRange days_listed(const Edtf& when);

std::vector<Line> to_lines(const Record& record);
// Adds the line to the vector of its kind.
Status add_line(Record& record, const Line& line);

}  // namespace dateline
