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

// "The order |Berg| signed on Monday covers six towns", with both for subjects of what he signed: the second has that,
// the first what is told behind.
void SubjectMender::part_relative(uint32_t second) {
  const auto signs = static_cast<uint32_t>(token(second).head);
  int32_t first = child(signs, Deprel::nsubj);
  if (first == static_cast<int32_t>(second)) first = child(signs, Deprel::nsubj_pass);
  const uint32_t begin = first_of(second);
  if (first == kNone || first >= static_cast<int32_t>(begin) || second > signs) return;
  if (!under(begin - 1, static_cast<uint32_t>(first)) || token(begin - 1).upos == Upos::PUNCT) return;
  for (uint32_t t = signs + 1; t < tokens_.end; ++t) {
    const bool clause = token(t).head == static_cast<int32_t>(signs) && token(t).upos == Upos::VERB;
    if (!clause || child(t, Deprel::cc) != kNone || !lacks_subject(t, first_of(t))) continue;
    token(t).head = token(signs).head;
    token(t).deprel = token(signs).deprel;
    token(signs).head = first;
    token(signs).deprel = Deprel::acl_relcl;
    token(static_cast<uint32_t>(first)).head = static_cast<int32_t>(t);
    token(static_cast<uint32_t>(first)).deprel = Deprel::nsubj;
    return;
  }
}

// "In contrast, |Senator Berg|, a Liberal, objected", with the senator for another word for the contrast: who stands
// behind the comma of an opening is the subject of a verb that has none.
void SubjectMender::free_subject(uint32_t noun) {
  const Token& opening = token(static_cast<uint32_t>(token(noun).head));
  const uint32_t first = first_of(noun);
  if (opening.deprel != Deprel::obl || opening.head == kNone || opening.head < static_cast<int32_t>(noun)) return;
  if (first == tokens_.begin || doc_.words(token(first - 1)) != ",") return;
  const auto verb = static_cast<uint32_t>(opening.head);
  for (const Deprel d : {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj, Deprel::expl, Deprel::mark}) {
    if (child(verb, d) != kNone) return;
  }
  if (token(verb).xpos == Xpos::VBN && child(verb, Deprel::aux) == kNone && child(verb, Deprel::aux_pass) == kNone)
    token(verb).xpos = Xpos::VBD;
  token(noun).head = opening.head;
  token(noun).deprel = subject_relation(verb);
}

// "by district |Judge Berg|, who ruled on it", with the name for another word for the district: what stands right
// before a title says whose it is, and the rest is the name's.
void SubjectMender::lead_name(uint32_t name) {
  const auto noun = static_cast<uint32_t>(token(name).head);
  const uint32_t title = first_of(name);
  if (token(name).upos != Upos::PROPN || token(noun).upos != Upos::NOUN || title != noun + 1 || title == name) return;
  if (child(noun, Deprel::det) != kNone || child(noun, Deprel::nmod_poss) != kNone) return;
  for (uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
    const bool before = token(t).deprel == Deprel::case_ || token(t).deprel == Deprel::mark;
    if (token(t).head == static_cast<int32_t>(noun) && (before || t > name)) token(t).head = static_cast<int32_t>(name);
  }
  token(name).head = token(noun).head;
  token(name).deprel = token(noun).deprel;
  token(noun).head = static_cast<int32_t>(name);
  token(noun).deprel = Deprel::nmod_desc;
}

// "Judge Berg of Seattle, |who| ruled on it": no place of a person did.
void SubjectMender::raise_who(uint32_t verb) {
  const auto place = static_cast<uint32_t>(token(verb).head);
  if (token(place).upos != Upos::PROPN || token(place).deprel != Deprel::nmod || token(place).head == kNone) return;
  if (token(static_cast<uint32_t>(token(place).head)).upos != Upos::PROPN || child(place, Deprel::case_) == kNone)
    return;
  if (doc_.words(token(first_of(verb))) == "who") token(verb).head = token(place).head;
}

// "|Police| on Monday arrested a man", with the police for who was arrested: what has an object is no passive.
void SubjectMender::activate(uint32_t object) {
  const auto verb = static_cast<uint32_t>(token(object).head);
  const int32_t subject = child(verb, Deprel::nsubj_pass);
  if (subject == kNone || subject > static_cast<int32_t>(verb) || child(verb, Deprel::aux_pass) != kNone) return;
  token(static_cast<uint32_t>(subject)).deprel = Deprel::nsubj;
  if (token(verb).xpos == Xpos::VBN && child(verb, Deprel::aux) == kNone) token(verb).xpos = Xpos::VBD;
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

// "Speaking with reporter Anna Berg in Oslo, |Hall| said", with the reporter for who said it and Hall beside her: of an
// opening with a participle what stands right before the verb is the subject.
void SubjectMender::follow_opening(uint32_t name) {
  const auto other = static_cast<uint32_t>(token(name).head);
  const uint32_t first = first_of(name);
  if (!is_noun(token(name).upos) || first <= other || child(name, Deprel::cc) != kNone) return;
  if (token(other).deprel != Deprel::nsubj || token(other).head == kNone || doc_.words(token(first - 1)) != ",") return;
  const auto verb = static_cast<uint32_t>(token(other).head);
  const int32_t opening = child(verb, Deprel::advcl);
  if (opening != static_cast<int32_t>(tokens_.begin) || token(tokens_.begin).xpos != Xpos::VBG) return;
  if (verb != name + 1 && (token(name + 1).upos != Upos::AUX || verb != name + 2)) return;
  token(name).head = static_cast<int32_t>(verb);
  token(name).deprel = Deprel::nsubj;
  token(other).head = opening;
  token(other).deprel = Deprel::obl;
}

// "Up to 1,000 |Turks| began a strike", with "up" for what the Turks are on: how many began it.
void SubjectMender::count_subject(uint32_t noun) {
  const auto up = static_cast<uint32_t>(token(noun).head);
  const int32_t count = child(noun, Deprel::nummod);
  if (count != static_cast<int32_t>(up) + 2 || doc_.words(token(up + 1)) != "to" || token(up).head == kNone) return;
  const auto verb = static_cast<uint32_t>(token(up).head);
  if (token(up).deprel != Deprel::advmod || verb < noun || !lacks_subject(verb, first_of(verb))) return;
  token(noun).head = static_cast<int32_t>(verb);
  token(noun).deprel = subject_relation(verb);
  token(up).head = count;
  token(up + 1).head = static_cast<int32_t>(up);
  token(up + 1).deprel = Deprel::fixed;
}

}  // namespace dateline
