// Cues that stand beside what is told and govern nothing: "…, X said, …", "According to X, …".
#pragma once

#include "annotate/quotes_clauses.h"

namespace dateline {

// ", X said" and ", X said, ": the rest of the sentence is what is told. `out` has its cue and speaker.
bool aside(const QuoteContext& text, Reported& out);

// "According to X, …" and "…, according to X": the speaker follows the cue, the rest of the sentence is told.
bool by_source(const QuoteContext& text, Reported& out);

}  // namespace dateline
