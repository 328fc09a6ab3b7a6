// One Event out of the mentions that tell of it.
#pragma once

#include <vector>

#include "dateline/record.h"

namespace dateline {

struct MentionRef {
  uint32_t report = 0;   // into docs
  uint32_t mention = 0;  // into Document::events
  auto operator<=>(const MentionRef&) const = default;
};

// `mentions` sorted, `main_in` the reports (indices, sorted) whose main event it is. Fills everything but voices and
// the claims' statuses. Where `mentions` is empty, the headlines of `main_in` are what it rests on.
Event assemble(const std::vector<const Document*>& docs, const EntityMap& entities,
               const std::vector<MentionRef>& mentions, const std::vector<uint32_t>& main_in);

}  // namespace dateline
