// What a quotation and the words beside it look like, whoever speaks.
#pragma once

#include "annotate/quotes_assembly.h"

namespace dateline {

// A quotation in the middle of a told clause ("explains why the state is “weird”") is told from the clause's beginning.
Span led_up_to(const QuoteContext& text, const Told& told, const QuotedStretch& q);

// "|Anna Berg|, director of the Rights Project, said": the person whom the words begin with, and then describe.
int32_t leading_person(const QuoteContext& text, IndexRange words);

// “…,” she said on NBC’s |“Meet the Press”|: few words, all of them capitalised, behind a preposition or possessive.
bool is_title(const QuoteContext& text, const QuotedStretch& q);

// What word order gives as the speaker's words, narrowed to the noun phrase that the grammar sees in them.
void set_speaker(const QuoteContext& text, Told& told, Span words);

// “…,” he said |sarcastically|, |with a laugh|: the manner right behind a cue is part of it.
Span with_manner(const QuoteContext& text, const Told& told);

// “…,” he said |in a statement|: the occasion right behind a cue that nothing else follows is part of it.
Span with_occasion(const QuoteContext& text, const Told& told);

}  // namespace dateline
