// An entity as lists show it: what is told of it in few words, from all neighbourhoods that it is met in.
#pragma once

#include <string>
#include <vector>

#include "dateline/record.h"

namespace dateline {

struct EntityBrief {
  std::string id, name;
  EntityType type = EntityType::other;
  std::vector<std::string> aliases;  // sorted
  std::vector<std::string> roles;    // some, sorted
  uint32_t reports = 0, mentions = 0;
  std::string gazetteer;
};

// A page of entities, and how many there are in all.
struct BriefSlice {
  uint32_t total = 0;
  std::vector<EntityBrief> entities;
};

}  // namespace dateline
