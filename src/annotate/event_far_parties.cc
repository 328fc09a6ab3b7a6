// Parties of an act that are no argument of its verb or noun: deeper in what it governs, in its conditions, between.
#include <algorithm>
#include <array>

#include "annotate/event_casting.h"
#include "text/tree.h"

namespace dateline {
namespace {

// Where, when and over what, not against whom.
constexpr std::array<std::string_view, 7> kWhere = {"in", "at", "near", "on", "over", "after", "for"};

}  // namespace

bool Casting::stands_at(uint32_t token) const {
  const SlotId slot = g.preposition(token);
  return std::any_of(kWhere.begin(), kWhere.end(), [&](std::string_view word) { return slot == g.lex.slot_id(word); });
}

bool Casting::cast_deep(ParticipantRole role, uint32_t node, SlotId only, bool nowhere, int depth) {
  bool done = false;
  g.each_child(node, [&](uint32_t c) {
    if (done) return;
    // Before a noun stand its own words ("Israeli changes"), before a verb whoever acts.
    const Deprel d = g.deprel(c);
    if (c < node && (depth == 0 || (d != Deprel::amod && d != Deprel::compound && d != Deprel::nmod_poss))) return;
    if (d == Deprel::conj && (depth == 0 || !is_nominal(g.upos(c)))) return;
    switch (d) {
      case Deprel::conj:
      case Deprel::xcomp:
      case Deprel::ccomp:
      case Deprel::obj:
      case Deprel::obl:
      case Deprel::nmod:
      case Deprel::acl:
      case Deprel::nsubj:
      case Deprel::iobj:
      case Deprel::nmod_poss:
      case Deprel::amod:
      case Deprel::compound: break;
      case Deprel::advcl:  // "marched to demand that the mayor resign"
        if (nowhere) break;
        return;
      default: return;
    }
    if (g.deprel(c) == Deprel::nsubj && depth == 0) return;
    if (nowhere && stands_at(c)) return;
    if (only == kNoSlot || g.preposition(c) == only) {
      const int32_t name = phrase_name(g, c);
      if (name != kNone && !in_time(g, c)) {
        done = only == kNoSlot ? put_mention(role, name) : cast_all(role, c, false);
      } else if (only == kNoSlot && g.preposition(c) != kNoSlot && is_actor(g, c) && inner_name(c, false) != kNone) {
        done = cast(role, c, false);  // "to eighteen Rwandan rebels"
      }
    }
    if (!done && depth < 5) done = cast_deep(role, c, only, nowhere, depth + 1);
  });
  return done;
}

bool Casting::cast_condition(ParticipantRole role, uint32_t node) {
  bool done = false;
  g.each_child(node, [&](uint32_t c) {
    if (done) return;
    if (g.deprel(c) == Deprel::xcomp || g.deprel(c) == Deprel::ccomp || g.deprel(c) == Deprel::obj) {
      done = cast_condition(role, c);
      return;
    }
    const int32_t mark = g.deprel(c) == Deprel::advcl ? g.child(c, Deprel::mark) : kNone;
    if (mark == kNone) return;
    const std::vector<StatusCue>& cues = g.lex.words[g.word(static_cast<uint32_t>(mark))].cues;
    if (std::none_of(cues.begin(), cues.end(), [](const StatusCue& cue) {
          return cue.kind == CueKind::mark && cue.status == EventStatus::conditional;
        }))
      return;
    const int32_t subject = g.child(c, Deprel::nsubj);
    if (subject != kNone && phrase_name(g, static_cast<uint32_t>(subject)) != kNone)
      done = cast_all(role, static_cast<uint32_t>(subject), false);
  });
  return done;
}

void Casting::cast_between() {
  uint32_t t = draft.mention.token + 1;
  if (t >= g.doc.tokens.size() || g.doc.words(g.doc.tokens[t]) != "between") return;
  int32_t sides[2] = {kNone, kNone};
  int side = 0;
  for (++t; t < g.doc.tokens.size() && t < draft.mention.token + 16; ++t) {
    const Upos u = g.upos(t);
    if (u == Upos::VERB || u == Upos::AUX || u == Upos::ADP || (u == Upos::PUNCT && side == 1)) break;
    if (u == Upos::CCONJ && side == 0 && sides[0] != kNone) side = 1;
    if (g.name_at(t) != kNone && !in_time(g, t)) sides[side] = g.name_at(t);
  }
  if (sides[0] == kNone || sides[1] == kNone) return;
  put_mention(ParticipantRole::actor, sides[0]);
  put_mention(ParticipantRole::actor, sides[1]);
}

}  // namespace dateline
