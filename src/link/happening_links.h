// Which words of several reports tell of the same happening. By their roots and meanings, who does what to whom, the
// sentence around them, and whether the reports tell chiefly of one event; joined by average linkage.
#pragma once

#include <vector>

#include "link/happenings.h"
#include "link/terms.h"

namespace dateline {

// What is known of one report beforehand.
struct HappeningSource {
  const Document* doc = nullptr;
  std::vector<Happening> happenings;
  uint32_t group = 0;          // reports of one number tell chiefly of one event
  std::vector<int32_t> event;  // per happening: the event of the record that it is evidence of, or kNone
};

// Per report and happening: the number of what it tells of. The numbers do not depend on anything but the sources and
// their order. Mentions of reports that tell of different things are joined only where the reports are much alike.
std::vector<std::vector<uint32_t>> link_happenings(const std::vector<HappeningSource>& sources,
                                                   const Background& background);

}  // namespace dateline
