#include "annotate/events.h"

namespace dateline {

struct EventAnnotator::Lexicon {};

Result<EventAnnotator> EventAnnotator::load(const Resources&) { return EventAnnotator{}; }

void EventAnnotator::annotate(Document&) const {}

void EventAnnotator::date(Document&) const {}

}  // namespace dateline
