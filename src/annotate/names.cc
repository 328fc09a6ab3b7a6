#include "annotate/names.h"

namespace dateline {

struct NameAnnotator::Lexicon {};

Result<NameAnnotator> NameAnnotator::load(const Resources&) { return NameAnnotator{}; }

void NameAnnotator::annotate(Document&) const {}

}  // namespace dateline
