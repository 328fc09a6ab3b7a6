#include "annotate/event_needs.h"

namespace dateline {

bool counts_of(const EventGrammar& g, uint32_t token) {
  const EventLexicon::Word& word = g.lex.words[g.word(token)];
  return word.partitive || word.share;
}

bool fits_need(const EventGrammar& g, const FrameNeed& need, const Argument& a) {
  if (need.any) return true;
  if (need.names(g.word(a.head))) return true;
  // Another word of its name: "Malaysia Airlines |Flight| 370", "Bellevue |Hospital| Center".
  if (!need.words.empty()) {
    const bool name = g.upos(a.head) == Upos::PROPN;
    bool named = false;
    g.each_child(a.head, [&](uint32_t c) {
      const Deprel d = g.deprel(c);
      named |= (d == Deprel::flat || (name && d == Deprel::compound)) && need.names(g.word(c));
    });
    if (named) return true;
  }
  if (!need.words.empty() && counts_of(g, a.head)) {
    bool found = false;
    g.each_child(a.head, [&](uint32_t c) {
      found |= g.deprel(c) == Deprel::nmod && c > a.head && fits_need(g, need, {a.slot, c});
    });
    if (found) return true;
  }
  // "Judge Maria Lopez": a person is also what their title says.
  if (!need.words.empty() && a.slot == kSubj && is_person(g, a.head)) {
    bool found = false;
    g.each_child(a.head, [&](uint32_t c) {
      const Deprel d = g.deprel(c);
      found |= c < a.head && (d == Deprel::nmod_desc || d == Deprel::compound) && need.names(g.word(c));
    });
    if (found) return true;
  }
  // "aid deliveries", "polling stations": the word may qualify the object, or a subject that is a thing.
  if (!need.words.empty() && (a.slot == kObj || (a.slot == kSubj && !is_actor(g, a.head)))) {
    bool found = false;
    g.each_child(a.head, [&](uint32_t c) { found |= g.deprel(c) == Deprel::compound && need.names(g.word(c)); });
    if (found) return true;
  }
  if (need.actor && is_actor(g, a.head)) return true;
  if (need.person && is_person(g, a.head)) return true;
  if (need.place && is_place(g, a.head)) return true;
  if (need.org && is_organisation(g, a.head)) return true;
  if (need.number && g.upos(a.head) == Upos::NUM) return true;
  return need.thing && g.upos(a.head) == Upos::NOUN && !is_actor(g, a.head);
}

bool fits(const EventGrammar& g, const Frame& frame, const std::vector<Argument>& arguments) {
  for (const FrameNeed& need : frame.needs) {
    bool found = false;
    for (const Argument& a : arguments) {
      if (a.slot != need.slot) continue;
      if (fits_need(g, need, a)) found = true;
      // Of what is coordinated any will do: "aid and weapons".
      if (!found && a.slot != kSubj) {
        g.each_child(a.head, [&](uint32_t c) {
          if (g.deprel(c) == Deprel::conj && fits_need(g, need, {a.slot, c})) found = true;
        });
      }
    }
    if (found == need.negated) return false;
  }
  return true;
}

}  // namespace dateline
