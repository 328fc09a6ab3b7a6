#include "link/events.h"

namespace dateline {

struct EventLinker::Lexicon {};

Result<EventLinker> EventLinker::load(const Resources&) { return EventLinker{}; }

EventMap EventLinker::link(const std::vector<const Document*>& docs, const EntityMap&) const {
  EventMap map;
  for (const Document* doc : docs) map.of.emplace_back(doc->events.size(), kNone);
  return map;
}

}  // namespace dateline
