// Where on the calendar a reading lies, given one day on which the report may have been written.
#pragma once

#include <optional>

#include "annotate/times_resolve.h"

namespace dateline::times {

struct Located {
  std::optional<Point> point;  // none: the words name no point, or need a date that is not known
  bool used_now = false;       // it hangs on the report's date
  bool used_then = false;      // on the date spoken of before
};

Located locate(const Meaning& m, const Context& context, std::optional<Day> now);

}  // namespace dateline::times
