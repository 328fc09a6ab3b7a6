// Who does what a verb tells, by the surface: voice, relative clauses, control and agents.
#include "annotate/event_grammar.h"
#include "text/tree.h"

namespace dateline {
namespace {

constexpr int kMaxDepth = 6;

bool is_relative_pronoun(const Document& doc, const Token& token) {
  if (token.upos != Upos::PRON) return false;
  const std::string_view w = doc.words(token);
  return is_relative(token.xpos) || w == "that" || w == "which" || w == "who";
}

}  // namespace

// Whether every frame of the verb asks for an object.
bool EventGrammar::needs_object(uint32_t verb) const {
  const auto& frames = lex.words[words_[verb]].frames;
  return !frames.empty() && std::all_of(frames.begin(), frames.end(), [&](uint32_t f) {
    const auto& needs = lex.frames[f].needs;
    return lex.frames[f].pos != FramePos::verb ||
           std::any_of(needs.begin(), needs.end(), [](const FrameNeed& n) { return n.slot == kObj && !n.negated; });
  });
}

bool EventGrammar::passive(uint32_t verb) const {
  bool have = false;
  for (int32_t c = first_[verb]; c != kNone; c = next_[c]) {
    const Deprel d = deprel(c);
    if (d == Deprel::nsubj_pass || d == Deprel::aux_pass || d == Deprel::csubj_pass) return true;
    if (d == Deprel::nsubj || d == Deprel::aux) have = true;
  }
  if (have) return false;
  // "was arrested after a chase and |charged| with arson": a tagger takes the second for a past, which wants an object.
  if (doc.tokens[verb].xpos == Xpos::VBD && deprel(verb) == Deprel::conj && head(verb) != kNone &&
      child(verb, Deprel::obj) == kNone && needs_object(verb))
    return passive(static_cast<uint32_t>(head(verb)));
  if (doc.tokens[verb].xpos != Xpos::VBN) return false;
  if (deprel(verb) == Deprel::conj && head(verb) != kNone && upos(head(verb)) == Upos::VERB) return passive(head(verb));
  if (child(verb, Deprel::obj) != kNone) return false;  // "the army seized power", hung as if reduced
  return deprel(verb) == Deprel::acl || deprel(verb) == Deprel::amod || deprel(verb) == Deprel::advcl ||
         deprel(verb) == Deprel::xcomp ||  // "became infected"
         deprel(verb) == Deprel::root;     // "killed in a crash", also in headlines
}

uint32_t EventGrammar::antecedent(uint32_t token) const {
  if (!is_relative_pronoun(doc, doc.tokens[token])) return token;
  int32_t at = head(token);
  for (int depth = 0; at != kNone && depth < kMaxDepth; ++depth) {
    if (deprel(at) == Deprel::acl_relcl && head(at) != kNone)
      return nearest_bearer(static_cast<uint32_t>(head(at)), token);
    at = head(at);
  }
  return doc.words(doc.tokens[token]) == "who" ? person_before(token) : token;
}

// "put on hold by James Robart of Seattle, |who|", with the clause hung on the verb: the person in the phrase before
// it.
uint32_t EventGrammar::person_before(uint32_t pronoun) const {
  uint32_t before = pronoun;
  while (before > 0 && upos(before - 1) == Upos::PUNCT) --before;
  if (before == 0) return pronoun;
  int32_t at = static_cast<int32_t>(before) - 1;
  for (int depth = 0; at != kNone && depth < kMaxDepth; ++depth, at = head(static_cast<uint32_t>(at))) {
    const auto noun = static_cast<uint32_t>(at);
    if (noun >= pronoun || !is_nominal(upos(noun))) break;
    if (deprel(noun) == Deprel::flat || deprel(noun) == Deprel::compound) continue;
    const bool person =
        names_[noun] != kNone && doc.mentions[static_cast<size_t>(names_[noun])].type == EntityType::person;
    if (person || lex.words[words_[noun]].actor) return noun;
  }
  return pronoun;
}

// "a blow to Smith, |who|", "the death toll from a ferry |that| sank": parsers hang the clause on the first noun, which
// neither acts nor is named; the phrase right before the pronoun is.
uint32_t EventGrammar::nearest_bearer(uint32_t noun, uint32_t pronoun) const {
  const EventLexicon::Word& word = lex.words[words_[noun]];
  const bool who = doc.words(doc.tokens[pronoun]) == "who";
  if (names_[noun] != kNone || (who && word.actor)) return noun;
  uint32_t before = pronoun;
  while (before > noun + 1 && upos(before - 1) == Upos::PUNCT) --before;
  uint32_t top = before - 1;
  while (top > noun && head(top) > static_cast<int32_t>(noun) && head(top) < static_cast<int32_t>(pronoun))
    top = static_cast<uint32_t>(head(top));
  if (top <= noun || head(top) != static_cast<int32_t>(noun) || deprel(top) != Deprel::nmod) return noun;
  const bool bears = names_[before - 1] != kNone || lex.words[words_[top]].actor;
  if (who) return bears ? top : noun;
  if (word.partitive || word.count) return top;
  return word.actor && !bears && before == pronoun ? top
                                                   : noun;  // "the owner of a ferry |that| sank": people are "who"
}

// The subject of a finite verb that the parser left without one: the noun phrase just before it.
int32_t EventGrammar::noun_before(uint32_t verb) const {
  const Xpos tag = doc.tokens[verb].xpos;
  const Deprel d = deprel(verb);
  if (upos(verb) != Upos::VERB || d == Deprel::conj || d == Deprel::xcomp || d == Deprel::acl_relcl || d == Deprel::acl)
    return kNone;
  if (tag != Xpos::VBD && tag != Xpos::VBZ && tag != Xpos::VBP) return kNone;
  uint32_t t = verb;
  while (t > 0 && t + 4 > verb) {
    --t;
    if (upos(t) == Upos::ADV || upos(t) == Upos::AUX) continue;
    if (!is_nominal(upos(t)) || deprel(t) == Deprel::obl_unmarked) return kNone;
    uint32_t top = t;
    while (head(top) != kNone && static_cast<uint32_t>(head(top)) < verb &&
           head(top) + 12 > static_cast<int32_t>(verb) &&
           (deprel(top) == Deprel::conj || deprel(top) == Deprel::flat || deprel(top) == Deprel::compound)) {
      top = static_cast<uint32_t>(head(top));
    }
    return preposition(top) == kNoSlot ? static_cast<int32_t>(top) : kNone;
  }
  return kNone;
}

// "by …" anywhere under a noun: long names and dates between pull it off its head.
int32_t EventGrammar::by_phrase(uint32_t noun, int depth) const {
  const SlotId by = lex.slot_id("by");
  int32_t found = kNone;
  each_child(noun, [&](uint32_t c) {
    const Deprel d = deprel(c);
    if (found != kNone || (d != Deprel::nmod && d != Deprel::obl && d != Deprel::flat && d != Deprel::appos &&
                           d != Deprel::nummod && d != Deprel::nmod_unmarked))
      return;
    if (preposition(c) == by)
      found = static_cast<int32_t>(c);
    else if (depth < 3)
      found = by_phrase(c, depth + 1);
  });
  // "The adoption of the text by the council authorised …": the parser may take the phrase for the verb's subject.
  const int32_t verb = head(noun);
  if (found == kNone && depth == 0 && verb != kNone && deprel(noun) == Deprel::nsubj) {
    each_child(static_cast<uint32_t>(verb), [&](uint32_t c) {
      if (found == kNone && c > noun && c < static_cast<uint32_t>(verb) && preposition(c) == by)
        found = static_cast<int32_t>(c);
    });
  }
  return found;
}

int32_t EventGrammar::surface_subject(uint32_t predicate, int depth) const {
  for (int32_t c = first_[predicate]; c != kNone; c = next_[c]) {
    const Deprel d = deprel(c);
    if (d == Deprel::nsubj || d == Deprel::nsubj_pass) return static_cast<int32_t>(antecedent(c));
  }
  if (depth == 0) {
    if (const int32_t before = noun_before(predicate); before != kNone) return before;
  }
  const int32_t h = head(predicate);
  if (h == kNone || depth > kMaxDepth) return kNone;
  switch (deprel(predicate)) {
    case Deprel::conj:
    case Deprel::parataxis:
      if (is_nominal(upos(h))) return kNone;
      return surface_subject(h, depth + 1);
    case Deprel::xcomp:
      if (const int32_t object = child(h, Deprel::obj); object != kNone && !passive(h)) return object;
      if (const int32_t object = child(h, Deprel::iobj); object != kNone && !passive(h)) return object;
      return surface_subject(h, depth + 1);
    case Deprel::advcl:
      if (is_nominal(upos(h))) return h;  // "Kanja, while appearing before the committee, …"
      // "The town was hit by an earthquake, killing hundreds"
      if (doc.tokens[predicate].xpos == Xpos::VBG && child(predicate, Deprel::mark) == kNone && passive(h)) {
        for (int32_t c = first_[h]; c != kNone; c = next_[c]) {
          const bool agent = deprel(c) == Deprel::obl_agent || deprel(c) == Deprel::obl;
          if (agent && preposition(static_cast<uint32_t>(c)) == lex.slot_id("by")) return c;
        }
      }
      return surface_subject(h, depth + 1);
    case Deprel::acl_relcl: return h;
    case Deprel::acl:
      if (doc.tokens[predicate].xpos == Xpos::VBG || doc.tokens[predicate].xpos == Xpos::VBN) {
        // "the official position condemning": people speak, positions do not; whoever owns it does.
        if (doc.tokens[predicate].xpos == Xpos::VBG && names_[h] == kNone && !lex.words[words_[h]].actor) {
          // "reiterated the government's position condemning the coup", "issued a statement urging …"
          if (deprel(h) == Deprel::obj && head(h) != kNone) {
            if (const int32_t speaker = surface_subject(head(h), depth + 1); speaker != kNone) return speaker;
          }
          if (const int32_t owner = child(h, Deprel::nmod_poss); owner != kNone) return owner;
        }
        return h;
      }
      if (const int32_t owner = child(h, Deprel::nmod_poss); owner != kNone) return owner;
      // "an attempt to take the airport on Sunday by the gangs"
      if (const int32_t agent = by_phrase(predicate); agent != kNone) return agent;
      if (head(h) != kNone && deprel(h) == Deprel::obj) return surface_subject(head(h), depth + 1);
      return by_phrase(h);
    default: return kNone;
  }
}

}  // namespace dateline
