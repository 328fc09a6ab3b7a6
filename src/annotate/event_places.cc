// Which place belongs to which event: what its predicate is in, at or near, whom its noun is of, what it struck.
#include "annotate/event_draft.h"

namespace dateline {
namespace {

// "Oakdale, the town |where| 12 people were killed", "Oakdale is the town where …": the noun before, or what it is.
template <typename PlaceOf>
int32_t place_of_where(const EventGrammar& g, const EventDraft& draft, const PlaceOf& place_of) {
  const uint32_t clause = draft.predicate;
  const int32_t noun = g.head(clause);
  if (g.deprel(clause) != Deprel::acl_relcl || noun == kNone || !g.has_child_word(clause, "where")) return kNone;
  if (const int32_t place = place_of(static_cast<uint32_t>(noun)); place != kNone) return place;
  if (g.deprel(noun) == Deprel::appos && g.head(noun) != kNone) return place_of(static_cast<uint32_t>(g.head(noun)));
  const int32_t is = g.child(noun, Deprel::nsubj);
  return is == kNone ? kNone : place_of(static_cast<uint32_t>(is));
}

}  // namespace

void find_places(const EventGrammar& g, std::vector<EventDraft>& drafts) {
  const auto place_of = [&](uint32_t head) -> int32_t {
    const int32_t name = phrase_name(g, head);
    const int32_t m = name != kNone ? name : g.referring_at(head);
    if (m == kNone || g.doc.mentions[m].entity == kNone) return kNone;
    const int32_t entity = g.doc.mentions[m].entity;
    return g.doc.entities[entity].type == EntityType::place ? entity : kNone;
  };
  // "near the town of Rafah", "a hotel in Kabul": the place may hang on a common noun.
  const auto place_under = [&](uint32_t head) {
    int32_t found = place_of(head);
    g.each_child(head, [&](uint32_t c) {
      const Deprel d = g.deprel(c);
      if (found == kNone && (d == Deprel::nmod || d == Deprel::appos || d == Deprel::compound || d == Deprel::flat ||
                             d == Deprel::nmod_poss))
        found = place_of(c);
    });
    return found;
  };
  const SlotId locative[] = {g.lex.slot_id("in"),      g.lex.slot_id("at"),     g.lex.slot_id("near"),
                             g.lex.slot_id("outside"), g.lex.slot_id("on"),     g.lex.slot_id("across"),
                             g.lex.slot_id("off"),     g.lex.slot_id("inside"), g.lex.slot_id("around")};
  const SlotId of = g.lex.slot_id("of");
  for (EventDraft& draft : drafts) {
    int32_t place = kNone;
    std::vector<Argument> outer;
    if (draft.predicate != draft.node) g.verb_arguments(draft.predicate, outer);
    for (const auto* list : {&draft.arguments, &outer}) {
      for (SlotId want : locative) {
        for (const Argument& a : *list) {
          if (place == kNone && want != kOtherPrep && a.slot == want) place = place_under(a.head);
        }
      }
    }
    // "a conference of donors in Norway": the place may hang on whom the noun is of.
    for (const Argument& a : draft.arguments) {
      if (place != kNone || a.slot != of) continue;
      g.each_child(a.head, [&](uint32_t c) {
        const SlotId slot = g.preposition(c);
        if (place == kNone && c > a.head && (slot == locative[0] || slot == locative[1])) place = place_of(c);
      });
    }
    if (place == kNone) place = place_of_where(g, draft, place_under);
    // What a disaster or an attack struck is where it was.
    if (place == kNone) {
      const std::string_view type = draft.mention.type.view();
      const bool at_target =
          type == "x-disaster" || type == "ASSAULT" || (type == "CONSULT" && draft.mention.mode == Label("visit"));
      for (const Participant& p : draft.participants) {
        if (place == kNone && at_target && p.role == ParticipantRole::recipient && p.entity != kNone &&
            g.doc.entities[p.entity].type == EntityType::place)
          place = p.entity;
      }
      // "Paris attacks", "the Turkey earthquake".
      for (const Argument& a : draft.arguments) {
        if (place == kNone && a.slot == kMod &&
            (type == "x-disaster" || type == "x-accident" || type == "ASSAULT" || type == "x-election" ||
             type == "PROTEST")) {
          if (g.upos(a.head) == Upos::PROPN) place = place_of(a.head);
        }
      }
    }
    draft.mention.place = place;
  }
}

}  // namespace dateline
