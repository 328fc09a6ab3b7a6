// Attributions that end a sentence and that the tree does not show: "…, a review of the records |shows|.", "…, Former
// Doctor |Says|", "…, said Dan Cole, an adviser who …". Word order alone, for where a tagger took the verb for a noun
// or a parser hung its clause elsewhere.
#pragma once

#include <optional>

#include "annotate/quotes_clauses.h"

namespace dateline {

// What token `t` tells as the verb of such an attribution; nullopt if it is none.
std::optional<Reported> read_closing(const QuoteContext& text, uint32_t sentence, uint32_t t);

}  // namespace dateline
