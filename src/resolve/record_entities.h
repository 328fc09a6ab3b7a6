// Who is who across reports. An entity's id comes from its type and fullest name, so the same person met in two
// unrelated sets of reports is one entity in the record.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/record.h"

namespace dateline {

class EntityMerger {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<EntityMerger> load(const Resources& resources);

  EntityMap merge(const std::vector<const Document*>& docs) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
