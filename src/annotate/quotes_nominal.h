// Cues that are nouns and adjectives: "his belief that …", "made a promise to …", "is confident that …".
#pragma once

#include "annotate/quotes_clauses.h"

namespace dateline {

// The noun or adjective cue that a token is, with speaker and content; nullopt if it is none, nobody is named or
// nothing is told. The token stands outside quotations.
std::optional<Reported> read_nominal(const QuoteContext& text, uint32_t sentence, uint32_t token);

}  // namespace dateline
