// The same event across reports. Decided by participants, type, place, time with its uncertainty, figures, shared
// quotes and wording; the answer does not depend on the order of `docs`.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/record.h"
#include "link/main_events.h"
#include "link/terms.h"

namespace dateline {

class EventLinker {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<EventLinker> load(const Resources& resources, const Background* background = nullptr);

  // Which reports tell chiefly of one event. `docs` sorted by id, with the dates that each report gives itself: a date
  // that was inferred from a likeness must not speak for that likeness.
  MainEvents group(const std::vector<const Document*>& docs, int jobs = 1) const;
  // Events without their claims. Main events of `docs` (the same reports in the same order, perhaps better dated) that
  // are one event get one id.
  EventMap link(const std::vector<const Document*>& docs, const EntityMap& entities, const MainEvents& main) const;

  // How rare each word is in news at large.
  const Background& background() const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
