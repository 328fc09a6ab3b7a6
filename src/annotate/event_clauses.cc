#include "annotate/event_clauses.h"

#include "text/tree.h"

namespace dateline {

bool waits_until(const EventGrammar& g, uint32_t node) {
  bool found = false;
  g.each_child(node, [&](uint32_t c) {
    const Deprel d = g.deprel(c);
    found |= c > node && (d == Deprel::obl || d == Deprel::advcl || d == Deprel::obl_unmarked) &&
             g.has_child_word(c, "until");
  });
  return found;
}

uint32_t first_of_list(const EventGrammar& g, uint32_t node) {
  while (g.deprel(node) == Deprel::conj && g.head(node) != kNone) node = static_cast<uint32_t>(g.head(node));
  return node;
}

bool told_as_fact(const EventGrammar& g, uint32_t node) {
  const Token& verb = g.doc.tokens[node];  // taggers take the subjunctive for a past: it is its own lemma
  bool fact = (verb.xpos == Xpos::VBD || verb.xpos == Xpos::VBZ) && g.doc.words(verb) != g.doc.lemma(verb);
  g.each_child(node, [&](uint32_t c) {
    const bool auxiliary = g.deprel(c) == Deprel::aux || g.deprel(c) == Deprel::aux_pass || g.deprel(c) == Deprel::cop;
    fact |= auxiliary && is_finite(g.doc.tokens[c].xpos) && g.doc.tokens[c].xpos != Xpos::MD;
  });
  return fact;
}

bool told_as_past(const EventGrammar& g, uint32_t node) {
  bool past = g.doc.tokens[node].xpos == Xpos::VBD;
  g.each_child(node, [&](uint32_t c) {
    const Deprel d = g.deprel(c);
    past |= (d == Deprel::aux || d == Deprel::aux_pass || d == Deprel::cop) && g.doc.tokens[c].xpos == Xpos::VBD;
  });
  return past;
}

bool purpose(const EventGrammar& g, uint32_t node) {
  return g.has_child_word(node, "to") && g.doc.tokens[node].xpos != Xpos::VBG;
}

bool done_in_coming(const EventGrammar& g, uint32_t node, const EventMention& event) {
  const std::string_view lemma = g.doc.lemma(g.doc.tokens[node]);
  return event.type == Label("PROTEST") || event.mode == Label("disapprove") || lemma == "apologize" ||
         lemma == "apologise";
}

bool was_used(const EventGrammar& g, uint32_t verb) {
  return g.doc.lemma(g.doc.tokens[verb]) == "use" && g.passive(verb) && told_as_past(g, verb);
}

bool on_condition(const EventGrammar& g, uint32_t verb) {
  bool found = false;
  g.each_child(verb, [&](uint32_t c) {
    if (g.deprel(c) != Deprel::advcl) return;
    found |= g.has_child_word(c, "if") || g.has_child_word(c, "unless");
  });
  return found;
}

bool one_of_a_row(const EventGrammar& g, uint32_t noun) {
  bool found = false;
  g.each_child(noun, [&](uint32_t c) {
    if (c > noun || (g.deprel(c) != Deprel::amod && g.deprel(c) != Deprel::nummod)) return;
    const std::string_view w = g.doc.words(g.doc.tokens[c]);
    for (const char* row : {"first", "second", "third", "fourth", "fifth", "last", "latest", "only"}) found |= w == row;
  });
  return found;
}

bool tells_of_then(const EventGrammar& g, uint32_t clause) {
  return g.child(clause, Deprel::nsubj) != kNone &&
         (g.has_child_word(clause, "when") || g.has_child_word(clause, "where"));
}

}  // namespace dateline
