// The same utterance across reports: full, trimmed, or told indirectly.
#pragma once

#include <vector>

#include "dateline/record.h"

namespace dateline {

// One Utterance per thing said; also_unattributed_in is filled from wording that stands outside any statement.
std::vector<Utterance> link_utterances(const std::vector<const Document*>& docs, const EntityMap& entities,
                                       const EventMap& events);

}  // namespace dateline
