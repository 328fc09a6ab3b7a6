#include "text/tree_edit.h"

#include "text/tree.h"

namespace dateline {

bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::csubj ||
         relation == Deprel::expl;
}

bool is_inside_phrase(Deprel relation) {
  return relation == Deprel::compound || relation == Deprel::flat || relation == Deprel::nmod ||
         relation == Deprel::nmod_poss || relation == Deprel::appos || relation == Deprel::conj ||
         relation == Deprel::amod || relation == Deprel::nummod;
}

bool TreeEdit::under(uint32_t t, uint32_t above) {
  while (t != above && token(t).head != kNone) t = static_cast<uint32_t>(token(t).head);
  return t == above;
}

uint32_t TreeEdit::first_of(uint32_t verb) {
  uint32_t first = verb;
  while (first > tokens_.begin && under(first - 1, verb)) --first;
  while (first < verb && token(first).upos == Upos::PUNCT) ++first;
  return first;
}

bool TreeEdit::lacks_subject(uint32_t verb, uint32_t first) {
  bool finite = is_finite(token(verb).xpos);
  for (uint32_t t = first; t < tokens_.end; ++t) {
    if (token(t).head != static_cast<int32_t>(verb)) continue;
    const Deprel relation = token(t).deprel;
    if (is_subject(relation) || relation == Deprel::mark) return false;
    if (t > verb || (relation != Deprel::aux && relation != Deprel::cop && relation != Deprel::aux_pass)) continue;
    finite |= is_finite(token(t).xpos);
  }
  return finite;
}

int32_t TreeEdit::child(uint32_t of, Deprel relation) {
  for (uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
    if (token(t).head == static_cast<int32_t>(of) && token(t).deprel == relation) return static_cast<int32_t>(t);
  }
  return kNone;
}

Deprel TreeEdit::subject_relation(uint32_t verb) {
  return child(verb, Deprel::aux_pass) == kNone ? Deprel::nsubj : Deprel::nsubj_pass;
}

}  // namespace dateline
