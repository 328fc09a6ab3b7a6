// The same event across reports. Decided by participants, type, place, time with its uncertainty, figures, shared
// quotes and wording; the answer does not depend on the order of `docs`.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/record.h"

namespace dateline {

class EventLinker {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<EventLinker> load(const Resources& resources);

  // Events without their claims. Main events of `docs` that are one event get one id.
  EventMap link(const std::vector<const Document*>& docs, const EntityMap& entities) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
