// The tellings of one utterance side by side: which is the fullest, which the earliest, and how the others differ.
#pragma once

#include <string>
#include <vector>

#include "link/tellings.h"

namespace dateline {

// Fuller is: direct before indirect, then more words; then the earlier report (`rank`, of each report in the order of
// publication), then the earlier place.
bool fuller(const Telling& a, const Telling& b, const std::vector<uint32_t>& rank);

// One for each telling, by report and place. `hashes` gives the words of each (in the order of `members`), folded. The
// earliest is marked only where the days of publication tell it: a report that may have appeared before it leaves none.
std::vector<UtteranceVariant> variants_of(const std::vector<const Document*>& docs,
                                          const std::vector<const Telling*>& members,
                                          const std::vector<const std::vector<uint64_t>*>& hashes,
                                          const std::vector<uint32_t>& rank);

}  // namespace dateline
