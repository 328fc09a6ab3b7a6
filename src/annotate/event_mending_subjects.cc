// Subjects that the parser surely lost, put right for the event passes: behind "after", in front of an apposition,
// beside a title; and reduced clauses and fronted days that went to the wrong verb.
#include <algorithm>

#include "annotate/event_grammar.h"
#include "base/strings.h"
#include "text/tree.h"

namespace dateline {
namespace {

bool is_past(Xpos tag) { return tag == Xpos::VBD || tag == Xpos::VBN; }

}  // namespace

// Words that begin a clause, and look like prepositions.
bool EventGrammar::begins_clause(uint32_t token) const {
  if (upos(token) != Upos::ADP && upos(token) != Upos::SCONJ) return false;
  const std::string word = ascii_lower(doc.words(doc.tokens[token]));
  return word == "after" || word == "before" || word == "since" || word == "until" || word == "as";
}

bool EventGrammar::has_subject(uint32_t verb) const {
  const uint32_t from = verb > 30 ? verb - 30 : 0;
  for (uint32_t t = from; t < verb; ++t) {
    if (heads_[t] == static_cast<int32_t>(verb) && (deprels_[t] == Deprel::nsubj || deprels_[t] == Deprel::nsubj_pass))
      return true;
  }
  return false;
}

// "fell |after a panel of judges upheld| the order", with "after a panel" for an adjunct of the verb behind it.
void EventGrammar::mend_after(uint32_t noun) {
  const int32_t verb = heads_[noun];
  if (verb <= static_cast<int32_t>(noun) || !is_nominal(upos(noun))) return;
  const auto clause = static_cast<uint32_t>(verb);
  if (deprels_[clause] != Deprel::advcl || !is_finite(doc.tokens[clause].xpos) || has_subject(clause)) return;
  if (in_time(doc, doc.tokens[noun].span)) return;
  for (uint32_t t = noun; t-- > 0 && noun - t < 8;) {
    if (heads_[t] != static_cast<int32_t>(noun)) continue;
    if (deprels_[t] != Deprel::case_) continue;
    if (!begins_clause(t)) return;
    deprels_[t] = Deprel::mark;
    heads_[t] = verb;
    deprels_[noun] = Deprel::nsubj;
    return;
  }
}

// "cancelled flights |after a jet crashed| near Oslo", with the jet for a part of the flights and "crashed" for which:
// what a frame has for the subject of the verb right behind it, or what stands before a verb and its object, is its
// subject.
void EventGrammar::mend_clause_after(uint32_t verb) {
  if (verb < 2 || deprels_[verb] != Deprel::acl || !is_past(doc.tokens[verb].xpos)) return;
  const uint32_t noun = verb - 1;
  const int32_t above = heads_[noun];
  if (above == kNone || above >= static_cast<int32_t>(noun) || !is_nominal(upos(noun))) return;
  uint32_t after = noun;
  while (after > 0 && noun - after < 5 && (after == noun || heads_[after] == static_cast<int32_t>(noun))) --after;
  if (!begins_clause(++after) || heads_[after] != static_cast<int32_t>(noun)) return;
  bool acts = false, object = false;
  for (uint32_t f : lex.words[words_[verb]].frames) acts |= lex.frames[f].asks_for(kSubj, words_[noun]);
  for (uint32_t t = verb + 1; t < doc.tokens.size() && t < verb + 5; ++t)
    object |= heads_[t] == static_cast<int32_t>(verb) && deprels_[t] == Deprel::obj;
  if (!acts && !object) return;
  auto over = static_cast<uint32_t>(above);
  while (upos(over) != Upos::VERB && heads_[over] != kNone && heads_[over] < static_cast<int32_t>(over))
    over = static_cast<uint32_t>(heads_[over]);
  heads_[after] = static_cast<int32_t>(verb), deprels_[after] = Deprel::mark;
  heads_[noun] = static_cast<int32_t>(verb), deprels_[noun] = Deprel::nsubj;
  heads_[verb] = static_cast<int32_t>(over), deprels_[verb] = Deprel::advcl;
}

// "Tom Cotton, a Republican from Arkansas, |railed| against the ruling", with the name for the root.
void EventGrammar::mend_behind_apposition(uint32_t verb) {
  const int32_t name = heads_[verb];
  if (deprels_[verb] != Deprel::acl || name == kNone || heads_[static_cast<uint32_t>(name)] != kNone) return;
  if (upos(verb) != Upos::VERB || !is_past(doc.tokens[verb].xpos)) return;
  if (verb == 0 || doc.words(doc.tokens[verb - 1]) != "," || has_subject(verb)) return;
  const auto top = static_cast<uint32_t>(name);
  if (top > verb) return;
  uint32_t noun = top;  // or, where a phrase stands in front ("In contrast, Tom Cotton, …"), the name hung on it
  for (uint32_t t = top + 1; names_[noun] == kNone && t < verb; ++t) {
    if (heads_[t] == name && names_[t] != kNone && (deprels_[t] == Deprel::nmod || deprels_[t] == Deprel::conj))
      noun = t;
  }
  if (names_[noun] == kNone) return;
  uint32_t beside = noun + 1;  // the apposition, which may pass for another of the same kind
  const auto apposed = [&](uint32_t t) {
    return heads_[t] == static_cast<int32_t>(noun) && (deprels_[t] == Deprel::appos || deprels_[t] == Deprel::conj);
  };
  while (beside < verb && !apposed(beside)) ++beside;
  if (beside == verb || (verb + 1 < doc.tokens.size() && doc.words(doc.tokens[verb + 1]) == "by")) return;
  deprels_[beside] = Deprel::appos;
  heads_[verb] = kNone;
  deprels_[verb] = Deprel::root;
  if (noun != top) {
    heads_[top] = static_cast<int32_t>(verb);
    deprels_[top] = Deprel::obl;
  }
  heads_[noun] = static_cast<int32_t>(verb);
  deprels_[noun] = Deprel::nsubj;
}

// "|District Court Judge| Derrick Watson ruled", "|Justice| Sonia Sotomayor wrote", with office and name for two
// subjects: nothing parts them, so the one belongs to the other.
void EventGrammar::mend_titled_subject(uint32_t name) {
  const int32_t verb = heads_[name];
  if (verb <= static_cast<int32_t>(name) || name == 0 || names_[name] == kNone) return;
  uint32_t t = name;
  while (t > 0 && heads_[t - 1] == static_cast<int32_t>(name) &&
         (deprels_[t - 1] == Deprel::nmod_desc || deprels_[t - 1] == Deprel::compound))
    --t;
  if (t == 0 || heads_[t - 1] != verb || deprels_[t - 1] != Deprel::nsubj || upos(t - 1) != Upos::PROPN) return;
  heads_[t - 1] = static_cast<int32_t>(name);
  deprels_[t - 1] = Deprel::nmod_desc;
}

// Whether a frame of the verb names the noun among its objects: orders are signed.
bool EventGrammar::takes_as_object(uint32_t verb, uint32_t noun) const {
  const std::vector<uint32_t>& frames = lex.words[words_[verb]].frames;
  return std::any_of(frames.begin(), frames.end(),
                     [&](uint32_t i) { return lex.frames[i].asks_for(kObj, words_[noun]); });
}

// "|the order Trump signed| on Monday", with the name for another word for the order: who signed it is the name.
void EventGrammar::mend_contact_clause(uint32_t name) {
  const int32_t noun = heads_[name];
  if (noun == kNone || noun > static_cast<int32_t>(name) || names_[name] == kNone) return;
  const auto thing = static_cast<uint32_t>(noun);
  const int32_t verb = heads_[thing];
  if (upos(thing) != Upos::NOUN || lex.words[words_[thing]].actor || deprels_[thing] != Deprel::nsubj) return;
  if (verb <= static_cast<int32_t>(name)) return;
  uint32_t next = name + 1;
  while (next < doc.tokens.size() && heads_[next] == static_cast<int32_t>(name) && deprels_[next] == Deprel::flat)
    ++next;
  if (next != static_cast<uint32_t>(verb) || doc.tokens[next].xpos != Xpos::VBD) return;
  if (!takes_as_object(next, thing)) return;  // "the ferry Amani sank"
  for (uint32_t t = thing + 1; t < name; ++t) {
    if (upos(t) == Upos::PUNCT && doc.words(doc.tokens[t]) == ",") return;
  }
  for (uint32_t t = next + 1; t < doc.tokens.size() && t < next + 12; ++t) {
    if (heads_[t] == verb && deprels_[t] == Deprel::obj) return;
  }
  heads_[name] = verb;
  deprels_[name] = Deprel::nsubj;
  deprels_[thing] = Deprel::obj;
}

// "upheld the order |issued last week|", with the participle for what became of the order.
void EventGrammar::mend_reduced_clause(uint32_t participle) {
  const int32_t verb = heads_[participle];
  if (!is_past(doc.tokens[participle].xpos) || participle == 0 || verb == kNone || has_subject(participle)) return;
  const uint32_t noun = participle - 1;
  if (heads_[noun] != verb || deprels_[noun] != Deprel::obj || upos(noun) != Upos::NOUN) return;
  bool dated = false;
  for (uint32_t t = participle + 1; t < doc.tokens.size() && t < participle + 6; ++t)
    dated |= heads_[t] == static_cast<int32_t>(participle) && in_time(doc, doc.tokens[t].span);
  if (!dated) return;
  heads_[participle] = static_cast<int32_t>(noun);
  deprels_[participle] = Deprel::acl;
}

// "In December it passed, |and in January| they signed it": a day behind "and" and before a comma opens what comes.
void EventGrammar::mend_fronted_day(uint32_t day) {
  const int32_t before = heads_[day];
  if (before == kNone || before > static_cast<int32_t>(day) || day < 2 || !in_time(doc, doc.tokens[day].span)) return;
  uint32_t first = day;
  while (first > 0 && heads_[first - 1] == static_cast<int32_t>(day) && upos(first - 1) != Upos::CCONJ &&
         upos(first - 1) != Upos::PUNCT)
    --first;
  if (first == 0 || first == day || upos(first - 1) != Upos::CCONJ) return;
  uint32_t comma = day + 1;
  while (comma < doc.tokens.size() && in_time(doc, doc.tokens[comma].span)) ++comma;
  if (comma + 1 >= doc.tokens.size() || doc.words(doc.tokens[comma]) != ",") return;
  for (uint32_t t = comma + 1; t < doc.tokens.size() && t < comma + 8; ++t) {
    if (deprels_[t] != Deprel::nsubj && deprels_[t] != Deprel::nsubj_pass) continue;
    const int32_t verb = heads_[t];
    if (verb <= static_cast<int32_t>(t)) return;
    const Deprel d = deprels_[static_cast<uint32_t>(verb)];
    if (d != Deprel::conj && d != Deprel::parataxis && d != Deprel::ccomp) return;
    heads_[day] = verb;
    return;
  }
}

void EventGrammar::mend_subjects() {
  for (uint32_t t = 0; t < doc.tokens.size(); ++t) {
    switch (deprels_[t]) {
      case Deprel::acl:
        mend_behind_apposition(t);
        mend_clause_after(t);
        break;
      case Deprel::appos: mend_contact_clause(t); break;
      case Deprel::nsubj: mend_titled_subject(t); break;
      case Deprel::xcomp: mend_reduced_clause(t); break;
      case Deprel::obl:
      case Deprel::obl_unmarked:
        mend_fronted_day(t);
        mend_after(t);
        break;
      default: break;
    }
  }
}

}  // namespace dateline
