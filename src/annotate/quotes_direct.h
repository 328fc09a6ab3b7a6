// The words around a quotation that say whose it is, by their order and punctuation alone: “…,” X said; “…,” said X;
// X said: “…”; according to X. Needs tokens only, so it also serves where a quotation breaks the grammar.
#pragma once

#include <optional>

#include "annotate/quotes_context.h"

namespace dateline {

// A cue with its speaker, as found in the text around a quotation.
struct Attribution {
  const Cue* cue = nullptr;
  uint32_t token = 0;  // the cue's verb
  Span cue_span;       // with its auxiliaries, adverbs and second word
  Span speaker;        // empty if none stands there
};

// “…,” the agency |quoted| Reza as saying: told by Reza. `verb`: "quoted".
std::optional<Attribution> quoted_as_saying(const QuoteContext& text, uint32_t verb, uint32_t limit);

// The attribution right after a stretch that ends before `token`, within the sentence and before `limit` (a token).
std::optional<Attribution> attribution_after(const QuoteContext& text, const QuotedStretch& stretch, uint32_t token,
                                             uint32_t limit);
// The attribution that leads up to a stretch beginning with `token`, not reaching back past `limit`. `gap` is set to
// whether words of the sentence stand between the cue and the mark.
std::optional<Attribution> attribution_before(const QuoteContext& text, uint32_t token, uint32_t limit);

}  // namespace dateline
