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

// Whether a verb is passive: by the auxiliary before it, else by the tree.
bool is_passive(const QuoteContext& text, uint32_t verb);

}  // namespace dateline
