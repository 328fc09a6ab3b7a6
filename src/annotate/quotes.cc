#include "annotate/quotes.h"

namespace dateline {

struct QuoteAnnotator::Lexicon {};

Result<QuoteAnnotator> QuoteAnnotator::load(const Resources&) { return QuoteAnnotator{}; }

void QuoteAnnotator::annotate(Document&) const {}

}  // namespace dateline
