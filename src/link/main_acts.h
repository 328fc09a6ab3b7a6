// Which mentions tell of what a group of reports chiefly tells of.
#pragma once

#include <vector>

#include "link/likeness.h"
#include "link/main_events.h"
#include "link/mention_nodes.h"

namespace dateline {

// Marks them in `nodes`, of which each report's main event is marked already: those that tell of it once more, so that
// they follow the verdict on the reports. Where reports of one group lead with acts that are never one
// (resources/link/other_acts.tsv), the act that most of them lead with is the group's; the other reports take part by
// what they say of that one, and what they lead with becomes a mention like any other.
void mark_main_acts(std::vector<MentionNode>& nodes, const MainEvents& main, const Yardstick& yardstick);

}  // namespace dateline
