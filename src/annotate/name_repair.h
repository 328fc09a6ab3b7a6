// What the whole document says about names that a sentence alone does not: runs after the model (or the rules).
// Private to src/annotate/names.cc.
#pragma once

#include <vector>

#include "annotate/name_lexicon.h"
#include "dateline/model.h"

namespace dateline {

// Cuts titles off people's names and articles off all; gives a word the type that the document mostly gives it; finds
// the name before its acronym in brackets ("Multinational Security Support (MSS)"), peoples ("Kenyan") and what other
// capitalised names there are. Takes and gives mentions sorted, not overlapping.
std::vector<Mention> repair_names(const Document& doc, const NameLexicon& lexicon, std::vector<Mention> names);

}  // namespace dateline
