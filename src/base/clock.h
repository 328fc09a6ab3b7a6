// The time of day, for what is stamped with when it was done. Nothing that is derived from a report may ask for it.
#pragma once

#include <string>

namespace dateline {

// Now, in UTC and to the second: "2026-11-22T06:30:00Z".
std::string utc_now();

}  // namespace dateline
