// The status of each claim and figure: single, agreed, compatible or disputed.
#pragma once

#include "reconcile/tellings.h"

namespace dateline {

// Adds the count claims of each event from its figures (whose statuses hold for them), and judges all claims.
void judge_claims(EventMap& events, const std::vector<RecordFigure>& rows);

// Judges the dates, places and participants of one event alone: what two events' claims, put together, amount to.
void judge_claims_of(Event& event);

// Judges the figures, once the conflicts are known.
void judge_figures(std::vector<RecordFigure>& rows, const std::vector<Conflict>& conflicts);

}  // namespace dateline
