#include "annotate/times.h"

namespace dateline {

struct TimeAnnotator::Lexicon {};

Result<TimeAnnotator> TimeAnnotator::load(const Resources&) { return TimeAnnotator{}; }

void TimeAnnotator::find(Document&) const {}

void TimeAnnotator::anchor(Document&) const {}

}  // namespace dateline
