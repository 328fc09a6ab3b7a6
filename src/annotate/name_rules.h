// Names by rule: capitalised sequences, parted and typed with gazetteers, titles and the words that organisations
// end in. Works without tags and without a model; private to src/annotate/names.cc.
#pragma once

#include <vector>

#include "annotate/name_lexicon.h"
#include "dateline/model.h"

namespace dateline {

// The names of one document, sorted, not overlapping.
std::vector<Mention> names_by_rule(const Document& doc, const NameLexicon& lexicon);

}  // namespace dateline
