// How far the words of a speaker reach: titles, appositions and relative clauses belong to them; times, places and what
// leads in do not.
#pragma once

#include "annotate/quotes_context.h"

namespace dateline {

// The whole noun phrase around `head` with titles, appositions and relative clauses, as far as it stands on its side of
// the cue and outside quotations.
Span source_span(const QuoteContext& text, uint32_t head, uint32_t cue_token);

// The subject `words` before its verb, whose cue begins with token `cue_begin`, as a whole: what the parser cut off in
// front, asides, and participles and relative clauses behind. Never before `from`.
Span whole_subject(const QuoteContext& text, uint32_t from, Span words, uint32_t head, uint32_t cue_begin);

// The speaker `words` behind the cue with the office and the relative clause that the parser hung elsewhere.
Span behind_cue(const QuoteContext& text, Span words, uint32_t head);

// Without the day or time at its end: "Sanders |on Tuesday", "the court |this month", "Trump |Friday".
IndexRange without_time(const QuoteContext& text, IndexRange r, uint32_t head);

}  // namespace dateline
