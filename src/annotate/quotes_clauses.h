// What a cue governs by the grammar of its sentence: who speaks, and which words are told (indirect and mixed speech).
#pragma once

#include <optional>
#include <vector>

#include "annotate/quotes_context.h"

namespace dateline {

// A cue in its sentence. Spans are byte spans; `pieces` is what is told, in order, empty if the grammar gives nothing.
struct Reported {
  const Cue* cue = nullptr;
  uint32_t token = 0;
  uint32_t sentence = 0;
  Span cue_span;
  int32_t speaker_head = kNone;  // token
  Span speaker;
  std::vector<Span> pieces;
  bool aside = false;  // ", X said," stands inside or after what is told
};

// The cue verb (or "according to") that a token is, with speaker and content; nullopt if it is none. The token stands
// outside quotations.
std::optional<Reported> read_verb(const QuoteContext& text, uint32_t sentence, uint32_t token);

// Adds what these tokens tell, without punctuation at the edges.
void add_piece(const QuoteContext& text, Reported& out, IndexRange tokens);

}  // namespace dateline
