// Clauses without "that", and gerunds, behind the verb that they are told by, put right for the event passes: "denied
// its troops crossed the border", "admitted accidentally shooting it down".
#include "annotate/event_grammar.h"
#include "text/tree.h"

namespace dateline {

// Whether nothing but the verb's own auxiliaries and adverbs stands between two tokens.
bool EventGrammar::only_own_between(uint32_t left, uint32_t verb) const {
  for (uint32_t t = left + 1; t < verb; ++t) {
    const Deprel d = deprels_[t];
    const bool own = d == Deprel::aux || d == Deprel::aux_pass || d == Deprel::advmod;
    if (!own || heads_[t] != static_cast<int32_t>(verb)) return false;
  }
  return true;
}

// Whether the verb is finite, by itself or by an auxiliary before it; `passive`: by which voice.
bool EventGrammar::is_finite_before(uint32_t verb, bool& passive) const {
  bool finite = doc.tokens[verb].xpos == Xpos::VBD || doc.tokens[verb].xpos == Xpos::VBZ;
  for (uint32_t t = verb; t > 0 && verb - t < 6; --t) {
    if (heads_[t - 1] != static_cast<int32_t>(verb)) continue;
    const bool auxiliary = deprels_[t - 1] == Deprel::aux || deprels_[t - 1] == Deprel::aux_pass;
    finite |= auxiliary && is_finite(doc.tokens[t - 1].xpos);
    passive |= deprels_[t - 1] == Deprel::aux_pass;
  }
  return finite;
}

// The last word of a noun phrase, without what hangs on it behind a comma.
uint32_t EventGrammar::end_of_phrase(uint32_t noun) const {
  uint32_t end = noun;
  while (end + 1 < doc.tokens.size() && upos(end + 1) != Upos::PUNCT) {
    uint32_t up = end + 1;
    for (int depth = 0; depth < 4 && up != noun && heads_[up] != kNone; ++depth) up = static_cast<uint32_t>(heads_[up]);
    const Deprel d = deprels_[end + 1];
    if (up != noun || upos(end + 1) == Upos::VERB || d == Deprel::aux || d == Deprel::aux_pass) break;
    ++end;
  }
  return end;
}

// "denied |its troops crossed| the border", with the troops for what was denied: whoever stands right before a finite
// verb without a subject is its subject, and the clause is what is denied, suspected or said.
void EventGrammar::mend_bare_clause(uint32_t object) {
  const int32_t teller = heads_[object];
  if (teller == kNone || teller > static_cast<int32_t>(object) || !is_nominal(upos(object))) return;
  if (lex.words[words_[static_cast<uint32_t>(teller)]].cues.empty()) return;
  const uint32_t last = end_of_phrase(object);
  for (uint32_t verb = last + 1; verb < doc.tokens.size() && verb < last + 5; ++verb) {
    if (upos(verb) != Upos::VERB) continue;
    bool passive = false;
    const bool clause = deprels_[verb] == Deprel::advcl || deprels_[verb] == Deprel::ccomp;
    if (!clause || heads_[verb] != teller || has_subject(verb)) return;
    if (!only_own_between(last, verb) || !is_finite_before(verb, passive)) return;
    heads_[object] = static_cast<int32_t>(verb);
    deprels_[object] = passive ? Deprel::nsubj_pass : Deprel::nsubj;
    deprels_[verb] = Deprel::ccomp;
    return;
  }
}

// "erupted |after the leader Anna Berg was arrested|", with the leader for what it erupted after.
void EventGrammar::mend_clause_behind(uint32_t noun) {
  const int32_t above = heads_[noun];
  if (above == kNone || above > static_cast<int32_t>(noun) || !is_nominal(upos(noun))) return;
  uint32_t mark = noun;
  while (mark > 0 && noun - mark < 6 &&
         !(heads_[mark] == static_cast<int32_t>(noun) && deprels_[mark] == Deprel::case_))
    --mark;
  if (mark == noun || heads_[mark] != static_cast<int32_t>(noun) || !begins_clause(mark)) return;
  const uint32_t last = end_of_phrase(noun);
  for (uint32_t verb = last + 1; verb < doc.tokens.size() && verb < last + 5; ++verb) {
    if (upos(verb) != Upos::VERB) continue;
    bool passive = false;
    if (deprels_[verb] != Deprel::advcl || heads_[verb] != above || has_subject(verb)) return;
    if (!only_own_between(last, verb) || !is_finite_before(verb, passive)) return;
    heads_[noun] = static_cast<int32_t>(verb);
    deprels_[noun] = passive ? Deprel::nsubj_pass : Deprel::nsubj;
    heads_[mark] = static_cast<int32_t>(verb);
    deprels_[mark] = Deprel::mark;
    return;
  }
}

// "admitted accidentally |shooting| it down", with the shooting for what went along with it: what a frame of the verb
// has for its complement is one, right behind it.
void EventGrammar::mend_gerund(uint32_t gerund) {
  const int32_t over = heads_[gerund];
  if (doc.tokens[gerund].xpos != Xpos::VBG || over == kNone || over > static_cast<int32_t>(gerund)) return;
  const auto verb = static_cast<uint32_t>(over);
  if (!only_own_between(verb, gerund)) return;
  for (const uint32_t frame : lex.words[words_[verb]].frames) {
    if (lex.frames[frame].asks_for(kXcomp, words_[gerund])) deprels_[gerund] = Deprel::xcomp;
  }
}

// "|Oslo-based Norbank| made a bid", with Oslo for the bidder and the bank for what it is based on.
void EventGrammar::mend_based(uint32_t participle) {
  const int32_t place = heads_[participle];
  if (place == kNone || participle < 2 || place >= static_cast<int32_t>(participle)) return;
  const Token &dash = doc.tokens[participle - 1], &word = doc.tokens[participle];
  if (doc.words(dash) != "-" || dash.span.end != word.span.begin || word.xpos != Xpos::VBN) return;
  const int32_t noun = static_cast<int32_t>(participle) + 1;
  if (static_cast<size_t>(noun) >= doc.tokens.size() || heads_[noun] != static_cast<int32_t>(participle)) return;
  if (deprels_[noun] != Deprel::obj || names_[noun] == kNone) return;
  heads_[noun] = heads_[place], deprels_[noun] = deprels_[place];
  heads_[place] = static_cast<int32_t>(participle), deprels_[place] = Deprel::obl_unmarked;
  heads_[participle] = noun, deprels_[participle] = Deprel::amod;
}

void EventGrammar::mend_bare_clauses() {
  for (uint32_t t = 0; t < doc.tokens.size(); ++t) {
    switch (deprels_[t]) {
      case Deprel::obj: mend_bare_clause(t); break;
      case Deprel::obl: mend_clause_behind(t); break;
      case Deprel::advcl: mend_gerund(t); break;
      case Deprel::acl: mend_based(t); break;
      default: break;
    }
  }
}

}  // namespace dateline
