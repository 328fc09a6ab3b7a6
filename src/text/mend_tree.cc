#include "text/mend_tree.h"

#include "text/tree.h"

namespace dateline {
namespace {

bool is_noun(Upos upos) { return upos == Upos::NOUN || upos == Upos::PROPN; }

bool is_relative_pronoun(Xpos tag) { return tag == Xpos::WDT || tag == Xpos::WP; }

bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::csubj ||
         relation == Deprel::expl;
}

// A part of a noun phrase, which goes where its noun goes.
bool is_inside_phrase(Deprel relation) {
  return relation == Deprel::compound || relation == Deprel::flat || relation == Deprel::nmod ||
         relation == Deprel::nmod_poss || relation == Deprel::appos || relation == Deprel::conj ||
         relation == Deprel::amod || relation == Deprel::nummod;
}

class TreeMender {
 public:
  TreeMender(Document& doc, IndexRange tokens) : doc_(doc), tokens_(tokens) {}

  void mend() {
    for (uint32_t t = tokens_.begin + 1; t < tokens_.end; ++t) {
      if (token(t).head == kNone || static_cast<uint32_t>(token(t).head) > t) continue;
      if (token(t).deprel == Deprel::ccomp) give_subject(t);
      if (token(t).deprel == Deprel::acl_relcl || token(t).deprel == Deprel::ccomp) hang_on_noun(t);
    }
  }

 private:
  Token& token(uint32_t t) { return doc_.tokens[t]; }
  bool under(uint32_t t, uint32_t above) {
    while (t != above && token(t).head != kNone) t = static_cast<uint32_t>(token(t).head);
    return t == above;
  }
  // The first token of a clause, whose verb is `verb`.
  uint32_t first_of(uint32_t verb) {
    uint32_t first = verb;
    while (first > tokens_.begin && under(first - 1, verb)) --first;
    while (first < verb && token(first).upos == Upos::PUNCT) ++first;
    return first;
  }
  // Whether a clause is finite, and has neither a subject nor a word that begins it.
  bool lacks_subject(uint32_t verb, uint32_t first) {
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
  // "warned |the pier| could fall", "told reporters |Israel| broke it".
  void give_subject(uint32_t verb) {
    const auto above = static_cast<uint32_t>(token(verb).head);
    const uint32_t first = first_of(verb);
    if (first <= above + 1 || !lacks_subject(verb, first)) return;
    uint32_t noun = first - 1;
    while (is_inside_phrase(token(noun).deprel) && token(noun).head > static_cast<int32_t>(above) &&
           static_cast<uint32_t>(token(noun).head) < first)
      noun = static_cast<uint32_t>(token(noun).head);
    Token& subject = token(noun);
    if (!is_noun(subject.upos) || subject.deprel != Deprel::obj) return;
    const auto governor = static_cast<uint32_t>(subject.head);
    if (governor != above && !(governor < noun && is_noun(token(governor).upos))) return;  // a noun has no object
    subject.head = static_cast<int32_t>(verb);
    subject.deprel = Deprel::nsubj;
  }
  // "met the critics |who said so|": a relative clause belongs to the noun before it.
  void hang_on_noun(uint32_t verb) {
    const auto above = static_cast<uint32_t>(token(verb).head);
    if (token(above).upos != Upos::VERB) return;
    const uint32_t first = first_of(verb);
    if (first <= above + 1 || !is_relative_pronoun(token(first).xpos)) return;
    uint32_t noun = first - 1;
    if (token(noun).upos == Upos::PUNCT && noun > above + 1) --noun;
    while (is_inside_phrase(token(noun).deprel) && token(noun).deprel != Deprel::nmod &&
           token(noun).head > static_cast<int32_t>(noun))
      noun = static_cast<uint32_t>(token(noun).head);
    if (noun >= first || !is_noun(token(noun).upos) || !under(noun, above)) return;
    // "told reporters |who had come|", but "told him |who had come|": a question follows no noun.
    token(verb).head = static_cast<int32_t>(noun);
    token(verb).deprel = Deprel::acl_relcl;
  }

  Document& doc_;
  IndexRange tokens_;
};

}  // namespace

void mend_tree(Document& doc, const Sentence& sentence) { TreeMender(doc, sentence.tokens).mend(); }

}  // namespace dateline
