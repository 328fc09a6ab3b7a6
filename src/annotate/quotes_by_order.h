// What a cue verb tells where the parser hung it elsewhere: the words behind the verb, by their order alone. `from` is
// the first token behind the cue; nullopt if what follows cannot be told.
#pragma once

#include <optional>

#include "annotate/quotes_clauses.h"

namespace dateline {

// The object of a verb that the tagger did not know for one: up to the next mark, conjunction or verb.
std::optional<IndexRange> object_by_order(const QuoteContext& text, uint32_t from, IndexRange sentence);

// "called on |the council “to remain vigilant”|": the hearers and an infinitive.
std::optional<IndexRange> hearer_by_order(const QuoteContext& text, uint32_t from, IndexRange sentence);

// "implied |the judge was biased|", with the subject of the clause read as an object.
std::optional<IndexRange> clause_by_order(const QuoteContext& text, const Reported& cue, uint32_t from,
                                          IndexRange sentence);

// "complained |about his mic|", "is propounding |views that …|": what follows at once. A preposition that the cue asks
// for becomes part of the cue.
std::optional<IndexRange> next_by_order(const QuoteContext& text, Reported& cue, uint32_t from, IndexRange sentence);

}  // namespace dateline
