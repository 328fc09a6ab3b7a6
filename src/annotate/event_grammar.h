// What the event passes ask of the grammar: an index from words to what hangs on them, and the arguments of a
// predicate with voice, control, coordination and relative clauses undone: "obj" is whom it is done to, also in
// "was killed", "the killed", "ordered to leave". Works without a parser too: then nearest noun phrases stand in.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/event_lexicon.h"
#include "dateline/model.h"

namespace dateline {

struct Argument {
  SlotId slot = kNoSlot;
  uint32_t head = 0;  // token
};

class EventGrammar {
 public:
  // Keeps references to both; valid while they are.
  EventGrammar(const Document& doc, const EventLexicon& lexicon);

  const Document& doc;
  const EventLexicon& lex;

  WordId word(uint32_t token) const { return words_[token]; }
  // As the parser has it, but for what it surely took wrongly (event_mending*.cc).
  int32_t head(uint32_t token) const { return heads_[token]; }
  Deprel deprel(uint32_t token) const { return deprels_[token]; }
  Upos upos(uint32_t token) const { return doc.tokens[token].upos; }
  // Children as a linked list, in order of text.
  int32_t first_child(uint32_t token) const { return first_[token]; }
  int32_t next_sibling(uint32_t token) const { return next_[token]; }
  template <typename F>
  void each_child(uint32_t token, F f) const {
    for (int32_t c = first_[token]; c != kNone; c = next_[c]) f(static_cast<uint32_t>(c));
  }
  int32_t child(uint32_t token, Deprel deprel) const;
  bool has_child_word(uint32_t token, std::string_view lemma) const;

  // Where a hyphenated word begins that ends at the token ("cease" of "cease-fire"); else the token.
  uint32_t joined_from(uint32_t token) const {
    return token >= 2 && words_[token] != 0 && joined_[token] ? token - 2 : token;
  }
  // The name mention that covers the token, or kNone.
  int32_t name_at(uint32_t token) const { return names_[token]; }
  // The nominal or pronoun mention that covers the token and points to an entity, or kNone.
  int32_t referring_at(uint32_t token) const { return referring_[token]; }

  // Arguments of a verb (or a predicate adjective) or of an event noun, as the slots of the lexicon.
  void verb_arguments(uint32_t verb, std::vector<Argument>& out) const;
  void noun_arguments(uint32_t noun, std::vector<Argument>& out) const;
  // The verb that lends a noun its tense and subject ("held" of "held talks"); kNone if there is none.
  int32_t light_verb(uint32_t noun, LightSubject& subject) const;
  // Who does it, by the surface: own subject, or the one that coordination, control or a relative clause gives.
  int32_t surface_subject(uint32_t predicate, int depth = 0) const;
  bool needs_object(uint32_t verb) const;
  bool passive(uint32_t verb) const;
  // The noun that a relative pronoun stands for, else the token itself.
  uint32_t antecedent(uint32_t token) const;
  // Whether the verb says something of its object: "called the coup illegitimate".
  bool deems(uint32_t verb) const;
  // The preposition's slot of an oblique or nominal modifier; kNoSlot if it has none.
  SlotId preposition(uint32_t token) const;
  // Coordinated heads of a noun phrase, the first included.
  void conjuncts(uint32_t token, std::vector<uint32_t>& out) const;

 private:
  SlotId modal_of(uint32_t verb) const;
  int32_t name_after_of(uint32_t noun) const;
  uint32_t counter_of(uint32_t noun) const;
  uint32_t nearest_bearer(uint32_t noun, uint32_t pronoun) const;
  uint32_t person_before(uint32_t pronoun) const;
  int32_t noun_before(uint32_t verb) const;
  int32_t by_phrase(uint32_t noun, int depth = 0) const;
  WordId look_up(std::string_view lemma) const;
  WordId look_up_form(const Token& token) const;
  void join_hyphens();
  void mend_roots();
  void mend_second_participle(uint32_t participle);
  void mend_name_for_root(const Sentence& sentence);
  void mend_clauses();
  void mend_that_clause(uint32_t that);
  void mend_participle(uint32_t participle);
  void mend_front_participle(uint32_t verb);
  void mend_day(uint32_t day);
  void mend_object_of_day(uint32_t day);
  void mend_named(uint32_t name);
  void mend_quoted_name(uint32_t second);
  bool names_its_object(uint32_t verb) const;
  void mend_price(uint32_t sign);
  void mend_particle(uint32_t particle);
  void mend_objects();
  bool has_subject(uint32_t verb) const;
  bool takes_as_object(uint32_t verb, uint32_t noun) const;
  void mend_after(uint32_t noun);
  void mend_clause_after(uint32_t verb);
  void mend_behind_apposition(uint32_t verb);
  void mend_titled_subject(uint32_t name);
  void mend_contact_clause(uint32_t name);
  void mend_reduced_clause(uint32_t participle);
  void mend_fronted_day(uint32_t day);
  void mend_subjects();
  bool begins_clause(uint32_t token) const;
  bool only_own_between(uint32_t left, uint32_t verb) const;
  bool is_finite_before(uint32_t verb, bool& passive) const;
  uint32_t end_of_phrase(uint32_t noun) const;
  void mend_bare_clause(uint32_t object);
  void mend_clause_behind(uint32_t noun);
  void mend_gerund(uint32_t gerund);
  void mend_based(uint32_t participle);
  void mend_bare_clauses();
  void index_children();
  void add_behind_day(uint32_t verb, uint32_t day, std::vector<Argument>& out) const;
  void add_obliques(uint32_t token, std::vector<Argument>& out) const;

  std::vector<WordId> words_;
  std::vector<Deprel> deprels_;
  std::vector<int32_t> heads_, first_, next_, names_, referring_;
  std::vector<bool> joined_;
};

}  // namespace dateline
