// Where what is told begins and ends: the words that the tree gives, put right by their order where the parser has torn
// a clause apart or run two together.
#pragma once

#include "annotate/quotes_context.h"

namespace dateline {

// What is told by the cue at token `cue`, whose words end before token `cue_end`, put right at both ends. `clause`
// tells that a clause is told and not a noun phrase. `sentence` holds all of it.
IndexRange put_right(const QuoteContext& text, const Cue& cue, uint32_t cue_token, uint32_t cue_end, IndexRange told,
                     bool clause, IndexRange sentence);

// The end of a sentence without its closing punctuation.
uint32_t sentence_end(const QuoteContext& text, IndexRange sentence);

}  // namespace dateline
