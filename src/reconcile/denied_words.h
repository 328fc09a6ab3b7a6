// "The operator denied that the boat was overloaded. Survivors said it was overloaded.": what one speaker of a report
// denies and another, close by, says. By the words alone, since such a state is no event of the record.
#pragma once

#include <vector>

#include "dateline/model.h"
#include "dateline/record.h"

namespace dateline {

std::vector<Conflict> denied_words(const std::vector<const Document*>& docs);

}  // namespace dateline
