// Which reports tell chiefly of the same event.
#pragma once

#include <string>
#include <vector>

#include "dateline/record.h"
#include "link/clusters.h"
#include "link/likeness.h"

namespace dateline {

// One decision about two reports, in words.
struct Judgement {
  uint32_t a = 0, b = 0;  // reports, by their index
  std::string why;
};

// Two reports that may tell chiefly of the same event, likely or look-alike.
struct LikelyPair {
  uint32_t a = 0, b = 0;  // a < b
  double probability = 0;
};

struct MainEvents {
  std::vector<uint32_t> of;        // per report: the first report of its group
  std::vector<Judgement> joined;   // each join, with its reasons
  std::vector<Judgement> refused;  // look-alikes left apart
  std::vector<LikelyPair> likely;  // in order
  std::vector<PairScore> alike;    // cosine of all words of each pair compared, in order

  // How alike two reports are as a whole: 1 for a report and itself, 0 where they were not compared.
  double likeness(uint32_t a, uint32_t b) const;
};

// `docs` sorted by id: the answer depends on the set alone.
MainEvents group_reports(const std::vector<const Document*>& docs, const Yardstick& yardstick, int jobs = 1);

}  // namespace dateline
