#include "text/mend_tree.h"

#include <algorithm>
#include <iterator>

#include "text/lost_verbs.h"
#include "text/mend_subjects.h"
#include "text/tree.h"

namespace dateline {
namespace {

bool takes_gerund(std::string_view lemma) {
  constexpr std::string_view kVerbs[] = {"acknowledge", "admit",  "avoid", "begin",  "consider", "continue",
                                         "deny",        "finish", "keep",  "resume", "start",    "stop"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), lemma) != std::end(kVerbs);
}

// Verbs that say what their object is: "called him |a friend|".
bool says_what_it_is(std::string_view lemma) {
  constexpr std::string_view kVerbs[] = {"appoint", "brand", "call",  "consider", "crown", "declare",  "deem",
                                         "dub",     "elect", "label", "make",     "name",  "nickname", "proclaim"};
  return std::binary_search(std::begin(kVerbs), std::end(kVerbs), lemma);
}

class TreeMender : public TreeEdit {
 public:
  TreeMender(Document& doc, IndexRange tokens) : TreeEdit(doc, tokens), subjects_(doc, tokens) {}

  void mend() {
    for (uint32_t t = tokens_.begin + 1; t < tokens_.end; ++t) {
      if (token(t).head == kNone) continue;
      if (token(t).deprel == Deprel::nsubj) subjects_.share_subject(t);
      if (token(t).deprel == Deprel::nsubj) subjects_.part_subjects(t);
      if (token(t).deprel == Deprel::nsubj) subjects_.part_relative(t);
      if (token(t).deprel == Deprel::nsubj) subjects_.appose(t);
      if (token(t).deprel == Deprel::amod || token(t).deprel == Deprel::compound) begin_gerund(t);
      if (static_cast<uint32_t>(token(t).head) > t) continue;
      if (token(t).deprel == Deprel::obj) subjects_.activate(t);
      if (token(t).deprel == Deprel::obj) complete_naming(t);
      if (token(t).deprel == Deprel::fixed) unfix(t);
      if (token(t).deprel == Deprel::obl) subjects_.count_subject(t);
      if (token(t).deprel == Deprel::conj) subjects_.follow_opening(t);
      if (token(t).deprel == Deprel::appos) subjects_.free_subject(t);
      if (token(t).deprel == Deprel::appos) subjects_.lead_name(t);
      if (token(t).deprel == Deprel::acl_relcl) subjects_.raise_who(t);
      if (token(t).deprel == Deprel::conj) begin_clause(t);
      if (token(t).deprel == Deprel::conj) keep_subject(t);
      if (token(t).deprel == Deprel::conj) join_verbs(t);
      if (token(t).deprel == Deprel::conj) subjects_.describe(t);
      if (token(t).deprel == Deprel::advcl) part_speech(t);
      if (token(t).deprel == Deprel::advcl) complete(t);
      if (token(t).deprel == Deprel::xcomp) hang_past_day(t);
      if (token(t).deprel == Deprel::xcomp) make_participle(t);
      if (token(t).deprel == Deprel::ccomp) subjects_.give_subject(t);
      const bool relative = token(t).deprel == Deprel::acl_relcl;
      if ((relative && !hang_on_verb(t)) || token(t).deprel == Deprel::ccomp || token(t).deprel == Deprel::dep)
        hang_on_noun(t);
      if (token(t).deprel == Deprel::acl) raise(t);
    }
  }

 private:
  // "stopped the ferries |after one sank|", with "after one" for a part of the ferries: a conjunction may look like a
  // preposition, and what has no conjunction of its own before it goes on with nothing.
  void begin_clause(uint32_t verb) {
    const uint32_t first = first_of(verb);
    if (first == tokens_.begin || child(verb, Deprel::cc) != kNone || !lacks_subject(verb, first)) return;
    uint32_t noun = first - 1;
    int32_t before = conjunction_of(noun);
    while (before == kNone && is_inside_phrase(token(noun).deprel) && token(noun).head != kNone &&
           static_cast<uint32_t>(token(noun).head) < first) {
      noun = static_cast<uint32_t>(token(noun).head);
      before = conjunction_of(noun);
    }
    if (before == kNone || !is_nominal(token(noun).upos) || token(noun).head == kNone) return;
    auto above = static_cast<uint32_t>(token(noun).head);
    while (is_nominal(token(above).upos) && token(above).head != kNone)
      above = static_cast<uint32_t>(token(above).head);
    if (under(above, verb)) return;
    token(static_cast<uint32_t>(before)).head = static_cast<int32_t>(verb);
    token(static_cast<uint32_t>(before)).deprel = Deprel::mark;
    token(noun).head = static_cast<int32_t>(verb);
    token(noun).deprel = subject_relation(verb);
    token(verb).head = static_cast<int32_t>(above);
    token(verb).deprel = Deprel::advcl;
  }
  // "fell |after a panel upheld| it", with the panel for when it was upheld: the verb has no other subject.
  void keep_subject(uint32_t verb) {
    const uint32_t first = first_of(verb);
    if (token(first).deprel != Deprel::case_ || !lacks_subject(verb, first)) return;
    const auto noun = static_cast<uint32_t>(token(first).head);
    if (token(noun).head != static_cast<int32_t>(verb) || noun > verb || !under(verb - 1, noun)) return;
    if (conjunction_of(noun) != static_cast<int32_t>(first)) return;
    token(first).head = static_cast<int32_t>(verb);
    token(first).deprel = Deprel::mark;
    token(noun).deprel = subject_relation(verb);
    token(verb).deprel = Deprel::advcl;
  }
  // "was arrested after the robbery and |charged| with murder", with the robbery for what was charged.
  void join_verbs(uint32_t verb) {
    auto above = static_cast<uint32_t>(token(verb).head);
    if (token(verb).upos != Upos::VERB || !is_noun(token(above).upos) || child(above, Deprel::cop) != kNone) return;
    if (token(above).deprel != Deprel::obl || child(verb, Deprel::cc) == kNone || token(above).head == kNone) return;
    above = static_cast<uint32_t>(token(above).head);
    const bool alike =
        token(above).xpos == token(verb).xpos || (is_past(token(above).xpos) && is_past(token(verb).xpos));
    if (above < verb && token(above).upos == Upos::VERB && alike) token(verb).head = static_cast<int32_t>(above);
  }
  // "identified him as |Joe Hill|", with the name for a part of "as": a name is part of no fixed phrase.
  void unfix(uint32_t name) {
    const auto before = static_cast<uint32_t>(token(name).head);
    Token& preposition = token(before);
    if (token(name).upos != Upos::PROPN || preposition.upos != Upos::ADP || preposition.head == kNone) return;
    if (before + 1 != name || preposition.deprel == Deprel::case_ || preposition.deprel == Deprel::fixed) return;
    token(name).head = preposition.head;
    token(name).deprel = is_noun(token(static_cast<uint32_t>(preposition.head)).upos) ? Deprel::nmod : Deprel::obl;
    preposition.head = static_cast<int32_t>(name);
    preposition.deprel = Deprel::case_;
  }
  // The preposition of a noun that may be a conjunction as well; kNone if none.
  int32_t conjunction_of(uint32_t noun) {
    const int32_t before = child(noun, Deprel::case_);
    if (before == kNone || before > static_cast<int32_t>(noun)) return kNone;
    const std::string_view word = doc_.words(token(static_cast<uint32_t>(before)));
    return word == "after" || word == "before" || word == "since" || word == "until" ? before : kNone;
  }
  // "broke the truce |brokered by| Peru": what is done by somebody, right behind an object, tells of that.
  void make_participle(uint32_t verb) {
    if (token(verb).xpos != Xpos::VBN || child(verb, Deprel::obl_agent) == kNone || first_of(verb) != verb) return;
    const int32_t object = child(static_cast<uint32_t>(token(verb).head), Deprel::obj);
    if (object == kNone || object >= static_cast<int32_t>(verb) || !is_noun(token(static_cast<uint32_t>(object)).upos))
      return;
    if (!under(verb - 1, static_cast<uint32_t>(object))) return;
    token(verb).head = object;
    token(verb).deprel = Deprel::acl;
  }
  // "pulled 41 from the water, police |told| reporters", with the water for where they were told: what has a subject of
  // its own behind a comma and no conjunction stands beside, and has nothing before that comma.
  void part_speech(uint32_t verb) {
    const int32_t subject = child(verb, Deprel::nsubj), above = token(verb).head;
    if (!is_finite(token(verb).xpos) || subject <= above || subject > static_cast<int32_t>(verb)) return;
    if (child(verb, Deprel::mark) != kNone || child(verb, Deprel::advmod) != kNone) return;
    auto first = static_cast<uint32_t>(subject);
    while (first > static_cast<uint32_t>(above) + 1 && under(first - 1, static_cast<uint32_t>(subject))) --first;
    if (doc_.words(token(first - 1)) != ",") return;
    int32_t noun = above;  // the last one, which small words before it belong to
    for (uint32_t t = first - 1; t > static_cast<uint32_t>(above); --t) {
      if (token(t).head != static_cast<int32_t>(verb)) continue;
      const bool small =
          token(t).deprel == Deprel::case_ || token(t).deprel == Deprel::det || token(t).deprel == Deprel::amod;
      token(t).head = small ? noun : above;
      if (!small && is_noun(token(t).upos)) noun = static_cast<int32_t>(t);
    }
    token(verb).deprel = Deprel::parataxis;
  }
  // "denied |taking| part", with taking part for when it was denied: what comes right behind a verb completes it.
  void complete(uint32_t verb) {
    const bool right_behind = token(verb).head + 1 == static_cast<int32_t>(verb);
    if (right_behind && token(verb).xpos == Xpos::VBG && token(verb - 1).upos == Upos::VERB && first_of(verb) == verb)
      token(verb).deprel = Deprel::xcomp;
  }
  // "denied |shooting| marchers", with the shooting for what kind of marchers: such verbs are completed by an act.
  void begin_gerund(uint32_t verb) {
    const auto noun = static_cast<uint32_t>(token(verb).head);
    const Token& above = token(verb - 1);
    if (token(verb).xpos != Xpos::VBG || noun < verb || token(noun).head + 1 != static_cast<int32_t>(verb)) return;
    if (token(noun).deprel != Deprel::obj || above.upos != Upos::VERB || !takes_gerund(doc_.lemma(above))) return;
    token(verb).head = static_cast<int32_t>(verb - 1);
    token(verb).deprel = Deprel::xcomp;
    token(noun).head = static_cast<int32_t>(verb);
  }
  // "claimed late Wednesday |to have won|": the day claims nothing.
  void hang_past_day(uint32_t verb) {
    const Token& day = token(static_cast<uint32_t>(token(verb).head));
    if (day.deprel == Deprel::obl_unmarked && day.head != kNone && is_noun(day.upos)) token(verb).head = day.head;
  }
  // "called him |a friend|", with two objects; a noun with a subject is a clause's.
  void complete_naming(uint32_t second) {
    const auto verb = static_cast<uint32_t>(token(second).head);
    const int32_t first = child(verb, Deprel::obj);
    if (first == kNone || static_cast<uint32_t>(first) >= second || token(verb).upos != Upos::VERB) return;
    if (child(second, Deprel::nsubj) != kNone) return;
    if (says_what_it_is(doc_.lemma(token(verb)))) token(second).deprel = Deprel::xcomp;
  }
  // "will stop the talks |if she leaves|": a relative clause has no conjunction, so it is no part of the noun.
  bool hang_on_verb(uint32_t verb) {
    const int32_t mark = child(verb, Deprel::mark);
    if (mark == kNone || token(static_cast<uint32_t>(mark)).upos != Upos::SCONJ) return false;
    if (doc_.words(token(static_cast<uint32_t>(mark))) == "that") return false;
    int32_t above = token(verb).head;
    while (above != kNone && token(static_cast<uint32_t>(above)).upos != Upos::VERB)
      above = token(static_cast<uint32_t>(above)).head;
    if (above == kNone) return false;
    token(verb).head = above;
    token(verb).deprel = Deprel::advcl;
    return true;
  }
  // "The vote by the council |allowed| it", with the vote for the root: what stands behind a noun as its part is not
  // finite, so the clause is the sentence, and the noun its subject.
  void raise(uint32_t verb) {
    const auto noun = static_cast<uint32_t>(token(verb).head);
    if (!is_finite(token(verb).xpos) || token(noun).deprel != Deprel::root || !is_noun(token(noun).upos)) return;
    if (child(noun, Deprel::cop) != kNone || child(verb, Deprel::aux_pass) != kNone) return;
    const int32_t other = child(verb, Deprel::nsubj), mark = child(verb, Deprel::mark);
    if (mark != kNone && token(static_cast<uint32_t>(mark)).upos != Upos::ADP) return;
    if ((other == kNone) != (mark == kNone) || other > static_cast<int32_t>(verb)) return;
    if (other != kNone) {  // "by the council", with "by" for a conjunction
      if (mark > other) return;
      token(static_cast<uint32_t>(mark)).head = other;
      token(static_cast<uint32_t>(mark)).deprel = Deprel::case_;
      token(static_cast<uint32_t>(other)).head = static_cast<int32_t>(noun);
      token(static_cast<uint32_t>(other)).deprel = Deprel::nmod;
    }
    raise_clause(doc_, tokens_, noun, verb);
  }
  // "met the critics |who said so|": a relative clause belongs to the noun before it.
  void hang_on_noun(uint32_t verb) {
    const auto above = static_cast<uint32_t>(token(verb).head);
    if (token(above).upos != Upos::VERB) return;
    const uint32_t first = first_of(verb);
    if (first <= above + 1) return;
    if (!is_relative(token(first).xpos) && doc_.words(token(first)) != "whose") return;
    uint32_t noun = first - 1;
    if (token(noun).upos == Upos::PUNCT && noun > above + 1) --noun;
    // "Flight 370, |which vanished|": the number is part of the name before it.
    if (token(noun).deprel == Deprel::flat && token(noun).head > static_cast<int32_t>(above))
      noun = static_cast<uint32_t>(token(noun).head);
    while (is_inside_phrase(token(noun).deprel) && token(noun).deprel != Deprel::nmod &&
           token(noun).head > static_cast<int32_t>(noun))
      noun = static_cast<uint32_t>(token(noun).head);
    if (noun >= first || !is_noun(token(noun).upos) || !under(noun, above)) return;
    // "told reporters |who had come|", but "told him |who had come|": a question follows no noun.
    token(verb).head = static_cast<int32_t>(noun);
    token(verb).deprel = Deprel::acl_relcl;
  }

  SubjectMender subjects_;
};

}  // namespace

void mend_tree(Document& doc, const Sentence& sentence) { TreeMender(doc, sentence.tokens).mend(); }

}  // namespace dateline
