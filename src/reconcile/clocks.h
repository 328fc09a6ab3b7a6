// Where clocks disagree: reports that put one event on different days, and days that cannot be.
#pragma once

#include <vector>

#include "dateline/record.h"
#include "text/tense.h"

namespace dateline {

// - Reports with the same main event that tell it with the same word, each on a day that it names, a few days apart
//   (further apart it is more likely another event). Weekdays count only where the report's own date is stated or
//   given.
// - A date given in full whose weekday is another ("Thursday, November 8, 2024").
// - A day told of as past, in full, that comes after the publication that the report's own text states.
// - A "today" with another weekday or date beside it than that of the stated or given publication.
// - A "today" two days or more from the one day that the other reports of the event name.
std::vector<Conflict> clock_conflicts(const std::vector<const Document*>& docs, const EventMap& events,
                                      const TenseReader& tense);

}  // namespace dateline
