// Why mentions in several reports were taken for one event of the record, and which look-alikes were left apart.
#pragma once

#include <vector>

#include "link/clusters.h"
#include "link/mention_nodes.h"
#include "link/mentions.h"

namespace dateline {

// Two mentions in different reports that were compared, and the groups they came to.
struct ComparedMentions {
  uint32_t a = 0, b = 0;  // nodes
  int32_t group = kNone, other = kNone;
  double score = 0;
};

// Of each group that several reports tell of: what speaks most for joining them, one line to a pair of reports, and
// the look-alikes that came nearest. In order of the groups, joined before left apart, the surest first.
std::vector<MentionJudgement> judge_mentions(const std::vector<MentionNode>& nodes,
                                             const std::vector<ComparedMentions>& compared);

}  // namespace dateline
