// Does the sentence look back or ahead where a date stands in it?
#pragma once

#include "dateline/model.h"

namespace dateline {

// -1 back ("met Friday"), 1 ahead ("will meet Friday"), 0 it does not say. Goes by the verb that governs the words if
// the document is parsed, by the nearest verb if it is tagged, and else by the words "will", "was", … nearby.
int tense_at(const Document& doc, Span span);

}  // namespace dateline
