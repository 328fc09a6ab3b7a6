// A disagreement put together from its sides.
#pragma once

#include "dateline/record.h"

namespace dateline {

// Sorts what each side names; the id follows from kind, matter and places.
Conflict conflict_of(double weight, ConflictKind kind, std::string about, std::vector<ConflictSide> sides,
                     std::string why);

}  // namespace dateline
