#include "text/syntax.h"

namespace dateline {

struct SyntaxAnnotator::Lexicon {};

Result<SyntaxAnnotator> SyntaxAnnotator::load(const Resources&) { return SyntaxAnnotator{}; }

void SyntaxAnnotator::annotate(Document& doc) const {
  if (doc.lemmas.empty()) doc.lemmas.push_back('\0');
}

}  // namespace dateline
