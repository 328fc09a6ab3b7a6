#include "text/mend_tree.h"

#include "text/lost_verbs.h"
#include "text/tree.h"

namespace dateline {
namespace {

bool is_noun(Upos upos) { return upos == Upos::NOUN || upos == Upos::PROPN; }

bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::csubj ||
         relation == Deprel::expl;
}

// A part of a noun phrase, which goes where its noun goes.
bool is_inside_phrase(Deprel relation) {
  return relation == Deprel::compound || relation == Deprel::flat || relation == Deprel::nmod ||
         relation == Deprel::nmod_poss || relation == Deprel::appos || relation == Deprel::conj ||
         relation == Deprel::amod || relation == Deprel::nummod;
}

class TreeMender {
 public:
  TreeMender(Document& doc, IndexRange tokens) : doc_(doc), tokens_(tokens) {}

  void mend() {
    for (uint32_t t = tokens_.begin + 1; t < tokens_.end; ++t) {
      if (token(t).head == kNone) continue;
      if (token(t).deprel == Deprel::nsubj) share_subject(t);
      if (token(t).deprel == Deprel::nsubj) part_subjects(t);
      if (token(t).deprel == Deprel::nsubj) appose(t);
      if (static_cast<uint32_t>(token(t).head) > t) continue;
      if (token(t).deprel == Deprel::fixed) unfix(t);
      if (token(t).deprel == Deprel::obl) count_subject(t);
      if (token(t).deprel == Deprel::conj) begin_clause(t);
      if (token(t).deprel == Deprel::conj) join_verbs(t);
      if (token(t).deprel == Deprel::conj) describe(t);
      if (token(t).deprel == Deprel::advcl) part_speech(t);
      if (token(t).deprel == Deprel::xcomp) hang_past_day(t);
      if (token(t).deprel == Deprel::xcomp) make_participle(t);
      if (token(t).deprel == Deprel::ccomp) give_subject(t);
      const bool relative = token(t).deprel == Deprel::acl_relcl;
      if ((relative && !hang_on_verb(t)) || token(t).deprel == Deprel::ccomp || token(t).deprel == Deprel::dep)
        hang_on_noun(t);
      if (token(t).deprel == Deprel::acl) raise(t);
    }
  }

 private:
  Token& token(uint32_t t) { return doc_.tokens[t]; }
  bool under(uint32_t t, uint32_t above) {
    while (t != above && token(t).head != kNone) t = static_cast<uint32_t>(token(t).head);
    return t == above;
  }
  // The first token of a clause, whose verb is `verb`.
  uint32_t first_of(uint32_t verb) {
    uint32_t first = verb;
    while (first > tokens_.begin && under(first - 1, verb)) --first;
    while (first < verb && token(first).upos == Upos::PUNCT) ++first;
    return first;
  }
  // Whether a clause is finite, and has neither a subject nor a word that begins it.
  bool lacks_subject(uint32_t verb, uint32_t first) {
    bool finite = is_finite(token(verb).xpos);
    for (uint32_t t = first; t < tokens_.end; ++t) {
      if (token(t).head != static_cast<int32_t>(verb)) continue;
      const Deprel relation = token(t).deprel;
      if (is_subject(relation) || relation == Deprel::mark) return false;
      if (t > verb || (relation != Deprel::aux && relation != Deprel::cop && relation != Deprel::aux_pass)) continue;
      finite |= is_finite(token(t).xpos);
    }
    return finite;
  }
  // "warned |the pier| could fall", "told reporters |Israel| broke it".
  void give_subject(uint32_t verb) {
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
    token(noun).deprel = child(verb, Deprel::aux_pass) == kNone ? Deprel::nsubj : Deprel::nsubj_pass;
    token(verb).head = static_cast<int32_t>(above);
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
  // "Senator Berg, |a Liberal| from Oslo, left": what nothing joins to a name but a comma says who that is.
  void describe(uint32_t noun) {
    const auto name = static_cast<uint32_t>(token(noun).head);
    if (!is_noun(token(noun).upos) || token(name).upos != Upos::PROPN || child(noun, Deprel::cc) != kNone) return;
    const int32_t article = child(noun, Deprel::det);
    if (article < 1 || doc_.words(token(static_cast<uint32_t>(article) - 1)) != ",") return;
    for (uint32_t t = name; t < tokens_.end; ++t) {
      if (token(t).deprel == Deprel::conj && token(t).head == static_cast<int32_t>(name) && t != noun) return;
    }
    token(noun).deprel = Deprel::appos;
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
  int32_t child(uint32_t of, Deprel relation) {
    for (uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
      if (token(t).head == static_cast<int32_t>(of) && token(t).deprel == relation) return static_cast<int32_t>(t);
    }
    return kNone;
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
  // "after |a truce| between Peru and its rulers |held|", with the truce for the subject of the rulers: a noun that is
  // itself a subject has none.
  void share_subject(uint32_t subject) {
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
  void part_subjects(uint32_t second) {
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
  void appose(uint32_t name) {
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
  // "Up to 1,000 |Turks| began a strike", with "up" for what the Turks are on: how many began it.
  void count_subject(uint32_t noun) {
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
  // "claimed late Wednesday |to have won|": the day claims nothing.
  void hang_past_day(uint32_t verb) {
    const Token& day = token(static_cast<uint32_t>(token(verb).head));
    if (day.deprel == Deprel::obl_unmarked && day.head != kNone && is_noun(day.upos)) token(verb).head = day.head;
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
    raise_clause(doc_, noun, verb);
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
    while (is_inside_phrase(token(noun).deprel) && token(noun).deprel != Deprel::nmod &&
           token(noun).head > static_cast<int32_t>(noun))
      noun = static_cast<uint32_t>(token(noun).head);
    if (noun >= first || !is_noun(token(noun).upos) || !under(noun, above)) return;
    // "told reporters |who had come|", but "told him |who had come|": a question follows no noun.
    token(verb).head = static_cast<int32_t>(noun);
    token(verb).deprel = Deprel::acl_relcl;
  }

  Document& doc_;
  IndexRange tokens_;
};

}  // namespace

void mend_tree(Document& doc, const Sentence& sentence) { TreeMender(doc, sentence.tokens).mend(); }

}  // namespace dateline
