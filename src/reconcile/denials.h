// Where somebody denies what others tell.
#pragma once

#include <vector>

#include "dateline/record.h"

namespace dateline {

// One conflict to an event whose "status" is disputed. REQUIRES: claims judged.
std::vector<Conflict> denials(const EventMap& events);

}  // namespace dateline
