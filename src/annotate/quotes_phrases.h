// Subjects and clauses by word classes and order, for where the tree around a cue does not hold together.
#pragma once

#include "annotate/quotes_context.h"

namespace dateline {

// The noun phrase that ends right before token `at` ("Dan Meridor, a senior minister of intelligence, |told"), with an
// apposition or relative clause between commas; empty if what stands there is none. Never before `from` or inside a
// quotation.
IndexRange subject_before(const QuoteContext& text, uint32_t from, uint32_t at);

// Where a clause that is told begins after a cue whose words end before token `at`: at "that", past the hearer, the
// day and the place, or at a subject with a verb behind it. `end` if there is none before it. `only_tells`: nothing but
// a clause can follow the cue ("say"), so a verb that the tagger takes for a participle is good enough.
uint32_t clause_after(const QuoteContext& text, uint32_t at, uint32_t end, bool has_hearer, bool only_tells = false);

}  // namespace dateline
