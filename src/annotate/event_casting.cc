#include "annotate/event_casting.h"

#include <algorithm>

#include "text/tree.h"

namespace dateline {
namespace {

bool quantifies(std::string_view word) {
  return word == "least" || word == "most" || word == "than" || word == "about" || word == "nearly" ||
         word == "around" || word == "Than" || word == "Least";
}

// "US|-|led forces"
bool joins(const EventGrammar& g, uint32_t t) {
  const auto& tokens = g.doc.tokens;
  return t > 0 && t + 1 < tokens.size() && g.doc.words(tokens[t]) == "-" &&
         tokens[t - 1].span.end == tokens[t].span.begin && tokens[t].span.end == tokens[t + 1].span.begin;
}

// "the Prosecutor|'s| Office": a name by itself, whosever it is.
bool belongs_to_name(const EventGrammar& g, uint32_t mark, uint32_t head) {
  const int32_t owner = g.deprel(mark) == Deprel::case_ ? g.head(mark) : kNone;
  if (owner == kNone || owner > static_cast<int32_t>(mark) ||
      g.head(static_cast<uint32_t>(owner)) != static_cast<int32_t>(head))
    return false;
  const auto whose = static_cast<uint32_t>(owner);
  return g.deprel(whose) == Deprel::nmod_poss && g.upos(whose) == Upos::PROPN && g.upos(head) == Upos::PROPN &&
         g.name_at(whose) == kNone && whose + 1 == mark;
}

// The words of an unnamed participant: determiner off, modifiers before the head on, and what a partitive counts.
// `from`: no word before it ("Police arrest |head of charity|", where the verb passes for a part of the noun).
Span phrase_span(const EventGrammar& g, uint32_t head, uint32_t from) {
  uint32_t begin = head, end = head + 1;
  while (begin > from) {
    const uint32_t t = begin - 1;
    if (t > from && (joins(g, t) || belongs_to_name(g, t, head))) {
      begin = t - 1;
      continue;
    }
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

// "a |7.4|-magnitude quake": a measure takes part in nothing.
bool is_measure(const EventGrammar& g, uint32_t head) {
  if (g.upos(head) != Upos::NUM) return false;
  const bool joined = head + 1 < g.doc.tokens.size() && g.doc.words(g.doc.tokens[head + 1]) == "-";
  return joined || g.doc.words(g.doc.tokens[head]).find('.') != std::string_view::npos;
}

}  // namespace

bool Casting::has(int32_t entity, Span span) const {
  return std::any_of(draft.participants.begin(), draft.participants.end(), [&](const Participant& p) {
    return (entity != kNone && p.entity == entity) || p.span.overlaps(span);
  });
}

bool Casting::put(ParticipantRole role, Span span, int32_t entity) {
  if (has(entity, span)) return false;
  draft.participants.push_back({0, role, span, entity});
  return true;
}

bool Casting::put_mention(ParticipantRole role, int32_t mention) {
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

void Casting::put_other(int32_t mention) {
  const Mention& m = g.doc.mentions[mention];
  if (m.entity == kNone) return;
  for (const Participant& p : draft.participants) {
    if (p.entity == m.entity) return;
  }
  draft.participants.push_back({0, ParticipantRole::other, m.span, m.entity});
}

// "representatives of |Peru, Chile and Bolivia|"
void Casting::put_others(int32_t mention) {
  put_other(mention);
  const IndexRange tokens = g.doc.mentions[static_cast<size_t>(mention)].tokens;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    g.each_child(t, [&](uint32_t c) {
      if (g.deprel(c) != Deprel::conj) return;
      if (const int32_t name = phrase_name(g, c); name != kNone) put_other(name);
    });
  }
}

int32_t Casting::inner_name(uint32_t head, bool wide, bool whose, int depth) const {
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

int32_t Casting::above_pronoun(uint32_t pronoun) const {
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

int32_t Casting::counted(uint32_t number) const {
  uint32_t t = number + 1;
  while (t < g.doc.tokens.size() && t < number + 3 && g.upos(t) == Upos::ADJ) ++t;
  if (t >= g.doc.tokens.size() || (g.upos(t) != Upos::NOUN && g.upos(t) != Upos::PROPN)) return kNone;
  return g.head(t) == g.head(number) && g.preposition(t) == kNoSlot && !in_time(g, t) ? static_cast<int32_t>(t) : kNone;
}

// "talks with officials of the ministry, including |Ann Lee and Dan Cole|": who is named of those who are not.
void Casting::put_examples(ParticipantRole role, uint32_t head) {
  constexpr uint32_t kReach = 10, kList = 40;  // tokens
  const uint32_t end = std::min(g.doc.sentences[draft.mention.sentence].tokens.end, head + kReach + kList);
  uint32_t t = head + 1;
  while (t < end && t < head + kReach && g.doc.words(g.doc.tokens[t]) != ",") ++t;
  if (t + 1 >= end || g.doc.words(g.doc.tokens[t]) != "," || g.doc.words(g.doc.tokens[t + 1]) != "including") return;
  for (t += 2; t < end; ++t) {
    const Upos u = g.upos(t);
    if (u == Upos::VERB || u == Upos::AUX || u == Upos::PRON || u == Upos::SYM) return;
    const int32_t name = g.name_at(t);
    if (name == kNone) continue;
    const Mention& m = g.doc.mentions[static_cast<size_t>(name)];
    t = m.tokens.end - 1;
    const bool owner = m.tokens.end < end && g.upos(m.tokens.end) == Upos::PART;
    if (m.type == EntityType::person && !owner) put_mention(role, name);
  }
}

Span Casting::own_words(uint32_t head) const { return phrase_span(g, head, draft.node < head ? draft.node + 1 : 0); }

bool Casting::cast(ParticipantRole role, uint32_t head, bool things) {
  const EventLexicon::Word& word = g.lex.words[g.word(head)];
  if (is_measure(g, head) || in_time(g, head) || word.count || word.share) return false;
  if (const int32_t noun = g.upos(head) == Upos::NUM ? counted(head) : kNone; noun != kNone)
    return cast(role, static_cast<uint32_t>(noun), things);
  if (const int32_t name = phrase_name(g, head); name != kNone) return put_mention(role, name);
  if (const int32_t ref = g.referring_at(head); ref != kNone) return put_mention(role, ref);
  if (g.upos(head) == Upos::PRON && g.doc.tokens[head].xpos == Xpos::PRP) {
    const int32_t above = above_pronoun(head);
    return above != kNone && cast(role, static_cast<uint32_t>(above), false);
  }
  if (is_actor(g, head) || word.partitive) {
    if (g.upos(head) == Upos::PRON) return false;  // unresolved: tells nothing
    const bool done = put(role, own_words(head), kNone);
    if (done) put_examples(role, head);
    if (const int32_t inner = inner_name(head, false, true); done && inner != kNone) put_others(inner);
    return done;
  }
  // "a strike on a park in Gaza killed ten": where an attack was is not who made it.
  const bool act =
      role == ParticipantRole::actor && g.upos(head) == Upos::NOUN && !g.lex.words[g.word(head)].frames.empty();
  if (const int32_t inner = inner_name(head, !act); inner != kNone) {
    // "hit a Gaza park", "the Israeli embassy": the thing is struck, and whose or where it is stands beside it.
    const bool thing = things && role == ParticipantRole::recipient && inner_name(head, false) == inner;
    if (!thing) return put_mention(role, inner);
    const bool done = put(role, own_words(head), kNone);
    if (done) put_other(inner);
    return done;
  }
  bool done = false;
  g.each_child(head, [&](uint32_t c) {  // "the release of two hostages", "the people's demands"
    if (done || (g.deprel(c) != Deprel::nmod && g.deprel(c) != Deprel::nmod_poss)) return;
    if (is_actor(g, c) && g.upos(c) != Upos::PRON) done = cast(role, c, false);
  });
  if (done || !things || g.upos(head) == Upos::PRON || g.upos(head) == Upos::VERB) return done;
  const bool put_thing = put(role, own_words(head), kNone);
  if (const int32_t inner = inner_name(head, false, true); put_thing && inner != kNone) put_other(inner);
  return put_thing;
}

bool Casting::cast_all(ParticipantRole role, uint32_t head, bool things) {
  std::vector<uint32_t> heads;
  g.conjuncts(head, heads);
  bool any = false;
  for (uint32_t h : heads) any |= cast(role, h, things);
  // "two men, |Tom Lund and Karl Berg|": every name that the noun is told by.
  for (uint32_t h : heads) {
    const int32_t named = any ? g.child(h, Deprel::appos) : kNone;
    if (named == kNone || phrase_name(g, static_cast<uint32_t>(named)) == kNone) continue;
    g.each_child(static_cast<uint32_t>(named), [&](uint32_t c) {
      if (g.deprel(c) == Deprel::conj && phrase_name(g, c) != kNone) cast(role, c, false);
    });
  }
  return any;
}

}  // namespace dateline
