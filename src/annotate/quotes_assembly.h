// Puts together what typography (text/quoted.h), word order (quotes_direct.h) and grammar (quotes_clauses.h,
// quotes_nominal.h) tell: which words are one utterance, with which cue and speaker.
#pragma once

#include <vector>

#include "annotate/quotes_context.h"

namespace dateline {

// One utterance, in one or more pieces.
struct Told {
  StatementKind kind = StatementKind::direct;
  std::vector<Span> pieces;      // in order; never empty in what find_told returns
  Span cue_span, speaker;        // empty if there is none
  int32_t speaker_head = kNone;  // token
  uint32_t cue_token = UINT32_MAX;
  Label act;
  bool aside = false;  // the cue stands beside what is told and does not govern it
};

// In the order of their first piece or cue, whichever comes first.
std::vector<Told> find_told(const QuoteContext& text);

}  // namespace dateline
