#include "annotate/figures.h"

namespace dateline {

struct FigureAnnotator::Lexicon {};

Result<FigureAnnotator> FigureAnnotator::load(const Resources&) { return FigureAnnotator{}; }

void FigureAnnotator::annotate(Document&) const {}

}  // namespace dateline
