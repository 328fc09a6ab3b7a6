// Who stands beside a cue: the noun phrase that the grammar, or else the order of words, makes the speaker.
#pragma once

#include "annotate/quotes_context.h"

namespace dateline {

struct Source {
  int32_t head = kNone;  // token
  Span span;             // empty if nobody is named
};

// The speaker of the cue verb `verb`, whose words are `cue`: its subject, or the agent of a passive.
Source source_of(const QuoteContext& text, uint32_t verb, Span cue, uint32_t sentence);

// The whole noun phrase around `head` with titles, appositions and relative clauses, as far as it stands on its side of
// the cue and outside quotations.
Span source_span(const QuoteContext& text, uint32_t head, uint32_t cue_token);

// Whether a verb is passive: by the auxiliary before it, else by the tree.
bool is_passive(const QuoteContext& text, uint32_t verb);

}  // namespace dateline
