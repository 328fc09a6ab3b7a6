// What kind of thing a noun phrase is, and whose name it bears.
#include <algorithm>

#include "annotate/event_draft.h"
#include "text/tree.h"

namespace dateline {
namespace {

EntityType type_at(const EventGrammar& g, int32_t mention) {
  const Mention& m = g.doc.mentions[mention];
  return m.entity != kNone ? g.doc.entities[m.entity].type : m.type;
}

bool has_type(const EventGrammar& g, uint32_t head, EntityType type) {
  if (const int32_t name = phrase_name(g, head); name != kNone && type_at(g, name) == type) return true;
  const int32_t ref = g.referring_at(head);
  return ref != kNone && type_at(g, ref) == type;
}

bool is_personal_pronoun(const EventGrammar& g, uint32_t token) {
  const Token& t = g.doc.tokens[token];
  return t.upos == Upos::PRON && (t.xpos == Xpos::PRP || t.xpos == Xpos::PRPS) && g.doc.words(t) != "it" &&
         g.doc.words(t) != "It" && g.doc.words(t) != "its";
}

}  // namespace

bool in_time(const EventGrammar& g, uint32_t token) { return in_time(g.doc, g.doc.tokens[token].span); }

// The person's name behind an office: "Secretary of State Antony Blinken", where the parser may hang the name anywhere.
int32_t name_after_office(const EventGrammar& g, uint32_t head) {
  for (uint32_t t = head + 1; t < g.doc.tokens.size() && t <= head + 6; ++t) {
    const Upos u = g.upos(t);
    if (u != Upos::ADP && u != Upos::PROPN && u != Upos::NOUN && u != Upos::ADJ && u != Upos::CCONJ) break;
    const int32_t name = g.name_at(t);
    if (name == kNone) continue;
    // A long name after an office is a person's, whatever the names layer made of it.
    if (type_at(g, name) != EntityType::person && g.doc.mentions[name].tokens.size() < 3) continue;
    const Upos before = g.upos(t - 1);
    if (t == head + 1 || (before != Upos::ADP && before != Upos::CCONJ) || g.doc.mentions[name].tokens.size() > 2)
      return name;
    break;
  }
  return kNone;
}

// "The owner of the ferry, |Pascal Bahati|": parsers have the ferry called so; things bear no person's name.
int32_t name_of_owner(const EventGrammar& g, uint32_t head) {
  int32_t found = kNone;
  g.each_child(head, [&](uint32_t thing) {
    if (g.deprel(thing) != Deprel::nmod || g.lex.words[g.word(thing)].actor || g.name_at(thing) != kNone) return;
    g.each_child(thing, [&](uint32_t c) {
      const int32_t name = g.deprel(c) == Deprel::appos && c > thing ? g.name_at(c) : kNone;
      if (found == kNone && name != kNone && type_at(g, name) == EntityType::person) found = name;
    });
  });
  return found;
}

int32_t phrase_name(const EventGrammar& g, uint32_t head) {
  if (const int32_t own = g.name_at(head); own != kNone) {
    // "U.S. Secretary of State Antony Blinken": the country only says whose secretary.
    const uint32_t next = g.doc.mentions[own].tokens.end;
    if (type_at(g, own) != EntityType::person && next < g.doc.tokens.size() && g.name_at(next) == kNone &&
        (g.upos(next) == Upos::PROPN || g.upos(next) == Upos::NOUN) && g.lex.words[g.word(next)].actor &&
        g.doc.tokens[next].xpos != Xpos::NNS) {
      if (const int32_t person = name_after_office(g, next);
          person != kNone && type_at(g, person) == EntityType::person)
        return person;
    }
    return own;
  }
  int32_t found = kNone;
  g.each_child(head, [&](uint32_t c) {
    if (found != kNone || g.name_at(c) == kNone) return;
    const Deprel d = g.deprel(c);
    const EntityType type = type_at(g, g.name_at(c));
    // After the head it is the head's own name; before it, only a person's ("Ruto spokesman" is not Ruto).
    if ((d == Deprel::flat || d == Deprel::appos || d == Deprel::compound || d == Deprel::nmod_desc ||
         d == Deprel::nmod_unmarked) &&
        c > head && c - head < 8 &&
        (type == EntityType::person || type == EntityType::organisation || d == Deprel::flat)) {
      found = g.name_at(c);
    }
  });
  if (found == kNone && g.lex.words[g.word(head)].actor) found = name_of_owner(g, head);
  if (found != kNone || !g.lex.words[g.word(head)].actor || g.doc.tokens[head].xpos == Xpos::NNS) return found;
  return name_after_office(g, head);
}

// A proper noun that no layer recognised still names somebody, unless it is a day or month.
bool unknown_name(const EventGrammar& g, uint32_t head) {
  return g.upos(head) == Upos::PROPN && !in_time(g, head) && g.lex.words[g.word(head)].frames.empty();
}

bool is_actor(const EventGrammar& g, uint32_t head) {
  return unknown_name(g, head) || phrase_name(g, head) != kNone || g.referring_at(head) != kNone ||
         g.lex.words[g.word(head)].actor || is_personal_pronoun(g, head);
}

bool is_person(const EventGrammar& g, uint32_t head) {
  if (unknown_name(g, head) && phrase_name(g, head) == kNone) return true;
  if (phrase_name(g, head) != kNone) return has_type(g, head, EntityType::person);
  if (g.referring_at(head) != kNone) return has_type(g, head, EntityType::person);
  return g.lex.words[g.word(head)].actor || is_personal_pronoun(g, head);
}

bool is_place(const EventGrammar& g, uint32_t head) { return has_type(g, head, EntityType::place); }
bool is_organisation(const EventGrammar& g, uint32_t head) { return has_type(g, head, EntityType::organisation); }

}  // namespace dateline
