// Noun phrases as participants of one event: as the name that they bear or hold, or as an unnamed phrase ("gangs").
// Who is cast first stays; nobody is cast twice. Writes `draft.participants` alone.
#pragma once

#include "annotate/event_draft.h"

namespace dateline {

struct Casting {
  const EventGrammar& g;
  EventDraft& draft;

  // One participant each; false where it is there already, or nothing can be told.
  bool put(ParticipantRole role, Span span, int32_t entity);
  bool put_mention(ParticipantRole role, int32_t mention);
  // An `other` participant may lie inside the phrase that it qualifies.
  void put_other(int32_t mention);
  void put_examples(ParticipantRole role, uint32_t head);
  void put_others(int32_t mention);
  // One noun phrase. `things`: an inanimate head may stand for itself.
  bool cast(ParticipantRole role, uint32_t head, bool things);
  bool cast_all(ParticipantRole role, uint32_t head, bool things);

  // What a frame names: an argument, or whom the clause in it is about. (event_roles.cc)
  bool cast_inner(ParticipantRole role, const Argument& outer, SlotId slot, bool things);
  bool cast_slot(ParticipantRole role, RoleSlot slot, bool things);
  // "threatened to attack Iraq", "agreed to send troops to Lebanon": whom the inner verb is done to.
  bool cast_clause(ParticipantRole role, uint32_t verb, bool things, bool reported);

  // Parties that stand further off than an argument. (event_far_parties.cc)
  // The nearest named party further down in what the event governs: "pledged to send troops to Lebanon". Clauses
  // that tell of something else (relative, adverbial, reported) are left alone.
  // `nowhere`: where it happens is not to whom, but what it is done for may tell.
  bool cast_deep(ParticipantRole role, uint32_t node, SlotId only, bool nowhere = false, int depth = 0);
  // "threatened to strike unless Israel withdraws": who could still avert it. `node`: the verb, or what it governs.
  bool cast_condition(ParticipantRole role, uint32_t node);
  // "the truce between Israel and Gaza's Hamas rulers", read off the words where the tree came apart.
  void cast_between();

 private:
  bool has(int32_t entity, Span span) const;
  bool stands_at(uint32_t token) const;
  // Names that stand inside an unnamed phrase: "Israeli soldiers", "the president's office", "supporters of Ben Bella".
  // `whose`: and those told behind it, "inspectors of the agency", "the capital Juba".
  int32_t inner_name(uint32_t head, bool wide, bool whose = false, int depth = 0) const;
  // Where no layer says whom a pronoun means: the nearest clause above it that has a subject of its own
  // ("Hungary said it would …", "the rebels said they …").
  int32_t above_pronoun(uint32_t pronoun) const;
  // An unnamed phrase, without the trigger and what stands before it.
  Span own_words(uint32_t head) const;
  // "killed three ethnic Albanians": the noun right behind a number that the parser hung elsewhere.
  int32_t counted(uint32_t number) const;
};

}  // namespace dateline
