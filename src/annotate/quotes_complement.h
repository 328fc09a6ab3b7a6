// Which words on the right of a cue verb are told: its clause, infinitive, object or the phrase behind its preposition.
#pragma once

#include <optional>

#include "annotate/quotes_clauses.h"

namespace dateline {

// What the complement of the cue `out.token` tells; nullopt if the grammar gives nothing. REQUIRES: out.speaker is
// read. A preposition that belongs to the cue is added to out.cue_span.
std::optional<IndexRange> read_complement(const QuoteContext& text, Reported& out);

}  // namespace dateline
