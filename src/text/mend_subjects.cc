#include "text/mend_subjects.h"

#include "text/tree.h"

namespace dateline {

// "warned |the pier| could fall", "told reporters |Israel| broke it".
void SubjectMender::give_subject(uint32_t verb) {
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

// "after |a truce| between Peru and its rulers |held|", with the truce for the subject of the rulers: a noun that is
// itself a subject has none.
void SubjectMender::share_subject(uint32_t subject) {
  const auto noun = static_cast<uint32_t>(token(subject).head);
  Token& other = token(noun);
  if (!is_noun(other.upos) || other.deprel != Deprel::nsubj || other.head == kNone || subject > noun) return;
  const auto verb = static_cast<uint32_t>(other.head);
  if (verb < noun || token(verb).upos != Upos::VERB || child(noun, Deprel::cop) != kNone) return;
  const int32_t before = child(noun, Deprel::case_);
  if (before != kNone && before < static_cast<int32_t>(subject)) {
    token(static_cast<uint32_t>(before)).head = static_cast<int32_t>(verb);
    token(static_cast<uint32_t>(before)).deprel = Deprel::mark;
    if (token(verb).deprel == Deprel::conj) token(verb).deprel = Deprel::advcl;
  }
  token(subject).head = static_cast<int32_t>(verb);
  other.head = static_cast<int32_t>(subject);
  other.deprel = Deprel::nmod;
}

// "A bridge |collapsed|, killing four, police said", with the bridge for a subject of what police said: of two
// subjects the first has the verb that was taken for its participle.
void SubjectMender::part_subjects(uint32_t second) {
  const auto said = static_cast<uint32_t>(token(second).head);
  const int32_t first = child(said, Deprel::nsubj);
  if (second > said || token(said).upos != Upos::VERB || first >= static_cast<int32_t>(second)) return;
  const int32_t clause = child(static_cast<uint32_t>(first), Deprel::acl);
  if (clause < first || clause > static_cast<int32_t>(second)) return;
  const auto verb = static_cast<uint32_t>(clause);
  if (token(verb).upos != Upos::VERB || token(verb).xpos == Xpos::VBG || child(verb, Deprel::mark) != kNone) return;
  for (uint32_t t = verb + 1; t < second; ++t) {
    if (token(t).head == static_cast<int32_t>(said)) token(t).head = clause;
  }
  if (!is_finite(token(verb).xpos)) token(verb).xpos = Xpos::VBD;
  token(verb).head = static_cast<int32_t>(said);
  token(verb).deprel = Deprel::ccomp;
  token(static_cast<uint32_t>(first)).head = clause;
}

// "Chad's president, |Mahamat Deby|, arrived": a name between commas behind who arrived says who that is.
void SubjectMender::appose(uint32_t name) {
  const auto verb = static_cast<uint32_t>(token(name).head);
  const int32_t first = child(verb, Deprel::nsubj);
  if (first == kNone || first >= static_cast<int32_t>(name) || name > verb || token(name).upos != Upos::PROPN) return;
  const auto noun = static_cast<uint32_t>(first);
  if (token(noun).upos == Upos::NOUN && name == noun + 1) {  // "the charity |Save Our Seas| demanded"
    token(noun).head = static_cast<int32_t>(name);
    token(noun).deprel = Deprel::nmod_desc;
    return;
  }
  if (token(noun).upos != Upos::NOUN || name < noun + 2 || doc_.words(token(name - 1)) != ",") return;
  if (!under(name - 2, noun)) return;
  token(name).head = first;
  token(name).deprel = Deprel::appos;
}

// "Senator Berg, |a Liberal| from Oslo, left": what nothing joins to a name but a comma says who that is.
void SubjectMender::describe(uint32_t noun) {
  const auto name = static_cast<uint32_t>(token(noun).head);
  if (!is_noun(token(noun).upos) || token(name).upos != Upos::PROPN || child(noun, Deprel::cc) != kNone) return;
  const int32_t article = child(noun, Deprel::det);
  if (article < 1 || doc_.words(token(static_cast<uint32_t>(article) - 1)) != ",") return;
  for (uint32_t t = name; t < tokens_.end; ++t) {
    if (token(t).deprel == Deprel::conj && token(t).head == static_cast<int32_t>(name) && t != noun) return;
  }
  token(noun).deprel = Deprel::appos;
}

// "Up to 1,000 |Turks| began a strike", with "up" for what the Turks are on: how many began it.
void SubjectMender::count_subject(uint32_t noun) {
  const auto up = static_cast<uint32_t>(token(noun).head);
  const int32_t count = child(noun, Deprel::nummod);
  if (count != static_cast<int32_t>(up) + 2 || doc_.words(token(up + 1)) != "to" || token(up).head == kNone) return;
  const auto verb = static_cast<uint32_t>(token(up).head);
  if (token(up).deprel != Deprel::advmod || verb < noun || !lacks_subject(verb, first_of(verb))) return;
  token(noun).head = static_cast<int32_t>(verb);
  token(noun).deprel = child(verb, Deprel::aux_pass) == kNone ? Deprel::nsubj : Deprel::nsubj_pass;
  token(up).head = count;
  token(up + 1).head = static_cast<int32_t>(up);
  token(up + 1).deprel = Deprel::fixed;
}

}  // namespace dateline
