// Which event mentions tell of the same event: inside a report and across reports.
#pragma once

#include <map>
#include <vector>

#include "dateline/record.h"
#include "link/main_events.h"

namespace dateline {

// One decision about two mentions of an event that several reports tell of, besides those on its reports.
struct MentionJudgement {
  int32_t group = 0;
  int32_t other = kNone;  // the look-alike's group; kNone: the two are one event
  Judgement judged;
};

struct MentionGroups {
  std::vector<std::vector<int32_t>>
      of;              // [report][Document::events] -> group; kNone: too vague to be an event of the record
  int32_t groups = 0;  // numbered by first mention
  std::map<uint32_t, int32_t> main_of;  // group of reports -> what they chiefly tell of; absent: none tells of anything
  std::vector<MentionJudgement> judgements;  // mention_reasons.h
};

// Main mentions follow `main`: those of one group of reports are one event, those of two groups are two.
MentionGroups group_mentions(const std::vector<const Document*>& docs, const EntityMap& entities,
                             const MainEvents& main, const Yardstick& yardstick);

}  // namespace dateline
