// Subjects and clauses by word classes and order, for where the tree around a cue does not hold together.
#pragma once

#include <vector>

#include "dateline/model.h"

namespace dateline {

// The noun phrase that ends right before token `at` ("Dan Meridor, a senior minister of intelligence, |told"), with an
// apposition or relative clause between commas; empty if what stands there is none. Never before `from` or inside a
// quotation (`stretch_of`: per token the quotation around it, or kNone).
IndexRange subject_before(const Document& doc, const std::vector<int32_t>& stretch_of, uint32_t from, uint32_t at);

// Where a clause that is told begins after a cue whose words end before token `at`: at "that", past the hearer, the
// day and the place, or at a subject with a finite verb behind it. `end` if there is none before it.
uint32_t clause_after(const Document& doc, const std::vector<int32_t>& stretch_of, uint32_t at, uint32_t end,
                      bool has_hearer);

}  // namespace dateline
