// Who did it to whom: the slots of the event's frame, cast as participants.
#include "annotate/event_casting.h"

namespace dateline {

// "called for a boycott |against| the firm": what hangs on the argument, or was hung on the event beside it.
bool Casting::cast_inner(ParticipantRole role, const Argument& outer, SlotId slot, bool things) {
  std::vector<Argument> inner;
  g.noun_arguments(outer.head, inner);
  for (const auto* beside : {&inner, &draft.arguments}) {
    for (const Argument& a : *beside) {
      if (a.slot == slot && a.head != outer.head && cast_all(role, a.head, things)) return true;
    }
  }
  return false;
}

bool Casting::cast_slot(ParticipantRole role, RoleSlot slot, bool things) {
  bool any = false;
  for (const Argument& a : draft.arguments) {
    if (a.slot != slot.slot || any) continue;
    if (slot.inner != kNoSlot) {
      any = cast_inner(role, a, slot.inner, things);
    } else if (slot.slot == kXcomp || slot.slot == kCcomp || slot.slot == g.lex.slot_id("must") ||
               slot.slot == g.lex.slot_id("wont")) {
      any = cast_clause(role, a.head, things, slot.slot == kCcomp || slot.slot == g.lex.slot_id("must"));
    } else if (g.upos(a.head) == Upos::VERB && a.slot != kObj) {
      continue;
    } else if (slot.slot == kMod) {  // "Israeli airstrikes", "police raid"; not "deep hostility"
      const bool joined = a.head + 1 < g.doc.tokens.size() && g.doc.words(g.doc.tokens[a.head + 1]) == "-";
      if (!joined && (phrase_name(g, a.head) != kNone || g.lex.words[g.word(a.head)].actor))
        any = cast_all(role, a.head, false);
    } else {  // "in a voice message", "in April": where or when, unless somebody is there
      any = cast_all(role, a.head, things && slot.slot != g.lex.slot_id("in"));
    }
  }
  return any;
}

bool Casting::cast_clause(ParticipantRole role, uint32_t verb, bool things, bool reported) {
  std::vector<Argument> inner;
  g.verb_arguments(verb, inner);
  if (reported) {  // "demanded that Hamas renounce …", "alleged that the bank stole …"
    for (const Argument& b : inner) {
      if (b.slot == kSubj && cast_all(role, b.head, false)) return true;
    }
  }
  // "to send troops to Lebanon": a party that is named before those who are not.
  for (const Argument& b : inner) {
    const bool at_whom = b.slot == kObj || b.slot == kIobj || b.slot == g.lex.slot_id("to") ||
                         b.slot == g.lex.slot_id("from") || b.slot == g.lex.slot_id("against");
    if (at_whom && phrase_name(g, b.head) != kNone && cast_all(role, b.head, false)) return true;
  }
  for (const Argument& b : inner) {
    if (b.slot == kObj && cast_all(role, b.head, false)) return true;
  }
  for (const Argument& b : inner) {
    if ((b.slot >= kFirstPrep || b.slot == kIobj) && is_actor(g, b.head) && cast_all(role, b.head, false)) return true;
  }
  for (const Argument& b : inner) {
    if (b.slot == kObj && things && cast_all(role, b.head, true)) return true;
  }
  return false;
}

namespace {

// Types where a thing may suffer or do what is told: an attack on a hospital, a plane that crashed.
bool takes_things(const Label& type, ParticipantRole role) {
  const std::string_view t = type.view();
  if (t.starts_with("x-")) return true;
  return role == ParticipantRole::recipient && (t == "ASSAULT" || t == "COERCE");
}

// Acts between parties: whoever is named further down is the other one.
bool has_party(std::string_view type) {
  return type == "AGREE" || type == "SUPPORT" || type == "AID" || type == "REQUEST" || type == "ACCUSE" ||
         type == "REJECT" || type == "THREATEN" || type == "SANCTION" || type == "CONCEDE" || type == "RETREAT" ||
         type == "MOBILIZE" || type == "COERCE";
}

}  // namespace

void find_participants(const EventGrammar& g, EventDraft& draft) {
  if (!draft.frame) return;
  Casting casting{g, draft};
  const Frame& frame = *draft.frame;
  const bool things_act = takes_things(frame.type, ParticipantRole::actor);
  const bool things_suffer = takes_things(frame.type, ParticipantRole::recipient);
  for (const RoleSlot& slot : frame.actors) {
    if (casting.cast_slot(ParticipantRole::actor, slot, things_act)) break;
  }
  // "In a press conference on Thursday, Mwaura appealed …": who acts in the clause acted there.
  const std::string_view type = frame.type.view();
  // "Macron, on a visit to Kenya, …": so does whom it is said of.
  if (draft.participants.empty() && frame.pos == FramePos::noun && g.head(draft.node) != kNone &&
      (type == "CONSULT" || type == "x-announcement" || type == "x-testimony")) {
    const SlotId at = g.preposition(draft.node);
    const auto over = static_cast<uint32_t>(g.head(draft.node));
    const Deprel d = g.deprel(draft.node);
    if (at == g.lex.slot_id("in") || at == g.lex.slot_id("at") || at == g.lex.slot_id("during") ||
        at == g.lex.slot_id("on")) {
      const int32_t s = d == Deprel::obl && !g.passive(over)      ? g.surface_subject(over)
                        : d == Deprel::appos && over < draft.node ? static_cast<int32_t>(over)
                                                                  : kNone;
      if (s != kNone) casting.cast_all(ParticipantRole::actor, static_cast<uint32_t>(s), false);
      // "assured |the premier| in a telephone call": on the other end.
      int32_t o = frame.mode == Label("phone") && d == Deprel::obl ? g.child(over, Deprel::obj) : kNone;
      if (o == kNone && frame.mode == Label("phone")) o = g.child(over, Deprel::iobj);
      if (o != kNone) casting.cast_all(ParticipantRole::actor, static_cast<uint32_t>(o), false);
    }
  }
  bool fellow = false;
  for (const RoleSlot& slot : frame.fellows) fellow |= casting.cast_slot(ParticipantRole::actor, slot, false);
  if (!frame.fellows.empty() && !fellow && draft.participants.size() < 2) {
    casting.cast_deep(ParticipantRole::actor, draft.predicate, g.lex.slot_id("with"));
  }
  if (!frame.fellows.empty() && draft.participants.size() < 2) casting.cast_between();
  bool received = false;
  for (const RoleSlot& slot : frame.recipients) {
    received = casting.cast_slot(ParticipantRole::recipient, slot, things_suffer);
    if (received) break;
  }
  if (!received && type == "THREATEN") received = casting.cast_condition(ParticipantRole::recipient, draft.predicate);
  // A weak noun that nobody acts in is no event because a name stands somewhere behind it.
  const bool nobody = frame.pos == FramePos::noun && draft.participants.empty() && (frame.weak || type == "PROTEST");
  if (!received && !nobody && (has_party(type) || type == "PROTEST"))
    casting.cast_deep(ParticipantRole::recipient, draft.predicate, kNoSlot, type == "PROTEST");
}

}  // namespace dateline
