// What the parser surely took wrongly, put right for the event passes: fronted phrases, clauses of demands, participles
// and days that took a noun's or a name's place, and bare objects.
#include <algorithm>

#include "annotate/event_grammar.h"
#include "text/tree.h"

namespace dateline {
namespace {

// "at 4:17 am |local time|": what follows a time of day.
bool tells_clock(const Document& doc, uint32_t noun) {
  uint32_t first = noun;
  while (first > 0 && doc.tokens[first - 1].head == static_cast<int32_t>(noun)) --first;
  if (first == 0) return false;
  const Span before = doc.tokens[first - 1].span;
  return std::any_of(doc.times.begin(), doc.times.end(),
                     [&](const Timex& t) { return t.type == TimexType::TIME && t.span.contains(before); });
}

}  // namespace

void EventGrammar::index_children() {
  for (size_t i = doc.tokens.size(); i-- > 0;) {  // backwards, so that the lists come out in order of text
    const int32_t h = heads_[i];
    if (h == kNone) continue;
    next_[i] = first_[h];
    first_[h] = static_cast<int32_t>(i);
  }
}

// "In a press conference on Thursday, the minister appealed for calm", with the fronted phrase for the root and the
// verb in a clause somewhere under it: the verb is the root, the phrase hangs on it.
void EventGrammar::mend_roots() {
  enum : uint8_t { kSubject = 1, kRelative = 2 };
  std::vector<uint8_t> has;
  for (const Sentence& sentence : doc.sentences) {
    mend_name_for_root(sentence);
    uint32_t root = sentence.tokens.end;
    has.assign(sentence.tokens.size(), 0);
    bool fronted = false;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const int32_t h = heads_[t];
      if (h == kNone) {
        if (root == sentence.tokens.end) root = t;
        continue;
      }
      uint8_t& of_head = has[static_cast<uint32_t>(h) - sentence.tokens.begin];
      const Xpos tag = doc.tokens[t].xpos;
      const bool pronoun = tag == Xpos::WDT || tag == Xpos::WP || tag == Xpos::WRB;
      if (deprels_[t] == Deprel::nsubj || deprels_[t] == Deprel::nsubj_pass) of_head |= pronoun ? kRelative : kSubject;
      if (deprels_[t] == Deprel::mark || pronoun) of_head |= kRelative;
      if (t == sentence.tokens.begin && deprels_[t] == Deprel::case_) fronted = true;
    }
    if (!fronted || root == sentence.tokens.end || upos(root) == Upos::VERB || upos(root) == Upos::AUX) continue;
    if (heads_[sentence.tokens.begin] != static_cast<int32_t>(root)) continue;
    for (uint32_t v = root + 1; v < sentence.tokens.end; ++v) {
      if (upos(v) != Upos::VERB || !is_finite(doc.tokens[v].xpos)) continue;
      if (has[v - sentence.tokens.begin] != kSubject) continue;
      heads_[v] = kNone;
      deprels_[v] = Deprel::root;
      heads_[root] = static_cast<int32_t>(v);
      deprels_[root] = Deprel::obl;
      break;
    }
  }
}

// "President Lee, in an interview on Friday, |called| for reform", with the name for the root and what it did for a
// participle that tells more of it: a phrase between commas after the name, and then the verb.
void EventGrammar::mend_name_for_root(const Sentence& sentence) {
  for (uint32_t v = sentence.tokens.begin + 3; v < sentence.tokens.end; ++v) {
    const int32_t root = heads_[v];
    if (deprels_[v] != Deprel::acl || root == kNone || heads_[root] != kNone || upos(root) != Upos::PROPN) continue;
    const Xpos tag = doc.tokens[v].xpos;
    if ((tag != Xpos::VBN && tag != Xpos::VBD) || doc.words(doc.tokens[v - 1]) != ",") continue;
    uint32_t opened = static_cast<uint32_t>(root) + 1;
    while (opened < v && doc.words(doc.tokens[opened]) != ",") ++opened;
    const bool phrase = opened + 2 < v - 1 && deprels_[opened + 1] == Deprel::case_;
    if (!phrase) continue;
    heads_[v] = kNone;
    deprels_[v] = Deprel::root;
    heads_[root] = static_cast<int32_t>(v);
    deprels_[root] = Deprel::nsubj;
    for (uint32_t t = opened + 1; t < v; ++t) {
      if (heads_[t] == root && deprels_[t] == Deprel::nmod)
        heads_[t] = static_cast<int32_t>(v), deprels_[t] = Deprel::obl;
    }
    return;
  }
}

// "demanded that the mayor resign", with "that" for the object and the demand for a clause about it.
void EventGrammar::mend_that_clause(uint32_t that) {
  constexpr uint32_t kReach = 14;  // tokens
  const int32_t verb = heads_[that];
  if (deprels_[that] != Deprel::obj || verb == kNone || upos(static_cast<uint32_t>(verb)) != Upos::VERB) return;
  if (static_cast<uint32_t>(verb) + 1 != that) return;
  const uint32_t end = std::min(static_cast<uint32_t>(doc.tokens.size()), that + kReach);
  bool subject = false;
  for (uint32_t clause = that + 1; clause < end; ++clause) {
    if (heads_[clause] != static_cast<int32_t>(that)) continue;
    if (deprels_[clause] != Deprel::acl_relcl && upos(clause) != Upos::VERB) continue;
    for (uint32_t t = that + 1; t < clause; ++t) {
      subject |= heads_[t] == static_cast<int32_t>(clause) &&
                 (deprels_[t] == Deprel::nsubj || deprels_[t] == Deprel::nsubj_pass);
    }
    if (!subject) return;
    heads_[clause] = verb;
    deprels_[clause] = Deprel::ccomp;
    heads_[that] = static_cast<int32_t>(clause);
    deprels_[that] = Deprel::mark;
    return;
  }
}

// "reject proposed Israeli changes", with "proposed" for a verb that the other governs: it stands before its noun.
void EventGrammar::mend_participle(uint32_t participle) {
  const Xpos tag = doc.tokens[participle].xpos;
  if (deprels_[participle] != Deprel::xcomp || (tag != Xpos::VBN && tag != Xpos::VBD)) return;
  if (participle == 0 || heads_[participle] != static_cast<int32_t>(participle - 1)) return;
  if (upos(participle - 1) != Upos::VERB) return;
  uint32_t noun = participle + 1;
  while (noun < doc.tokens.size() && (upos(noun) == Upos::ADJ || deprels_[noun] == Deprel::compound)) ++noun;
  if (noun >= doc.tokens.size() || heads_[noun] != static_cast<int32_t>(participle) || deprels_[noun] != Deprel::obj)
    return;
  heads_[noun] = heads_[participle];
  deprels_[noun] = Deprel::obj;
  heads_[participle] = static_cast<int32_t>(noun);
  deprels_[participle] = Deprel::amod;
}

// "was charged with murder and |aggravated| assault", with the participle for a second verb: a verb in the passive has
// no second that takes an object.
void EventGrammar::mend_second_participle(uint32_t participle) {
  const int32_t verb = heads_[participle];
  const uint32_t noun = participle + 1;
  if (doc.tokens[participle].xpos != Xpos::VBN || verb == kNone || noun >= doc.tokens.size()) return;
  if (heads_[noun] != static_cast<int32_t>(participle) || deprels_[noun] != Deprel::obj) return;
  bool passive = false;
  uint32_t before = participle;
  for (uint32_t t = participle; t > 0 && participle - t < 24; --t) {
    if (heads_[t - 1] != verb) continue;
    passive |= deprels_[t - 1] == Deprel::nsubj_pass || deprels_[t - 1] == Deprel::aux_pass;
    if (before == participle && deprels_[t - 1] == Deprel::obl) before = t - 1;
  }
  if (!passive || before == participle) return;
  heads_[noun] = static_cast<int32_t>(before);
  deprels_[noun] = Deprel::conj;
  heads_[participle] = static_cast<int32_t>(noun);
  deprels_[participle] = Deprel::amod;
}

// "lodged a protest with Albania today", with "today" for the head of "with Albania".
void EventGrammar::mend_day(uint32_t day) {
  if (day < 2 || heads_[day] == kNone || names_[day - 1] == kNone || deprels_[day - 1] != Deprel::compound) return;
  if (heads_[day - 1] != static_cast<int32_t>(day) || !in_time(doc, doc.tokens[day].span)) return;
  if (in_time(doc, doc.tokens[day - 1].span)) return;
  const uint32_t first = doc.mentions[static_cast<size_t>(names_[day - 1])].tokens.begin;
  if (first == 0 || deprels_[first - 1] != Deprel::case_ || heads_[first - 1] != static_cast<int32_t>(day)) return;
  heads_[first - 1] = static_cast<int32_t>(day - 1);
  heads_[day - 1] = heads_[day];
  deprels_[day - 1] = is_nominal(upos(static_cast<uint32_t>(heads_[day]))) ? Deprel::nmod : Deprel::obl;
  deprels_[day] = Deprel::obl_unmarked;
}

// "shot dead |a priest| Saturday", "arrested |the mayor| Friday", with the object for a title of the day.
void EventGrammar::mend_object_of_day(uint32_t day) {
  if (day < 2 || deprels_[day] != Deprel::obl_unmarked || heads_[day] == kNone) return;
  const uint32_t noun = day - 1, verb = static_cast<uint32_t>(heads_[day]);
  if (verb >= noun || upos(verb) != Upos::VERB || upos(noun) != Upos::NOUN) return;
  if (heads_[noun] != static_cast<int32_t>(day) || !in_time(doc, doc.tokens[day].span)) return;
  if (in_time(doc, doc.tokens[noun].span)) return;
  if (deprels_[noun] != Deprel::nmod_desc && deprels_[noun] != Deprel::compound) return;
  for (uint32_t t = verb + 1; t < noun; ++t) {
    if (heads_[t] == static_cast<int32_t>(verb) && deprels_[t] == Deprel::obj) return;
    if (heads_[t] == static_cast<int32_t>(day)) heads_[t] = static_cast<int32_t>(noun);
  }
  heads_[noun] = static_cast<int32_t>(verb);
  deprels_[noun] = Deprel::obj;
}

// "blocked the $4 billion |takeover| of its rival", with the sign of money for the head: the noun behind it is.
void EventGrammar::mend_price(uint32_t sign) {
  uint32_t noun = sign + 1;
  while (noun < doc.tokens.size() && (upos(noun) == Upos::NUM || upos(noun) == Upos::ADJ)) ++noun;
  if (noun == sign + 1 || noun >= doc.tokens.size() || upos(noun) != Upos::NOUN) return;
  if (heads_[noun] != static_cast<int32_t>(sign)) return;
  if (deprels_[noun] != Deprel::appos && deprels_[noun] != Deprel::nmod && deprels_[noun] != Deprel::nmod_unmarked)
    return;
  heads_[noun] = heads_[sign];
  deprels_[noun] = deprels_[sign];
  for (uint32_t t = sign; t > 0 && sign - t < 8; --t) {  // "Nordbank's $4 billion takeover"
    if (heads_[t - 1] == static_cast<int32_t>(sign)) heads_[t - 1] = static_cast<int32_t>(noun);
  }
  heads_[sign] = static_cast<int32_t>(noun);
  deprels_[sign] = Deprel::compound;
}

// "|Striking| workers on Wednesday voted", with the striking for what voted: it tells of which workers.
void EventGrammar::mend_front_participle(uint32_t verb) {
  const int32_t over = heads_[verb];
  if (deprels_[verb] != Deprel::csubj || doc.tokens[verb].xpos != Xpos::VBG || over == kNone) return;
  uint32_t noun = verb + 1;
  while (noun < doc.tokens.size() && (deprels_[noun] == Deprel::compound || deprels_[noun] == Deprel::amod)) ++noun;
  if (noun >= doc.tokens.size() || heads_[noun] != static_cast<int32_t>(verb) || deprels_[noun] != Deprel::obj) return;
  if (doc.tokens[noun].xpos != Xpos::NNS || !lex.words[words_[noun]].actor) return;
  heads_[noun] = over;
  deprels_[noun] = Deprel::nsubj;
  heads_[verb] = static_cast<int32_t>(noun);
  deprels_[verb] = Deprel::amod;
}

// "called |off| the search", "went |down| on Friday", with "off" for a preposition and "down" for an adverb: what a
// frame of the verb has for a particle is one, right behind it.
void EventGrammar::mend_particle(uint32_t particle) {
  if (particle == 0 || upos(particle - 1) != Upos::VERB) return;
  const uint32_t verb = particle - 1;
  const std::vector<uint32_t>& frames = lex.words[words_[verb]].frames;
  if (std::none_of(frames.begin(), frames.end(),
                   [&](uint32_t frame) { return lex.frames[frame].asks_for(kPrt, words_[particle]); }))
    return;
  if (deprels_[particle] == Deprel::advmod && heads_[particle] == static_cast<int32_t>(verb)) {
    deprels_[particle] = Deprel::compound_prt;
  } else if (deprels_[particle] == Deprel::case_ && heads_[particle] > static_cast<int32_t>(particle)) {
    const auto noun = static_cast<uint32_t>(heads_[particle]);
    if (deprels_[noun] != Deprel::obl || heads_[noun] != static_cast<int32_t>(verb)) return;
    heads_[particle] = static_cast<int32_t>(verb);
    deprels_[particle] = Deprel::compound_prt;
    deprels_[noun] = Deprel::obj;
  }
}

void EventGrammar::mend_clauses() {
  for (uint32_t t = 0; t < doc.tokens.size(); ++t) {
    if (upos(t) == Upos::SYM) mend_price(t);
    if (deprels_[t] == Deprel::case_ || deprels_[t] == Deprel::advmod) mend_particle(t);
    switch (deprels_[t]) {
      case Deprel::obj:
        if (doc.words(doc.tokens[t]) == "that") mend_that_clause(t);
        break;
      case Deprel::xcomp:
        mend_participle(t);
        mend_named(t);
        break;
      case Deprel::conj:
        mend_second_participle(t);
        mend_quoted_name(t);
        break;
      case Deprel::csubj: mend_front_participle(t); break;
      case Deprel::obl:
      case Deprel::obl_unmarked:
      case Deprel::nmod:
      case Deprel::nmod_unmarked:
        mend_day(t);
        mend_object_of_day(t);
        break;
      default: break;
    }
  }
}

// What the parser took for an adjunct, and must be the verb's object: a noun behind a verb that has none, without
// preposition, time or measure ("demanded the president's unconditional release").
void EventGrammar::mend_objects() {
  for (uint32_t t = 0; t < doc.tokens.size(); ++t) {
    const int32_t verb = head(t);
    if (deprel(t) != Deprel::obl || verb == kNone || static_cast<uint32_t>(verb) > t || upos(verb) != Upos::VERB)
      continue;
    if (upos(t) != Upos::NOUN && names_[t] == kNone) continue;
    if (child(verb, Deprel::obj) != kNone || passive(verb) || preposition(t) != kNoSlot) continue;
    if (child(t, Deprel::nummod) == kNone && !in_time(doc, doc.tokens[t].span) && !tells_clock(doc, t))
      deprels_[t] = Deprel::obj;
  }
}

}  // namespace dateline
