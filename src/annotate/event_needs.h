// Whether what a frame asks for stands beside its trigger.
#pragma once

#include <vector>

#include "annotate/event_casting.h"

namespace dateline {

// "a number of prisoners", "54 percent of the vote": what its own `of` names counts too.
bool counts_of(const EventGrammar& g, uint32_t token);

bool fits_need(const EventGrammar& g, const FrameNeed& need, const Argument& a);

bool fits(const EventGrammar& g, const Frame& frame, const std::vector<Argument>& arguments);

}  // namespace dateline
