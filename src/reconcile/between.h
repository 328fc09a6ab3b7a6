// Figures of different reports about one event that cannot all be true.
#pragma once

#include "reconcile/judges.h"
#include "reconcile/tellings.h"

namespace dateline {

std::vector<Conflict> between_reports(const FigureTellings& tellings, const EventMap& events, const Judges& judges);

}  // namespace dateline
