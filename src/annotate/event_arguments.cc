// What stands beside a verb or an event noun, as the slots of the lexicon; the verb that lends a noun its tense.
#include <algorithm>

#include "annotate/event_grammar.h"
#include "text/tree.h"

namespace dateline {

// "struck on Sunday |between Peru and Chile|", "signed Friday |by the governor|": what hangs on a day is the verb's.
void EventGrammar::add_behind_day(uint32_t verb, uint32_t day, std::vector<Argument>& out) const {
  each_child(day, [&](uint32_t c) {
    const SlotId slot = c > day && deprel(c) == Deprel::nmod ? preposition(c) : SlotId{kNoSlot};
    if (slot == kNoSlot || slot == lex.slot_id("of") || in_time(doc, doc.tokens[c].span)) return;
    out.push_back({slot == lex.slot_id("by") && passive(verb) ? SlotId{kSubj} : slot, antecedent(c)});
  });
}

void EventGrammar::add_obliques(uint32_t token, std::vector<Argument>& out) const {
  each_child(token, [&](uint32_t c) {
    const Deprel d = deprel(c);
    if ((d == Deprel::obl || d == Deprel::obl_unmarked) && in_time(doc, doc.tokens[c].span))
      add_behind_day(token, c, out);
    if (d != Deprel::obl && d != Deprel::nmod && d != Deprel::obl_agent && d != Deprel::nmod_unmarked) return;
    const SlotId slot = preposition(c);
    // "|With| the blessing of the court, they met" is no fellow of theirs.
    if (slot == kNoSlot || (c < token && slot == lex.slot_id("with"))) return;
    out.push_back({slot, antecedent(c)});
    // "spoke via phone |with Obama|": what stands behind a bare noun is the verb's, too.
    if (d != Deprel::obl || doc.tokens[c].xpos != Xpos::NN || child(c, Deprel::det) != kNone) return;
    if (child(c, Deprel::amod) != kNone || c != static_cast<uint32_t>(child(c, Deprel::case_)) + 1) return;
    each_child(c, [&](uint32_t n) {
      if (deprel(n) == Deprel::nmod && n > c && names_[n] != kNone && preposition(n) == lex.slot_id("with"))
        out.push_back({preposition(n), n});
    });
  });
}

// What is reported as an obligation ("said that Libya must …") or a refusal ("said it would not …").
SlotId EventGrammar::modal_of(uint32_t verb) const {
  bool must = false, will = false, negated = false;
  each_child(verb, [&](uint32_t c) {
    const std::string_view w = doc.words(doc.tokens[c]);
    must |= w == "must" || w == "should";
    will |= w == "will" || w == "would" || w == "wo";
    negated |= w == "not" || w == "n't" || w == "n’t" || w == "never";
  });
  if (must && !negated) return lex.slot_id("must");
  return will && negated ? lex.slot_id("wont") : SlotId{kNoSlot};
}

void EventGrammar::verb_arguments(uint32_t verb, std::vector<Argument>& out) const {
  out.clear();
  const bool is_passive = passive(verb);
  const SlotId by = lex.slot_id("by");
  if (const int32_t s = surface_subject(verb); s != kNone)
    out.push_back({is_passive ? kObj : kSubj, static_cast<uint32_t>(s)});
  int32_t object = is_passive && !out.empty() ? static_cast<int32_t>(out[0].head) : kNone;
  each_child(verb, [&](uint32_t c) {
    switch (deprel(c)) {
      case Deprel::obj:
        if (const SlotId slot = preposition(c); slot != kNoSlot) {
          out.push_back({is_passive && slot == by ? SlotId{kSubj} : slot, antecedent(c)});
          break;
        }
        out.push_back({kObj, antecedent(c)});
        object = static_cast<int32_t>(c);
        break;
      case Deprel::iobj: out.push_back({kIobj, c}); break;
      case Deprel::compound_prt: out.push_back({kPrt, c}); break;
      case Deprel::advmod: out.push_back({kAdvmod, c}); break;
      case Deprel::xcomp:
        out.push_back({kXcomp, c});
        each_child(c, [&](uint32_t n) {  // "found |not| guilty"
          if (doc.words(doc.tokens[n]) == "not") out.push_back({lex.slot_id("not"), n});
        });
        break;
      case Deprel::ccomp:
        out.push_back({kCcomp, c});
        if (const SlotId said = modal_of(c); said != kNoSlot) out.push_back({said, c});
        break;
      case Deprel::advcl:
        // "pressed to act", "called on them to act": an infinitive that the parser took for a purpose.
        if (has_child_word(c, "to")) out.push_back({kXcomp, c});
        break;
      case Deprel::obl_agent: out.push_back({kSubj, c}); break;
      case Deprel::obl_unmarked:
      case Deprel::obl:
        if (object == kNone && !is_passive && preposition(c) == kNoSlot && c > verb && names_[c] != kNone) {
          out.push_back({kObj, c});  // an object that the parser took for an adjunct
          object = static_cast<int32_t>(c);
        }
        if (is_passive && preposition(c) == by) out.push_back({kSubj, c});
        break;
      default: break;
    }
  });
  add_obliques(verb, out);
  // "gave a warning to the mayor": the parser may hang the phrase on the object.
  if (object != kNone) add_obliques(object, out);
  // A shared object: "attacked and killed three men" has it on the last verb.
  if (object == kNone) {
    each_child(verb, [&](uint32_t c) {
      if (deprel(c) != Deprel::conj || upos(c) != Upos::VERB || object != kNone || is_passive) return;
      if (c != verb + 2) return;  // only "V and V"
      object = child(c, Deprel::obj);
      if (object != kNone) out.push_back({kObj, static_cast<uint32_t>(object)});
    });
  }
}

// "the assassination of President Jovenel Moïse", where the tree lost the `of`: the name right behind it.
int32_t EventGrammar::name_after_of(uint32_t noun) const {
  if (noun + 2 >= doc.tokens.size() || doc.words(doc.tokens[noun + 1]) != "of") return kNone;
  for (uint32_t t = noun + 2; t < doc.tokens.size() && t < noun + 7; ++t) {
    if (names_[t] != kNone) {
      const uint32_t end = doc.mentions[static_cast<size_t>(names_[t])].tokens.end;
      return static_cast<int32_t>(end - 1);
    }
    if (upos(t) != Upos::DET && upos(t) != Upos::NOUN && upos(t) != Upos::PROPN && upos(t) != Upos::ADJ) break;
  }
  return kNone;
}

// "a list of demands", "a series of attacks": what stands in the sentence is the word that counts them.
uint32_t EventGrammar::counter_of(uint32_t noun) const {
  const int32_t h = head(noun);
  if (h == kNone || deprel(noun) != Deprel::nmod || !lex.words[words_[h]].partitive) return noun;
  return preposition(noun) == lex.slot_id("of") ? static_cast<uint32_t>(h) : noun;
}

// "called the coup illegitimate": what is said of the object, not done with it.
bool EventGrammar::deems(uint32_t verb) const {
  if (const int32_t said = child(verb, Deprel::xcomp); said != kNone)
    return upos(static_cast<uint32_t>(said)) != Upos::VERB;
  const int32_t object = child(verb, Deprel::obj);
  bool behind = false;  // as the parser has it where nothing parts the two
  if (object != kNone) {
    each_child(static_cast<uint32_t>(object), [&](uint32_t c) {
      behind |= deprel(c) == Deprel::amod && upos(c) == Upos::ADJ && c == static_cast<uint32_t>(object) + 1;
    });
  }
  return behind;
}

int32_t EventGrammar::light_verb(uint32_t noun, LightSubject& subject) const {
  noun = counter_of(noun);
  const int32_t verb = head(noun);
  if (verb == kNone) return kNone;
  const Deprel d = deprel(noun);
  if (d == Deprel::conj && is_nominal(upos(verb))) return light_verb(verb, subject);
  SlotId slot = kNoSlot;
  if (upos(verb) == Upos::VERB || upos(verb) == Upos::AUX || (upos(verb) == Upos::ADJ && d == Deprel::obl)) {
    if (d == Deprel::obj || d == Deprel::nsubj_pass || (d == Deprel::nsubj && passive(verb)))
      slot = kObj;
    else if (d == Deprel::obl)
      slot = preposition(noun);
  }
  // "the agreement signed on Monday", "talks held in Doha": the noun governs its own verb.
  int32_t found = verb;
  if (slot == kNoSlot) {
    found = kNone;
    each_child(noun, [&](uint32_t c) {
      if (found == kNone && deprel(c) == Deprel::acl && doc.tokens[c].xpos == Xpos::VBN)
        found = static_cast<int32_t>(c);
    });
    if (found == kNone) return kNone;
    slot = kObj;
  }
  if (slot == kObj && deems(static_cast<uint32_t>(found))) return kNone;
  for (const LightVerb& light : lex.words[words_[found]].lights) {
    if (light.slot != slot) continue;
    subject = light.subject;
    return found;
  }
  return kNone;
}

void EventGrammar::noun_arguments(uint32_t noun, std::vector<Argument>& out) const {
  out.clear();
  each_child(noun, [&](uint32_t c) {
    switch (deprel(c)) {
      case Deprel::nmod_poss: out.push_back({kPoss, c}); break;
      case Deprel::compound:
      case Deprel::amod:
      case Deprel::nmod_desc: out.push_back({kMod, c}); break;
      case Deprel::nummod:  // "a 97-1 vote"
        if (const int32_t other = child(c, Deprel::nmod); other != kNone && upos(other) == Upos::NUM)
          out.push_back({kMod, c});
        break;
      case Deprel::acl: out.push_back({kXcomp, c}); break;
      default: break;
    }
  });
  add_obliques(noun, out);
  if (const int32_t of = name_after_of(noun);
      of != kNone &&
      std::none_of(out.begin(), out.end(), [&](const Argument& a) { return a.slot == lex.slot_id("of"); }))
    out.push_back({lex.slot_id("of"), static_cast<uint32_t>(of)});
  if (const int32_t agent = by_phrase(noun); agent != kNone)
    out.push_back({lex.slot_id("by"), static_cast<uint32_t>(agent)});
  const uint32_t counted = noun;
  noun = counter_of(noun);
  const int32_t governor = head(noun);
  if (governor != kNone && deprel(noun) == Deprel::nmod && preposition(noun) == lex.slot_id("in") &&
      lex.words[words_[governor]].part) {
    each_child(static_cast<uint32_t>(governor), [&](uint32_t c) {  // "the involvement of officers in abductions"
      if (c != noun && (deprel(c) == Deprel::nmod_poss || deprel(c) == Deprel::nmod)) out.push_back({kSubj, c});
    });
  }
  LightSubject subject = LightSubject::none;
  const int32_t light = light_verb(noun, subject);
  if (light != kNone && light != governor) {  // "talks held by the ministers"
    std::vector<Argument> own;
    verb_arguments(light, own);
    for (const Argument& a : own) {
      if (a.head != noun) out.push_back(a);
    }
    return;
  }
  if (governor == kNone) return;
  const Deprel d = deprel(noun);
  if (d == Deprel::obj || d == Deprel::nsubj_pass) out.push_back({kObjOf, static_cast<uint32_t>(governor)});
  if (d == Deprel::nsubj || d == Deprel::nsubj_pass) out.push_back({kSubjOf, static_cast<uint32_t>(governor)});
  if (d == Deprel::nmod && preposition(noun) == lex.slot_id("on") && names_[governor] != kNone)
    out.push_back({kSubj, static_cast<uint32_t>(governor)});  // "Macron, on a visit to Kenya, called"
  if (d == Deprel::obl && preposition(noun) == lex.slot_id("on"))
    out.push_back({kOnOf, static_cast<uint32_t>(governor)});
  if (light == kNone) {
    // What the noun's verb strikes and where: "the earthquake hit Turkey", also as a reduced clause.
    int32_t verb = d == Deprel::nsubj && upos(governor) == Upos::VERB ? governor : kNone;
    each_child(counted, [&](uint32_t c) {
      if (verb == kNone && deprel(c) == Deprel::acl && upos(c) == Upos::VERB) verb = static_cast<int32_t>(c);
    });
    if (verb == kNone) return;
    std::vector<Argument> own;
    verb_arguments(static_cast<uint32_t>(verb), own);
    for (const Argument& a : own) {
      if (a.head == noun) continue;
      if (a.slot == kObj) out.push_back({lex.slot_id("hits"), a.head});
      if (a.slot >= kFirstPrep) out.push_back(a);
    }
    return;
  }
  std::vector<Argument> own;
  verb_arguments(light, own);
  const bool oblique = d == Deprel::obl;
  for (const Argument& a : own) {
    if (a.head == noun) continue;
    if (oblique && a.slot == kObj && subject == LightSubject::acts && passive(light)) out.push_back({kSubj, a.head});
    if (a.slot == kSubj && subject == LightSubject::acts) out.push_back(a);
    if (a.slot == kSubj && subject == LightSubject::suffers) out.push_back({lex.slot_id("against"), a.head});
    if (a.slot >= kFirstPrep) out.push_back(a);
    if (a.slot == kIobj) out.push_back({lex.slot_id("to"), a.head});
  }
}

}  // namespace dateline
