// Years told beside an event that are not when it came about. Private to src/annotate/event*.cc.
#pragma once

#include "annotate/event_draft.h"

namespace dateline {

// The noun that a time in front of it dates, and nothing that the sentence tells of it: "the 2015 nuclear deal", "the
// 1950s pin-up model"; kNone where it dates no noun. `head`: the time's word that hangs on something outside it.
int32_t noun_dated(const EventGrammar& g, const Timex& time, uint32_t head);

// "has died" tells of no bygone year, and "won their first title since 1908" of none at all.
bool is_of_another_year(const EventGrammar& g, const EventDraft& draft, const Timex& time);

}  // namespace dateline
