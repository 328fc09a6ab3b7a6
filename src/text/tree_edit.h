// Reading and moving arcs of one parsed sentence, for the passes that mend trees.
#pragma once

#include "dateline/model.h"

namespace dateline {

inline bool is_noun(Upos upos) { return upos == Upos::NOUN || upos == Upos::PROPN; }

// Whether it is the relation of a subject, or of what stands in for one.
bool is_subject(Deprel relation);
// Whether a word of this relation is a part of a noun phrase, which goes where its noun goes.
bool is_inside_phrase(Deprel relation);

// Keeps a reference to the document, whose tokens are changed in place.
class TreeEdit {
 public:
  TreeEdit(Document& doc, IndexRange tokens) : doc_(doc), tokens_(tokens) {}

 protected:
  Token& token(uint32_t t) { return doc_.tokens[t]; }
  // Whether `t` is `above` or hangs below it.
  bool under(uint32_t t, uint32_t above);
  // The first token of a clause, whose verb is `verb`.
  uint32_t first_of(uint32_t verb);
  // Whether a clause is finite, and has neither a subject nor a word that begins it.
  bool lacks_subject(uint32_t verb, uint32_t first);
  int32_t child(uint32_t of, Deprel relation);  // the first; kNone if none
  // The relation that a subject of the verb has.
  Deprel subject_relation(uint32_t verb);

  Document& doc_;
  IndexRange tokens_;
};

}  // namespace dateline
