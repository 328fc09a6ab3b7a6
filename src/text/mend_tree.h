// What no English tree can be, put right after parsing: a greedy parser cannot take back an arc that later words
// contradict.
#pragma once

#include "dateline/model.h"

namespace dateline {

// Gives finite clauses the subjects that stand right before them ("warned |the pier| could fall", with the pier for
// what was warned), hangs relative clauses on the nouns that they follow and others on verbs, and makes a finite clause
// behind the noun that was taken for the root the sentence, or one behind "after" and a noun a clause. REQUIRES: the
// sentence is parsed. Marks of punctuation stay where they hung, which may not be where they belong any more (marks.h).
void mend_tree(Document& doc, const Sentence& sentence);

}  // namespace dateline
