// How phrases and clauses stand to the day of the verb that they hang on: at it, at another time, or merely spoken of.
#pragma once

#include "annotate/event_draft.h"

namespace dateline {

// Acts that nobody sets a day for: crashes, attacks.
bool is_harm(const Label& type);
// "obtained data |about the crash|", "admitted |shooting| it down": whatever day the rest is of.
bool is_spoken_of(const EventGrammar& g, const EventDraft& draft, uint32_t node);
// "the two-day-old |truce|": it has lasted.
bool is_aged(const EventGrammar& g, uint32_t noun);
// "are planning"
bool is_present(const EventGrammar& g, int32_t verb);
// "hours |after a truce|"
bool off_in_time(const EventGrammar& g, int32_t node);
// "slammed the ruling |during a speech|"
bool takes_place_in(const EventGrammar& g, int32_t node);
// "…, |sending| in troops", "expanded it |by sending| in troops"
bool unmarked_or_by(const EventGrammar& g, int32_t node);
// "|as| crews were cutting through steel"
bool meanwhile(const EventGrammar& g, int32_t node);
// "died in October |when| a ferry sank"
bool at_that_time(const EventGrammar& g, int32_t node);

}  // namespace dateline
