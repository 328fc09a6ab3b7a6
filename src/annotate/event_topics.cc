#include "annotate/event_topics.h"

#include <algorithm>
#include <string>

#include "base/strings.h"

namespace dateline {
namespace {

bool stands_behind(const EventGrammar& g, uint32_t node, std::initializer_list<const char*> words) {
  const SlotId slot = g.preposition(node);
  return slot != kNoSlot && slot != kOtherPrep &&
         std::any_of(words.begin(), words.end(), [&](const char* word) { return slot == g.lex.slot_id(word); });
}

}  // namespace

bool is_harm(const Label& type) {
  return type == Label("ASSAULT") || type == Label("x-accident") || type == Label("x-disaster") ||
         type == Label("x-crime");
}

bool is_spoken_of(const EventGrammar& g, const EventDraft& draft, uint32_t node) {
  const Deprel d = g.deprel(node);
  const int32_t up = g.head(node);
  if (up == kNone) return false;
  const bool noun = d == Deprel::obl || d == Deprel::nmod;
  if (noun && stands_behind(g, node, {"about", "over", "regarding", "concerning"})) return true;
  if (noun && node == draft.node && is_harm(draft.mention.type) &&
      stands_behind(g, node, {"for", "into", "of", "to", "with"}))
    return true;
  // "arrested on Friday |in the killing|"
  const auto pursues = [&](uint32_t frame) {
    const std::string_view type = g.lex.frames[frame].type.view();
    return type == "COERCE" || type == "ACCUSE" || type == "SANCTION";
  };
  const std::vector<uint32_t>& frames = g.lex.words[g.word(static_cast<uint32_t>(up))].frames;
  if (noun && node == draft.node && is_harm(draft.mention.type) && stands_behind(g, node, {"in"}) &&
      std::any_of(frames.begin(), frames.end(), pursues))
    return true;
  const bool clause = d == Deprel::xcomp || d == Deprel::ccomp || d == Deprel::advcl;
  return (clause || d == Deprel::nmod || d == Deprel::compound) &&
         g.lex.words[g.word(static_cast<uint32_t>(up))].recall;
}

bool is_aged(const EventGrammar& g, uint32_t noun) {
  bool aged = false;
  g.each_child(noun, [&](uint32_t c) {
    aged |= c < noun && c > 0 && g.doc.words(g.doc.tokens[c]) == "old" && g.doc.words(g.doc.tokens[c - 1]) == "-";
  });
  return aged;
}

// "On Wednesday, they |are planning| to call him": the day is of what is planned.
bool is_present(const EventGrammar& g, int32_t verb) {
  const Xpos x = g.doc.tokens[static_cast<size_t>(verb)].xpos;
  return x == Xpos::VBZ || x == Xpos::VBP || (x == Xpos::VBG && !g.has_child_word(static_cast<uint32_t>(verb), "was"));
}

// "hours after a truce": what stands in such a phrase is at another time than what the phrase dates.
bool off_in_time(const EventGrammar& g, int32_t node) {
  const Deprel d = g.deprel(static_cast<uint32_t>(node));
  if (d != Deprel::obl && d != Deprel::nmod && d != Deprel::advcl) return false;
  bool found = false;
  g.each_child(static_cast<uint32_t>(node), [&](uint32_t c) {
    const Deprel as = g.deprel(c);
    if (as != Deprel::case_ && as != Deprel::mark && as != Deprel::advmod) return;
    const std::string word = ascii_lower(g.doc.words(g.doc.tokens[c]));
    found |= word == "after" || word == "before" || word == "since" || word == "following" || word == "until" ||
             word == "ahead";
  });
  return found;
}

// "slammed the ruling |during a speech| on Wednesday": the occasion's day is the act's.
bool takes_place_in(const EventGrammar& g, int32_t node) {
  const auto noun = static_cast<uint32_t>(node);
  if (g.deprel(noun) != Deprel::obl) return false;
  return g.has_child_word(noun, "during") || g.has_child_word(noun, "in") || g.has_child_word(noun, "at");
}

// "…, sending in troops", "expanded the operation on July 17 by sending in troops"
bool unmarked_or_by(const EventGrammar& g, int32_t node) {
  const int32_t mark = g.child(static_cast<uint32_t>(node), Deprel::mark);
  return mark == kNone || g.doc.words(g.doc.tokens[static_cast<size_t>(mark)]) == "by";
}

// "|As| crews were cutting through steel on Friday, the ruins caught fire"
bool meanwhile(const EventGrammar& g, int32_t node) {
  const auto clause = static_cast<uint32_t>(node);
  if (g.child(clause, Deprel::aux) == kNone || g.child(clause, Deprel::mark) == kNone) return false;
  const std::string word = ascii_lower(g.doc.words(g.doc.tokens[static_cast<size_t>(g.child(clause, Deprel::mark))]));
  return word == "as" || word == "while" || word == "when";
}

// "78 people died in October |when| a ferry sank"
bool at_that_time(const EventGrammar& g, int32_t node) {
  const auto clause = static_cast<uint32_t>(node);
  return g.has_child_word(clause, "when") || g.has_child_word(clause, "while");
}

}  // namespace dateline
