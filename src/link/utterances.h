// The same utterance across reports: full, trimmed, altered by an ellipsis or brackets, or told indirectly in the same
// words. Works on runs of shared words (word_runs.h), so the cost grows with the number of words.
#pragma once

#include <vector>

#include "dateline/record.h"
#include "link/word_runs.h"

namespace dateline {

// One Utterance per thing said, sorted by id; its evidence holds every telling of it, piece by piece. What it shows
// (content, kind, cue) is the fullest telling, the earliest of equally full ones. `also_unattributed_in` is filled from
// its words where they stand in another report outside any statement. REQUIRES: docs sorted by id,
// words == words_of(docs).
std::vector<Utterance> link_utterances(const std::vector<const Document*>& docs, const std::vector<WordSequence>& words,
                                       const EntityMap& entities, const EventMap& events);

}  // namespace dateline
