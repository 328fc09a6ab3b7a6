// Where what is told ends because somebody tells anew: another cue, another verb of the speaker, or the reporter.
#pragma once

#include "annotate/quotes_context.h"

namespace dateline {

// A finite form, or an auxiliary in any form ("said he been told").
bool is_finite_verb(const Token& t);

// "that if people are angry, they say …": the comma belongs to a clause that leads in.
bool led_in(const QuoteContext& text, IndexRange told);

// "said A, but he also said B": the parser may hang the second clause under the first. What is told ends before a
// conjoined or appended clause with a cue of its own.
IndexRange before_next_cue(const QuoteContext& text, uint32_t cue_token, IndexRange told, bool clause);

// Before a second verb of the speaker, a relative clause of the report's, and a semicolon behind which another one
// tells.
IndexRange before_reporter(const QuoteContext& text, IndexRange told, bool clause, uint32_t limit);

}  // namespace dateline
