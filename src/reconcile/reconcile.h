// Which claims agree and which cannot all be true. Sees claims, figures and what is said.
#pragma once

#include <vector>

#include "dateline/record.h"
#include "reconcile/judges.h"

namespace dateline {

// Sets the status of each event's claims and each figure, and returns the disagreements, weightiest first.
// `docs` gives the parts-of relations and the places of the figures, and the words of denials.
std::vector<Conflict> reconcile(const std::vector<const Document*>& docs, EventMap& events,
                                std::vector<RecordFigure>& figures, const Judges& judges);

}  // namespace dateline
