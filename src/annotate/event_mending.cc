// What the parser surely took wrongly, put right for the event passes: fronted phrases and bare objects.
#include <algorithm>

#include "annotate/event_grammar.h"

namespace dateline {
namespace {

bool in_time(const Document& doc, Span span) {
  const auto after = std::partition_point(doc.times.begin(), doc.times.end(),
                                          [&](const Timex& t) { return t.span.end <= span.begin; });
  return after != doc.times.end() && after->span.overlaps(span);
}

bool is_finite(Xpos tag) { return tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP; }

}  // namespace

void EventGrammar::index_children() {
  for (size_t i = doc.tokens.size(); i-- > 0;) {  // backwards, so that the lists come out in order of text
    const int32_t h = heads_[i];
    if (h == kNone) continue;
    next_[i] = first_[h];
    first_[h] = static_cast<int32_t>(i);
  }
}

// "In a press conference on Thursday, the minister appealed for calm", with the fronted phrase for the root and the
// verb in a clause somewhere under it: the verb is the root, the phrase hangs on it.
void EventGrammar::mend_roots() {
  enum : uint8_t { kSubject = 1, kRelative = 2 };
  std::vector<uint8_t> has;
  for (const Sentence& sentence : doc.sentences) {
    uint32_t root = sentence.tokens.end;
    has.assign(sentence.tokens.size(), 0);
    bool fronted = false;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const int32_t h = heads_[t];
      if (h == kNone) {
        if (root == sentence.tokens.end) root = t;
        continue;
      }
      uint8_t& of_head = has[static_cast<uint32_t>(h) - sentence.tokens.begin];
      const Xpos tag = doc.tokens[t].xpos;
      const bool pronoun = tag == Xpos::WDT || tag == Xpos::WP || tag == Xpos::WRB;
      if (deprels_[t] == Deprel::nsubj || deprels_[t] == Deprel::nsubj_pass) of_head |= pronoun ? kRelative : kSubject;
      if (deprels_[t] == Deprel::mark || pronoun) of_head |= kRelative;
      if (t == sentence.tokens.begin && deprels_[t] == Deprel::case_) fronted = true;
    }
    if (!fronted || root == sentence.tokens.end || upos(root) == Upos::VERB || upos(root) == Upos::AUX) continue;
    if (heads_[sentence.tokens.begin] != static_cast<int32_t>(root)) continue;
    for (uint32_t v = root + 1; v < sentence.tokens.end; ++v) {
      if (upos(v) != Upos::VERB || !is_finite(doc.tokens[v].xpos)) continue;
      if (has[v - sentence.tokens.begin] != kSubject) continue;
      heads_[v] = kNone;
      deprels_[v] = Deprel::root;
      heads_[root] = static_cast<int32_t>(v);
      deprels_[root] = Deprel::obl;
      break;
    }
  }
}

// What the parser took for an adjunct, and must be the verb's object: a noun behind a verb that has none, without
// preposition, time or measure ("demanded the president's unconditional release").
void EventGrammar::mend_objects() {
  for (uint32_t t = 0; t < doc.tokens.size(); ++t) {
    const int32_t verb = head(t);
    if (deprel(t) != Deprel::obl || verb == kNone || static_cast<uint32_t>(verb) > t || upos(verb) != Upos::VERB)
      continue;
    if (upos(t) != Upos::NOUN && names_[t] == kNone) continue;
    if (child(verb, Deprel::obj) != kNone || passive(verb) || preposition(t) != kNoSlot) continue;
    if (child(t, Deprel::nummod) == kNone && !in_time(doc, doc.tokens[t].span)) deprels_[t] = Deprel::obj;
  }
}

}  // namespace dateline
