#include "annotate/names.h"

#include <optional>

#include "annotate/name_lexicon.h"
#include "annotate/name_repair.h"
#include "annotate/name_rules.h"
#include "annotate/name_tagger.h"
#include "base/load_shared.h"

namespace dateline {

struct NameAnnotator::Lexicon {
  NameLexicon names;
  std::optional<NameModel> model;
};

Result<NameAnnotator> NameAnnotator::load(const Resources& resources) {
  return load_shared(NameAnnotator(), &NameAnnotator::lexicon_, [&](Lexicon& x) -> Status {
    TRY(x.names, NameLexicon::load(resources));
    // A folder of resources without a model still finds names, by rule.
    if (auto bytes = resources.get("models/names.bin"); bytes.ok() && !bytes->empty()) {
      TRY(x.model, NameModel::over(*bytes));
    }
    return kDone;
  });
}

void NameAnnotator::annotate(Document& doc) const {
  const Lexicon& x = *lexicon_;
  doc.mentions =
      repair_names(doc, x.names, x.model ? names_by_model(doc, x.names, *x.model) : names_by_rule(doc, x.names));
}

}  // namespace dateline
