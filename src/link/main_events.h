// Which reports tell chiefly of the same event.
#pragma once

#include <string>
#include <vector>

#include "dateline/record.h"
#include "link/likeness.h"

namespace dateline {

// One decision about two reports, in words.
struct Judgement {
  uint32_t a = 0, b = 0;  // reports, by their index
  std::string why;
};

struct MainEvents {
  std::vector<uint32_t> of;        // per report: the first report of its group
  std::vector<Judgement> joined;   // each join, with its reasons
  std::vector<Judgement> refused;  // look-alikes left apart
};

// `docs` sorted by id: the answer depends on the set alone.
MainEvents group_reports(const std::vector<const Document*>& docs, const Yardstick& yardstick);

}  // namespace dateline
