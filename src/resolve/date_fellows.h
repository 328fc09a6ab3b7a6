// What reports of one neighbourhood say about each other's dates.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/model.h"
#include "resolve/date_evidence.h"

namespace dateline {

// Two reports, by their index, and how likely they tell chiefly of the same event.
struct SameNews {
  uint32_t a = 0, b = 0;
  double probability = 0;
};

// Whether date_by_fellows can tell anything: some report lacks a date, and some other has one to a few days.
bool fellows_may_date(const std::vector<const Document*>& docs);

// For each report the same or a narrower date, with its reasons; stated and given dates stay. A fellow counts if it is
// dated to a few days itself, and
//  - shares long passages (then it is the same agency text), or
//  - likely has the same main event, as `pairs` tells.
// News of one event comes within days, so each fellow speaks for the days around its own date, the likelier ones more;
// the report's bare weekdays, and the days that it tells as past, weigh them too. The answer is the shortest run of
// days that holds most of it: long where the fellows' dates are far apart. Only dates known before are used, never ones
// narrowed here, so the order of `docs` does not matter. Passages are looked up by hash: about linear in the words.
std::vector<Published> date_by_fellows(const std::vector<const Document*>& docs, const std::vector<SameNews>& pairs,
                                       const DateWords& words);

}  // namespace dateline
