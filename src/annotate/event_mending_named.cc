// What somebody is called or named, which parsers take for a second object or for a part of the name: put right for the
// event passes.
#include "annotate/event_grammar.h"
#include "text/tree.h"

namespace dateline {

// Whether some frame of the verb asks for an object and for what that is called: "named her chief", "called him a
// liar".
bool EventGrammar::names_its_object(uint32_t verb) const {
  for (const uint32_t f : lex.words[words_[verb]].frames) {
    bool object = false, called = false;
    for (const FrameNeed& need : lex.frames[f].needs) {
      object |= need.slot == kObj && !need.negated;
      called |= need.slot == kXcomp && need.any;
    }
    if (object && called) return true;
  }
  return false;
}

// "named |Ann Lee| chief executive", with the name for what is said and the office for a part of it.
void EventGrammar::mend_named(uint32_t name) {
  const int32_t verb = heads_[name];
  if (verb == kNone || names_[name] == kNone || upos(name) != Upos::PROPN) return;
  if (verb + 1 != static_cast<int32_t>(name) || !names_its_object(static_cast<uint32_t>(verb))) return;
  uint32_t office = doc.mentions[static_cast<size_t>(names_[name])].tokens.end;
  while (office < doc.tokens.size() && (upos(office) == Upos::ADJ || deprels_[office] == Deprel::compound)) ++office;
  if (office >= doc.tokens.size() || upos(office) != Upos::NOUN || heads_[office] != static_cast<int32_t>(name)) return;
  heads_[office] = verb;
  deprels_[office] = Deprel::xcomp;
  deprels_[name] = Deprel::obj;
}

// "called the nurses |“heroes”|", with the heroes for more of whom was called.
void EventGrammar::mend_quoted_name(uint32_t second) {
  const std::string_view mark = doc.words(doc.tokens[second - 1]);
  const int32_t object = heads_[second];
  if ((mark != "\"" && mark != "“") || object == kNone || deprels_[object] != Deprel::obj || heads_[object] == kNone)
    return;
  if (object + 2 != static_cast<int32_t>(second) || !names_its_object(static_cast<uint32_t>(heads_[object]))) return;
  heads_[second] = heads_[object];
  deprels_[second] = Deprel::xcomp;
}

}  // namespace dateline
