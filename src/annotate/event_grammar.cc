#include "annotate/event_grammar.h"

#include <algorithm>

#include "base/strings.h"
#include "text/tree.h"

namespace dateline {
namespace {

constexpr int kMaxDepth = 6;

bool is_relative_pronoun(const Document& doc, const Token& token) {
  if (token.upos != Upos::PRON) return false;
  const std::string_view w = doc.words(token);
  return token.xpos == Xpos::WDT || token.xpos == Xpos::WP || w == "that" || w == "which" || w == "who";
}

}  // namespace

EventGrammar::EventGrammar(const Document& d, const EventLexicon& lexicon)
    : doc(d),
      lex(lexicon),
      words_(d.tokens.size(), 0),
      first_(d.tokens.size(), kNone),
      next_(d.tokens.size(), kNone),
      names_(d.tokens.size(), kNone),
      referring_(d.tokens.size(), kNone),
      joined_(d.tokens.size(), false) {
  deprels_.reserve(doc.tokens.size());
  heads_.reserve(doc.tokens.size());
  for (const Token& token : doc.tokens) {
    deprels_.push_back(token.deprel);
    heads_.push_back(token.head);
  }
  for (size_t i = 0; i < doc.tokens.size(); ++i) words_[i] = look_up(doc.tokens[i]);
  join_hyphens();
  for (size_t m = 0; m < doc.mentions.size(); ++m) {
    const Mention& mention = doc.mentions[m];
    if (mention.form != MentionForm::name && mention.entity == kNone) continue;
    auto& at = mention.form == MentionForm::name ? names_ : referring_;
    for (uint32_t t = mention.tokens.begin; t < mention.tokens.end && t < at.size(); ++t)
      at[t] = static_cast<int32_t>(m);
  }
  mend_roots();
  mend_clauses();
  index_children();
  mend_objects();
}

WordId EventGrammar::look_up(const Token& token) const {
  const std::string_view lemma = doc.lemma(token);
  const bool plain = std::none_of(lemma.begin(), lemma.end(), is_upper);
  if (plain) {
    if (const WordId w = lex.word_id(lemma)) return w;
  } else {
    if (const WordId w = lex.word_id(ascii_lower(lemma))) return w;
  }
  // A lemmatiser may leave a word that it has not seen as it stands; its regular endings come off here.
  if (token.upos != Upos::VERB && token.upos != Upos::NOUN && token.upos != Upos::PROPN) return 0;
  std::string form = ascii_lower(doc.words(token));
  if (const WordId w = lex.word_id(form)) return w;
  const auto without = [&](std::string_view ending, std::string_view instead) -> WordId {
    if (form.size() < ending.size() + 3 || !form.ends_with(ending)) return 0;
    return lex.word_id(form.substr(0, form.size() - ending.size()) + std::string(instead));
  };
  for (const std::string_view ending : {"ed", "ing"}) {  // "cancelled", "patrolling"
    const size_t stem = form.size() - std::min(form.size(), ending.size());
    if (stem < 4 || !form.ends_with(ending) || form[stem - 1] != form[stem - 2]) continue;
    if (const WordId w = lex.word_id(form.substr(0, stem - 1))) return w;
  }
  for (const auto& [ending, instead] :
       {std::pair{"ies", "y"}, {"ied", "y"}, {"s", ""}, {"es", ""}, {"ed", ""}, {"d", ""}, {"ing", ""}, {"ing", "e"}}) {
    if (const WordId w = without(ending, instead)) return w;
  }
  return 0;
}

// "cease-fire", "re-elected": three tokens to the tokeniser, one word to the tables, standing at the last of them.
void EventGrammar::join_hyphens() {
  for (size_t i = 1; i + 1 < doc.tokens.size(); ++i) {
    const Token &left = doc.tokens[i - 1], &dash = doc.tokens[i], &right = doc.tokens[i + 1];
    if (dash.span.size() != 1 || doc.text[dash.span.begin] != '-' || left.span.end != dash.span.begin ||
        dash.span.end != right.span.begin)
      continue;
    const std::string first = ascii_lower(doc.words(left));
    const WordId joined = lex.word_id(first + ascii_lower(doc.lemma(right)));
    if (joined == 0) continue;
    words_[i + 1] = joined;
    joined_[i + 1] = true;
    words_[i - 1] = 0;
  }
}

int32_t EventGrammar::child(uint32_t token, Deprel deprel) const {
  for (int32_t c = first_[token]; c != kNone; c = next_[c]) {
    if (deprels_[c] == deprel) return c;
  }
  return kNone;
}

bool EventGrammar::has_child_word(uint32_t token, std::string_view lemma) const {
  for (int32_t c = first_[token]; c != kNone; c = next_[c]) {
    if (doc.lemma(doc.tokens[c]) == lemma) return true;
  }
  return false;
}

SlotId EventGrammar::preposition(uint32_t token) const {
  const bool nominal = is_nominal(upos(token));
  for (int32_t c = first_[token]; c != kNone; c = next_[c]) {
    // A preposition before a noun that the parser took for the subject of a clause: "by the council authorised".
    const bool mark = nominal && deprel(c) == Deprel::mark && upos(c) == Upos::ADP;
    if (deprel(c) != Deprel::case_ && !mark) continue;
    const std::string lower = ascii_lower(doc.words(doc.tokens[c]));
    if (lower == "'s" || lower == "’s" || lower == "'") continue;
    return lex.slot_id(lower);
  }
  // "to President William Ruto": the preposition may hang on the title.
  for (int32_t c = first_[token]; c != kNone && static_cast<uint32_t>(c) < token; c = next_[c]) {
    if (deprel(c) != Deprel::nmod_desc && deprel(c) != Deprel::compound) continue;
    if (const SlotId slot = preposition(static_cast<uint32_t>(c)); slot != kNoSlot) return slot;
  }
  return kNoSlot;
}

bool EventGrammar::passive(uint32_t verb) const {
  bool have = false;
  for (int32_t c = first_[verb]; c != kNone; c = next_[c]) {
    const Deprel d = deprel(c);
    if (d == Deprel::nsubj_pass || d == Deprel::aux_pass || d == Deprel::csubj_pass) return true;
    if (d == Deprel::nsubj || d == Deprel::aux) have = true;
  }
  if (have || doc.tokens[verb].xpos != Xpos::VBN) return false;
  if (deprel(verb) == Deprel::conj && head(verb) != kNone && upos(head(verb)) == Upos::VERB) return passive(head(verb));
  if (child(verb, Deprel::obj) != kNone) return false;  // "the army seized power", hung as if reduced
  return deprel(verb) == Deprel::acl || deprel(verb) == Deprel::amod || deprel(verb) == Deprel::advcl ||
         deprel(verb) == Deprel::root;  // "killed in a crash", also in headlines
}

uint32_t EventGrammar::antecedent(uint32_t token) const {
  if (!is_relative_pronoun(doc, doc.tokens[token])) return token;
  int32_t at = head(token);
  for (int depth = 0; at != kNone && depth < kMaxDepth; ++depth) {
    if (deprel(at) == Deprel::acl_relcl && head(at) != kNone)
      return nearest_bearer(static_cast<uint32_t>(head(at)), token);
    at = head(at);
  }
  return token;
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

void EventGrammar::add_obliques(uint32_t token, std::vector<Argument>& out) const {
  each_child(token, [&](uint32_t c) {
    const Deprel d = deprel(c);
    if (d != Deprel::obl && d != Deprel::nmod && d != Deprel::obl_agent && d != Deprel::nmod_unmarked) return;
    const SlotId slot = preposition(c);
    if (slot != kNoSlot) out.push_back({slot, antecedent(c)});
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
          out.push_back({slot, antecedent(c)});
          break;
        }
        out.push_back({kObj, antecedent(c)});
        object = static_cast<int32_t>(c);
        break;
      case Deprel::iobj: out.push_back({kIobj, c}); break;
      case Deprel::compound_prt: out.push_back({kPrt, c}); break;
      case Deprel::advmod: out.push_back({kAdvmod, c}); break;
      case Deprel::xcomp: out.push_back({kXcomp, c}); break;
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

void EventGrammar::conjuncts(uint32_t token, std::vector<uint32_t>& out) const {
  out.push_back(token);
  each_child(token, [&](uint32_t c) {
    if (deprel(c) == Deprel::conj && is_nominal(upos(c))) conjuncts(c, out);
  });
}

}  // namespace dateline
