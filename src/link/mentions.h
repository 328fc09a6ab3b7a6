// Which event mentions tell of the same event: inside a report and across reports.
#pragma once

#include <vector>

#include "dateline/record.h"
#include "link/main_events.h"

namespace dateline {

struct MentionGroups {
  std::vector<std::vector<int32_t>>
      of;              // [report][Document::events] -> group; kNone: too vague to be an event of the record
  int32_t groups = 0;  // numbered by first mention
};

// Main mentions follow `main`: those of one group of reports are one event, those of two groups are two.
MentionGroups group_mentions(const std::vector<const Document*>& docs, const EntityMap& entities,
                             const MainEvents& main, const Yardstick& yardstick);

}  // namespace dateline
