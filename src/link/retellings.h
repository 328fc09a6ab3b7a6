// Tellings of one utterance in other words: told indirectly by two reports, or put down differently by two who heard
// it.
#pragma once

#include <utility>
#include <vector>

#include "link/tellings.h"

namespace dateline {

// The pairs of tellings, by index, of one person in two reports that share most of their weighty words, and neither of
// which was said or printed on other days than the other. REQUIRES: words == words_of(docs).
std::vector<std::pair<uint32_t, uint32_t>> retold(const std::vector<const Document*>& docs,
                                                  const std::vector<WordSequence>& words,
                                                  const std::vector<Telling>& tellings, const EntityMap& entities);

}  // namespace dateline
