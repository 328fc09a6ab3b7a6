#include "resolve/record_entities.h"

namespace dateline {

struct EntityMerger::Lexicon {};

Result<EntityMerger> EntityMerger::load(const Resources&) { return EntityMerger{}; }

EntityMap EntityMerger::merge(const std::vector<const Document*>& docs) const {
  EntityMap map;
  for (const Document* doc : docs) map.of.emplace_back(doc->entities.size(), kNone);
  return map;
}

}  // namespace dateline
