// Figures of one report that cannot all be true: parts that do not add up, two totals of one thing, a headline that
// its own text does not bear out, one who speaks set against another.
#pragma once

#include "reconcile/tellings.h"
#include "text/contrast.h"

namespace dateline {

std::vector<Conflict> inside_reports(const FigureTellings& tellings, const EventMap& events, size_t reports,
                                     const ContrastReader& contrast);

}  // namespace dateline
