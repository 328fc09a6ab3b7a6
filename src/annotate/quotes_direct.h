// The words around a quotation that say whose it is, by their order and punctuation alone: “…,” X said; “…,” said X;
// X said: “…”; according to X. Needs tokens only, so it also serves where a quotation breaks the grammar.
#pragma once

#include <optional>

#include "annotate/quotes_lexicon.h"
#include "dateline/model.h"
#include "text/quoted.h"

namespace dateline {

// A cue with its speaker, as found in the text around a quotation.
struct Attribution {
  const Cue* cue = nullptr;
  uint32_t token = 0;  // the cue's verb
  Span cue_span;       // with its auxiliaries, adverbs and second word
  Span speaker;        // empty if none stands there
};

// The cue that a token begins, if it is one; what follows it decides between "call" and "call for".
const Cue* cue_at(const Document& doc, const CueTable& cues, uint32_t token);
// The verb with the auxiliaries and adverbs right before it ("has also said") and its second word.
Span cue_span_at(const Document& doc, const Cue& cue, uint32_t token);

// The attribution right after a stretch that ends before `token`, within the sentence and before `limit` (a token).
std::optional<Attribution> attribution_after(const Document& doc, const CueTable& cues, const QuotedStretch& stretch,
                                             uint32_t token, uint32_t limit);
// The attribution that leads up to a stretch beginning with `token`, not reaching back past `limit`. `gap` is set to
// whether words of the sentence stand between the cue and the mark.
std::optional<Attribution> attribution_before(const Document& doc, const CueTable& cues, uint32_t token,
                                              uint32_t limit);

}  // namespace dateline
