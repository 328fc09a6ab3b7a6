// Finds for every quotation in marks the utterance that it belongs to: by the words beside it, by what the paragraph
// before announces, or because it goes on with the quotation before.
#pragma once

#include "annotate/quotes_assembly.h"
#include "annotate/quotes_direct.h"

namespace dateline {

// Adds every outermost quotation that somebody is credited with, or that is a sentence by itself, to `told` (what the
// clauses gave, in order), to one of its utterances or as a new one.
void place_stretches(const QuoteContext& text, std::vector<Told>& told);

}  // namespace dateline
