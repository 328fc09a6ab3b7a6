// What becomes of drafts once it is known who takes part: weak nouns go, the dead of a disaster are told as such.
#include <algorithm>

#include "annotate/event_draft.h"

namespace dateline {

bool too_weak(const EventGrammar& g, const EventDraft& draft) {
  if (!draft.frame || draft.frame->pos != FramePos::noun || !draft.participants.empty()) return false;
  for (const Argument& a : draft.arguments) {
    if (a.slot == kSubjOf) return false;  // "talks begin", "the fighting spread"
  }
  if (draft.frame->weak) return draft.predicate == draft.node;
  // "concerns over abductions": a bare plural of things in general, unless it is put somewhere or at some time.
  const Token& token = g.doc.tokens[draft.mention.token];
  if (token.xpos != Xpos::NNS || draft.mention.time != kNone || draft.mention.place != kNone ||
      draft.predicate != draft.node)
    return false;
  if (draft.mention.status == EventStatus::denied) return false;
  if (g.doc.section_of(g.doc.sentences[draft.mention.sentence]).kind == SectionKind::headline) return false;
  return g.child(draft.node, Deprel::det) == kNone;
}

namespace {

// A verb that charges, arrests or tries somebody.
bool accuses(const EventGrammar& g, uint32_t verb) {
  const auto& frames = g.lex.words[g.word(verb)].frames;
  return std::any_of(frames.begin(), frames.end(), [&](uint32_t f) {
    const Frame& frame = g.lex.frames[f];
    const std::string_view type = frame.type.view(), mode = frame.mode.view();
    return (type == "ACCUSE" && mode == "allege") || (type == "COERCE" && mode == "arrest") || type == "x-court";
  });
}

}  // namespace

bool merely_charged(const EventGrammar& g, const EventDraft& draft) {
  if (!draft.frame || draft.frame->pos != FramePos::noun || draft.predicate != draft.node) return false;
  if (draft.mention.type != Label("ASSAULT") && draft.mention.type != Label("x-crime")) return false;
  if (g.has_child_word(draft.node, "the")) return false;  // "charged with the murder of Ann Lee"
  uint32_t node = draft.node;
  while (g.deprel(node) == Deprel::conj && g.head(node) != kNone) node = static_cast<uint32_t>(g.head(node));
  const int32_t up = g.head(node);
  if (up == kNone) return false;
  if (g.deprel(node) == Deprel::nmod && g.lex.words[g.word(up)].charge) return true;
  return g.upos(up) == Upos::VERB && g.has_child_word(node, "with") && accuses(g, static_cast<uint32_t>(up));
}

namespace {

bool is_harm(const EventDraft& draft) {
  return draft.mention.type == Label("x-disaster") || draft.mention.type == Label("x-accident");
}

// "A ferry sank on the lake, |killing| 63": whoever the parser takes for its subject.
bool hangs_on_harm(const EventGrammar& g, const std::vector<EventDraft>& drafts, const EventDraft& draft) {
  if (g.doc.tokens[draft.node].xpos != Xpos::VBG) return false;
  const EventDraft* before = nullptr;  // "arrested the owner of a ferry that capsized, |killing| 21"
  for (const EventDraft& e : drafts) {
    if (e.mention.sentence == draft.mention.sentence && e.mention.token < draft.mention.token) before = &e;
  }
  if (before != nullptr && is_harm(*before)) return true;
  return std::any_of(drafts.begin(), drafts.end(), [&](const EventDraft& e) {
    return is_harm(e) && static_cast<int32_t>(e.predicate) == g.head(draft.node);
  });
}

}  // namespace

// Killed with nobody to kill them, where the news is an earthquake or a crash: those are its dead.
void settle_deaths(const EventGrammar& g, std::vector<EventDraft>& drafts) {
  for (EventDraft& d : drafts) {
    if (d.mention.type != Label("ASSAULT") || !d.mention.mode.empty()) continue;
    const std::string_view lemma = g.doc.lemma(g.doc.tokens[d.mention.token]);
    if (lemma != "kill" && lemma != "killing" && lemma != "wound") continue;
    const bool by_somebody = std::any_of(d.participants.begin(), d.participants.end(), [](const Participant& p) {
      return p.role == ParticipantRole::actor && p.entity != kNone;
    });
    if (by_somebody && !hangs_on_harm(g, drafts, d)) continue;
    bool harm = false, attack = false;
    for (const EventDraft& e : drafts) {
      if (&e == &d || e.mention.sentence > d.mention.sentence || e.mention.sentence + 3 < d.mention.sentence) continue;
      const std::string_view type = e.mention.type.view();
      harm |= is_harm(e);
      attack |= type == "ASSAULT" && e.mention.token != d.mention.token && !e.mention.mode.empty();
    }
    if (!harm || attack) continue;
    d.mention.type = Label("x-death");
    std::erase_if(d.participants, [](const Participant& p) { return p.role == ParticipantRole::actor; });
  }
}

}  // namespace dateline
