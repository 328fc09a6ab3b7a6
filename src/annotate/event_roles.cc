// Who did it to whom: the frame's slots read as noun phrases, and those as named or unnamed participants.
#include <algorithm>
#include <array>

#include "annotate/event_draft.h"
#include "text/tree.h"

namespace dateline {
namespace {

bool quantifies(std::string_view word) {
  return word == "least" || word == "most" || word == "than" || word == "about" || word == "nearly" ||
         word == "around" || word == "Than" || word == "Least";
}

// The words of an unnamed participant: determiner off, modifiers before the head on, and what a partitive counts.
Span phrase_span(const EventGrammar& g, uint32_t head) {
  uint32_t begin = head, end = head + 1;
  while (begin > 0) {
    const uint32_t t = begin - 1;
    bool inside = false;
    int32_t up = static_cast<int32_t>(t);
    for (int depth = 0; up != kNone && depth < 4; ++depth) {
      up = g.head(static_cast<uint32_t>(up));
      if (up == static_cast<int32_t>(head)) inside = true;
    }
    const Deprel d = g.deprel(t);
    if (!inside || d == Deprel::punct || d == Deprel::case_ || d == Deprel::det || d == Deprel::mark ||
        d == Deprel::nsubj || d == Deprel::appos || quantifies(g.doc.words(g.doc.tokens[t])) || d == Deprel::cop ||
        d == Deprel::cc || d == Deprel::advmod || d == Deprel::aux || d == Deprel::nmod_poss)
      break;
    begin = t;
  }
  g.each_child(head, [&](uint32_t c) {  // "Emmanuel Macron" where no name was found
    if (g.deprel(c) == Deprel::flat && c == end) end = c + 1;
  });
  if (g.lex.words[g.word(head)].partitive) {
    g.each_child(head, [&](uint32_t c) {
      if (g.deprel(c) == Deprel::nmod && c > head && c - head < 6 && g.has_child_word(c, "of"))
        end = std::max(end, c + 1);
    });
  }
  return {g.doc.tokens[begin].span.begin, g.doc.tokens[end - 1].span.end};
}

// Where, when and over what, not against whom.
constexpr std::array<std::string_view, 7> kWhere = {"in", "at", "near", "on", "over", "after", "for"};

struct Casting {
  const EventGrammar& g;
  EventDraft& draft;

  bool has(int32_t entity, Span span) const {
    return std::any_of(draft.participants.begin(), draft.participants.end(), [&](const Participant& p) {
      return (entity != kNone && p.entity == entity) || p.span.overlaps(span);
    });
  }

  bool put(ParticipantRole role, Span span, int32_t entity) {
    if (has(entity, span)) return false;
    draft.participants.push_back({0, role, span, entity});
    return true;
  }

  bool put_mention(ParticipantRole role, int32_t mention) {
    const Mention& m = g.doc.mentions[mention];
    // A pronoun is shown by the name that the same sentence gives for it, where it gives one.
    if (m.form == MentionForm::pronoun && m.entity != kNone) {
      const Span sentence = g.doc.sentences[draft.mention.sentence].span;
      for (int32_t before = mention - 1; before >= 0 && g.doc.mentions[before].span.begin >= sentence.begin; --before) {
        const Mention& other = g.doc.mentions[before];
        if (other.entity == m.entity && other.form == MentionForm::name) return put(role, other.span, m.entity);
      }
    }
    return put(role, m.span, m.entity);
  }

  bool stands_at(uint32_t token) const {
    const SlotId slot = g.preposition(token);
    return std::any_of(kWhere.begin(), kWhere.end(),
                       [&](std::string_view word) { return slot == g.lex.slot_id(word); });
  }

  // The nearest named party further down in what the event governs: "pledged to send troops to Lebanon". Clauses
  // that tell of something else (relative, adverbial, reported) are left alone.
  // `nowhere`: where it happens is not to whom, but what it is done for may tell.
  bool cast_deep(ParticipantRole role, uint32_t node, SlotId only, bool nowhere = false, int depth = 0) {
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

  // "threatened to strike unless Israel withdraws": who could still avert it. `node`: the verb, or what it governs.
  bool cast_condition(ParticipantRole role, uint32_t node) {
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

  // Names that stand inside an unnamed phrase: "Israeli soldiers", "the president's office", "supporters of Ben Bella".
  // `whose`: and those told behind it, "inspectors of the agency", "the capital Juba".
  int32_t inner_name(uint32_t head, bool wide, bool whose = false, int depth = 0) const {
    int32_t found = kNone;
    g.each_child(head, [&](uint32_t c) {
      if (found != kNone) return;
      const Deprel d = g.deprel(c);
      const bool close = d == Deprel::amod || d == Deprel::compound || d == Deprel::nmod_poss || d == Deprel::nmod_desc;
      const bool far = d == Deprel::nmod && (wide || (depth == 0 && whose && g.preposition(c) == g.lex.slot_id("of")));
      if (!close && !far && !(whose && d == Deprel::appos)) return;
      found = phrase_name(g, c);
      if (found == kNone && g.referring_at(c) != kNone) found = g.referring_at(c);
      if (found == kNone && depth < 2) found = inner_name(c, wide, false, depth + 1);
    });
    return found;
  }

  // Where no layer says whom a pronoun means: the nearest clause above it that has a subject of its own
  // ("Hungary said it would …", "the rebels said they …").
  int32_t above_pronoun(uint32_t pronoun) const {
    int32_t verb = g.head(pronoun);
    for (int depth = 0; verb != kNone && depth < 5; ++depth) {
      const int32_t up = g.head(verb);
      const Deprel d = g.deprel(verb);
      if (up == kNone || (d != Deprel::ccomp && d != Deprel::advcl && d != Deprel::xcomp && d != Deprel::conj))
        return kNone;
      verb = up;
      int32_t subject = g.child(verb, Deprel::nsubj);
      if (subject == kNone) subject = g.child(verb, Deprel::nsubj_pass);
      if (subject == kNone || static_cast<uint32_t>(subject) == pronoun) continue;
      if (g.upos(subject) != Upos::PRON) return subject;
    }
    return kNone;
  }

  // "killed three ethnic Albanians": the noun right behind a number that the parser hung elsewhere.
  int32_t counted(uint32_t number) const {
    uint32_t t = number + 1;
    while (t < g.doc.tokens.size() && t < number + 3 && g.upos(t) == Upos::ADJ) ++t;
    if (t >= g.doc.tokens.size() || (g.upos(t) != Upos::NOUN && g.upos(t) != Upos::PROPN)) return kNone;
    return g.head(t) == g.head(number) && g.preposition(t) == kNoSlot && !in_time(g, t) ? static_cast<int32_t>(t)
                                                                                        : kNone;
  }

  // One noun phrase. `things`: an inanimate head may stand for itself.
  bool cast(ParticipantRole role, uint32_t head, bool things) {
    if (in_time(g, head)) return false;
    if (const int32_t noun = g.upos(head) == Upos::NUM ? counted(head) : kNone; noun != kNone)
      return cast(role, static_cast<uint32_t>(noun), things);
    if (const int32_t name = phrase_name(g, head); name != kNone) return put_mention(role, name);
    if (const int32_t ref = g.referring_at(head); ref != kNone) return put_mention(role, ref);
    if (g.upos(head) == Upos::PRON && g.doc.tokens[head].xpos == Xpos::PRP) {
      const int32_t above = above_pronoun(head);
      return above != kNone && cast(role, static_cast<uint32_t>(above), false);
    }
    const bool partitive = g.lex.words[g.word(head)].partitive;
    if (is_actor(g, head) || partitive) {
      if (g.upos(head) == Upos::PRON) return false;  // unresolved: tells nothing
      const bool done = put(role, phrase_span(g, head), kNone);
      if (const int32_t inner = inner_name(head, false, true); done && inner != kNone) put_other(inner);
      return done;
    }
    // "a strike on a park in Gaza killed ten": where an attack was is not who made it.
    const bool act =
        role == ParticipantRole::actor && g.upos(head) == Upos::NOUN && !g.lex.words[g.word(head)].frames.empty();
    if (const int32_t inner = inner_name(head, !act); inner != kNone) {
      // "hit a Gaza park", "the Israeli embassy": the thing is struck, and whose or where it is stands beside it.
      const bool thing = things && role == ParticipantRole::recipient && inner_name(head, false) == inner;
      if (!thing) return put_mention(role, inner);
      const bool done = put(role, phrase_span(g, head), kNone);
      if (done) put_other(inner);
      return done;
    }
    bool done = false;
    g.each_child(head, [&](uint32_t c) {  // "the release of two hostages", "the people's demands"
      if (done || (g.deprel(c) != Deprel::nmod && g.deprel(c) != Deprel::nmod_poss)) return;
      if (is_actor(g, c) && g.upos(c) != Upos::PRON) done = cast(role, c, false);
    });
    if (done || !things || g.upos(head) == Upos::PRON || g.upos(head) == Upos::VERB) return done;
    const bool put_thing = put(role, phrase_span(g, head), kNone);
    if (const int32_t inner = inner_name(head, false, true); put_thing && inner != kNone) put_other(inner);
    return put_thing;
  }

  // "the truce between Israel and Gaza's Hamas rulers", read off the words where the tree came apart.
  void cast_between() {
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

  // An `other` participant may lie inside the phrase that it qualifies.
  void put_other(int32_t mention) {
    const Mention& m = g.doc.mentions[mention];
    if (m.entity == kNone) return;
    for (const Participant& p : draft.participants) {
      if (p.entity == m.entity) return;
    }
    draft.participants.push_back({0, ParticipantRole::other, m.span, m.entity});
  }

  bool cast_all(ParticipantRole role, uint32_t head, bool things) {
    std::vector<uint32_t> heads;
    g.conjuncts(head, heads);
    bool any = false;
    for (uint32_t h : heads) any |= cast(role, h, things);
    return any;
  }

  bool cast_slot(ParticipantRole role, RoleSlot slot, bool things) {
    bool any = false;
    for (const Argument& a : draft.arguments) {
      if (a.slot != slot.slot || any) continue;
      if (slot.inner != kNoSlot) {
        std::vector<Argument> inner;
        g.noun_arguments(a.head, inner);
        for (const Argument& b : inner) {
          if (b.slot == slot.inner && !any) any = cast_all(role, b.head, things);
        }
      } else if (slot.slot == kXcomp || slot.slot == kCcomp || slot.slot == g.lex.slot_id("must") ||
                 slot.slot == g.lex.slot_id("wont")) {
        any = cast_clause(role, a.head, things, slot.slot == kCcomp || slot.slot == g.lex.slot_id("must"));
      } else if (g.upos(a.head) == Upos::VERB && a.slot != kObj) {
        continue;
      } else if (slot.slot == kMod) {  // "Israeli airstrikes", "police raid"; not "deep hostility"
        const bool joined = a.head + 1 < g.doc.tokens.size() && g.doc.words(g.doc.tokens[a.head + 1]) == "-";
        if (!joined && (phrase_name(g, a.head) != kNone || g.lex.words[g.word(a.head)].actor))
          any = cast_all(role, a.head, false);
      } else {
        any = cast_all(role, a.head, things);
      }
    }
    return any;
  }

  // "threatened to attack Iraq", "agreed to send troops to Lebanon": whom the inner verb is done to.
  bool cast_clause(ParticipantRole role, uint32_t verb, bool things, bool reported) {
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
      if ((b.slot >= kFirstPrep || b.slot == kIobj) && is_actor(g, b.head) && cast_all(role, b.head, false))
        return true;
    }
    for (const Argument& b : inner) {
      if (b.slot == kObj && things && cast_all(role, b.head, true)) return true;
    }
    return false;
  }
};

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
  if (draft.participants.empty() && frame.pos == FramePos::noun && g.deprel(draft.node) == Deprel::obl &&
      g.head(draft.node) != kNone && (type == "CONSULT" || type == "x-announcement" || type == "x-testimony")) {
    const SlotId at = g.preposition(draft.node);
    const uint32_t verb = static_cast<uint32_t>(g.head(draft.node));
    if (at == g.lex.slot_id("in") || at == g.lex.slot_id("at") || at == g.lex.slot_id("during") ||
        at == g.lex.slot_id("on")) {
      if (const int32_t s = g.surface_subject(verb); s != kNone && !g.passive(verb))
        casting.cast_all(ParticipantRole::actor, static_cast<uint32_t>(s), false);
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
