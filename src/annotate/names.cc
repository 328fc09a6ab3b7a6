#include "annotate/names.h"

#include "annotate/name_lexicon.h"
#include "annotate/name_rules.h"

namespace dateline {

struct NameAnnotator::Lexicon {
  NameLexicon names;
};

Result<NameAnnotator> NameAnnotator::load(const Resources& resources) {
  auto lexicon = std::make_shared<Lexicon>();
  TRY(lexicon->names, NameLexicon::load(resources));
  NameAnnotator annotator;
  annotator.lexicon_ = std::move(lexicon);
  return annotator;
}

void NameAnnotator::annotate(Document& doc) const { doc.mentions = names_by_rule(doc, lexicon_->names); }

}  // namespace dateline
