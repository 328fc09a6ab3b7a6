// The same event across reports. Decided by participants, type, place, time with its uncertainty, figures, shared
// quotes and wording; the answer does not depend on the order of `docs`.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/record.h"

namespace dateline {

struct LikelyPair {
  uint32_t a = 0, b = 0;  // a < b
  double probability = 0;
};

class EventLinker {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<EventLinker> load(const Resources& resources);

  // Pairs of reports that may tell chiefly of the same event, likely or look-alike. `docs` sorted by id.
  std::vector<LikelyPair> likely_pairs(const std::vector<const Document*>& docs) const;
  // Events without their claims. Main events of `docs` that are one event get one id.
  EventMap link(const std::vector<const Document*>& docs, const EntityMap& entities) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
