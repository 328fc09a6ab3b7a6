// The weekday that words name.
#pragma once

#include <string_view>

namespace dateline {

// 0 for "Monday, March 4", …, 6 for "late Sunday"; -1 if they name none.
int named_weekday(std::string_view words);

}  // namespace dateline
