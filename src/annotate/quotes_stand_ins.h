// Speakers that are only pointed at: "he", "who", "the Palestinian observer".
#pragma once

#include <vector>

#include "annotate/quotes_context.h"

namespace dateline {

// Whether the told words name the entity themselves: who says “Abbas must go” is not Abbas.
bool is_spoken_of(const QuoteContext& text, int32_t entity, const std::vector<Span>& pieces);

// Whether a "he" or "she" may stand for the entity, as far as the report tells their sex.
bool fits_pronoun(const QuoteContext& text, int32_t entity, uint32_t pronoun);

// Whom a pronoun means: somebody named, or the noun that tells of somebody who is not.
struct Antecedent {
  int32_t entity = kNone;  // into Document::entities
  int32_t noun = kNone;    // a token
};

// The person whom a "he" or "she" at token `pronoun` most likely stands for where coreference does not tell: the last
// one that was a sentence's subject, or that spoke last (`spoke`), in this paragraph or the two before, that the
// pronoun fits, and that `pieces` do not name.
Antecedent last_subject(const QuoteContext& text, uint32_t pronoun, const std::vector<Span>& pieces, int32_t spoke);

// “The unrest led the ministry to warn travellers. “Avoid the coast,” |it| said.”: the only body that the sentence
// before the quotation lets act; kNone if there is none.
int32_t acting_body(const QuoteContext& text, uint32_t it);

// The noun that a relative pronoun takes up ("a report that |says|"): a token, kNone if the tree does not tell.
int32_t antecedent(const QuoteContext& text, uint32_t pronoun);

// The body that was last named in full before "the school district", two words of its name at least: "Solon School
// District".
int32_t named_in_full(const QuoteContext& text, Span words);

// The one person that the same words stood before somewhere ("the Palestinian U.N. observer Riyad Mansour") or that has
// them as a role; kNone if none or several. `label`: the words are a headline's ("Minister: …"), the person follows.
int32_t described(const QuoteContext& text, Span words, bool label = false);

}  // namespace dateline
