// What rows have in common, to choose from.
#pragma once

#include <vector>

#include "engine/row_table.h"

namespace dateline {

Counts count_rows(const RowTable& rows, const std::vector<RowTable::At>& picked);

}  // namespace dateline
