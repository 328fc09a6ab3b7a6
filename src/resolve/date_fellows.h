// What reports of one neighbourhood say about each other's dates.
#pragma once

#include <vector>

#include "dateline/model.h"

namespace dateline {

// For each report the same or a narrower date, with its reasons; stated and given dates stay. A fellow counts if it is
// dated to a few days itself, and
//  - shares long passages (then it is the same agency text: a day apart at most), or
//  - has a main event of the same type with two of the same participants, on the same weekday.
// Only dates known before are used, never ones narrowed here, so the order of `docs` does not matter. Passages and
// participants are looked up by hash: about linear in the words.
std::vector<Published> date_by_fellows(const std::vector<const Document*>& docs);

}  // namespace dateline
