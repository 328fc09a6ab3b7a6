// A reading as the standards write it: TIMEX3 values and EDTF.
#pragma once

#include <string>

#include "annotate/times_resolve.h"

namespace dateline::times {

// What the time of day adds to a value: "T09:00", "TMO"; empty if none is told.
std::string clock_suffix(const Meaning& m);
// The value of a date whose year, week or day is open: "XXXX-03-01", "XXXX-WXX-6".
std::string open_value(const Meaning& m);
std::string duration_value(const Meaning& m, bool of_set);
std::string set_value(const Meaning& m);

// A located reading on the calendar, with its range ("June-August"), time of day, "about", "early".
Edtf calendar_of(const Meaning& m, const Point& point);

}  // namespace dateline::times
