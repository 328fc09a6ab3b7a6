// What becomes of drafts once it is known who takes part: weak nouns go, the dead of a disaster are told as such.
#include <algorithm>

#include "annotate/event_draft.h"
#include "annotate/event_topics.h"

namespace dateline {

namespace {

bool is_subject(const EventDraft& draft) {
  return std::any_of(draft.arguments.begin(), draft.arguments.end(),
                     [](const Argument& a) { return a.slot == kSubjOf; });
}

bool in_headline(const EventGrammar& g, const EventDraft& draft) {
  return g.doc.section_of(g.doc.sentences[draft.mention.sentence]).kind == SectionKind::headline;
}

// "The |deal| collapsed", "when the |ban| begins"
bool comes_or_goes(const EventGrammar& g, const EventDraft& draft) {
  for (const Argument& a : draft.arguments) {
    if (a.slot != kSubjOf) continue;
    const std::vector<LightVerb>& lights = g.lex.words[g.word(a.head)].lights;
    if (std::any_of(lights.begin(), lights.end(), [](const LightVerb& l) { return l.slot == kSubj; })) return true;
  }
  return false;
}

// "Sunday's |deal|", "the 2015 nuclear |deal|": the date stands inside the noun phrase.
bool dated_itself(const EventGrammar& g, const EventDraft& draft) {
  if (draft.mention.time == kNone) return false;
  const IndexRange range = g.doc.tokens_in(g.doc.times[static_cast<size_t>(draft.mention.time)].span);
  if (range.empty()) return false;
  int32_t at = static_cast<int32_t>(range.end - 1);
  for (int step = 0; step < 6 && at != kNone; ++step, at = g.head(static_cast<uint32_t>(at))) {
    const auto token = static_cast<uint32_t>(at);
    if (token == draft.node) return !is_loose_day(g, range.end - 1, token);
    if (g.upos(token) == Upos::VERB) return false;
  }
  return false;
}

// "a |May 2017| order", "reports of an offer |in November|"; not "slammed it at a rally |on Wednesday|".
bool has_day(const EventGrammar& g, uint32_t noun) {
  bool before = false, behind = false;
  g.each_child(noun, [&](uint32_t c) { (c < noun ? before : behind) |= in_time(g, c); });
  if (before || !behind) return before;
  uint32_t top = noun;
  while (g.deprel(top) == Deprel::nmod && g.head(top) != kNone) top = static_cast<uint32_t>(g.head(top));
  return g.deprel(top) != Deprel::obl || off_in_time(g, static_cast<int32_t>(top));
}

// "the |2018| election", which is one of its kind.
bool named_by_its_year(const EventGrammar& g, const EventDraft& draft) {
  bool found = false;
  g.each_child(draft.node, [&](uint32_t c) {
    const Deprel d = g.deprel(c);
    found |= c < draft.node && (d == Deprel::nummod || d == Deprel::compound || d == Deprel::amod) && in_time(g, c);
  });
  return found && draft.mention.type == Label("x-election");
}

}  // namespace

bool too_weak(const EventGrammar& g, const EventDraft& draft) {
  if (!draft.frame || draft.frame->pos != FramePos::noun || !draft.participants.empty()) return false;
  if (named_by_its_year(g, draft) || has_day(g, draft.node)) return false;
  return draft.frame->weak && draft.predicate == draft.node && !is_subject(draft);
}

namespace {

// "Critics of the |ban|": it stands already. A headline may have nothing but it ("Iran deal: what now").
bool only_stands(const EventGrammar& g, const EventDraft& draft, const std::vector<EventDraft>& drafts) {
  if (!draft.frame || !draft.frame->standing || draft.predicate != draft.node) return false;
  if (comes_or_goes(g, draft) || dated_itself(g, draft)) return false;
  const auto near = beside(drafts, draft);
  return !in_headline(g, draft) || std::any_of(near.begin(), near.end(), [&](const EventDraft& other) {
    return other.node != draft.node && other.frame && !other.frame->standing;
  });
}

// "Concerns over |abductions|": things in general.
bool too_general(const EventGrammar& g, const EventDraft& draft) {
  if (!draft.frame || draft.frame->pos != FramePos::noun) return false;
  if (!draft.participants.empty() || draft.frame->weak || is_subject(draft)) return false;
  // "concerns over abductions": a bare plural of things in general, unless it is put somewhere or at some time.
  const Token& token = g.doc.tokens[draft.mention.token];
  if (token.xpos != Xpos::NNS || draft.mention.time != kNone || draft.mention.place != kNone ||
      draft.predicate != draft.node)
    return false;
  if (draft.mention.status == EventStatus::denied) return false;
  return !in_headline(g, draft) && g.child(draft.node, Deprel::det) == kNone;
}

// "A group that |patrols| the net", "attackers |flood| a site": what somebody does in general. A simple present in
// running text that nothing dates, in a relative clause or of a bare plural.
bool habitual(const EventGrammar& g, const EventDraft& draft) {
  if (!draft.frame || draft.frame->pos != FramePos::verb || draft.mention.time != kNone || in_headline(g, draft))
    return false;
  const Xpos form = g.doc.tokens[draft.node].xpos;
  if ((form != Xpos::VBZ && form != Xpos::VBP) || draft.mention.status != EventStatus::happened) return false;
  if (g.deprel(draft.node) == Deprel::acl_relcl) return true;
  const int32_t subject = g.child(draft.node, Deprel::nsubj);
  return subject != kNone && g.doc.tokens[static_cast<size_t>(subject)].xpos == Xpos::NNS &&
         g.child(static_cast<uint32_t>(subject), Deprel::det) == kNone &&
         g.child(static_cast<uint32_t>(subject), Deprel::nummod) == kNone &&
         g.child(static_cast<uint32_t>(subject), Deprel::nmod_poss) == kNone;
}

}  // namespace

void mark_habits(const EventGrammar& g, std::vector<EventDraft>& drafts) {
  for (EventDraft& d : drafts) d.mention.habit = habitual(g, d);
}

void drop_general(const EventGrammar& g, std::vector<EventDraft>& drafts) {
  std::vector<uint32_t> gone;  // their words, by position
  for (const EventDraft& d : drafts) {
    if (too_general(g, d) || only_stands(g, d, drafts)) gone.push_back(d.mention.token);
  }
  std::erase_if(drafts,
                [&](const EventDraft& d) { return std::binary_search(gone.begin(), gone.end(), d.mention.token); });
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

// "Face charges of arson and |attempted murder|", with the participle read as a second verb.
bool attempted_beside_charge(const EventGrammar& g, uint32_t node) {
  if (node == 0 || g.head(node) != static_cast<int32_t>(node) - 1) return false;
  const uint32_t verb = node - 1;
  if (g.doc.lemma(g.doc.tokens[verb]) != "attempt" || g.deprel(verb) != Deprel::conj || g.head(verb) == kNone)
    return false;
  const int32_t object = g.child(static_cast<uint32_t>(g.head(verb)), Deprel::obj);
  return object != kNone && object < static_cast<int32_t>(verb) && g.lex.words[g.word(object)].charge;
}

}  // namespace

bool merely_charged(const EventGrammar& g, const EventDraft& draft) {
  if (!draft.frame || draft.frame->pos != FramePos::noun) return false;
  if (draft.mention.type != Label("ASSAULT") && draft.mention.type != Label("x-crime")) return false;
  if (attempted_beside_charge(g, draft.node)) return true;
  if (draft.predicate != draft.node) return false;
  if (g.has_child_word(draft.node, "the")) return false;  // "charged with the murder of Ann Lee"
  uint32_t node = draft.node;
  const auto out_of_list = [&] {
    while (g.deprel(node) == Deprel::conj && g.head(node) != kNone) node = static_cast<uint32_t>(g.head(node));
    return g.head(node);
  };
  int32_t up = out_of_list();
  if (node != draft.node && g.lex.words[g.word(node)].charge) return true;     // "charges and murder"
  for (; up != kNone && g.deprel(node) == Deprel::nmod; up = out_of_list()) {  // "charges of suspicion of murder"
    if (g.lex.words[g.word(up)].charge) return true;
    node = static_cast<uint32_t>(up);
  }
  if (up == kNone) return false;
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
  const auto near = beside(drafts, draft);
  for (const EventDraft& e : near) {
    if (e.mention.token < draft.mention.token) before = &e;
  }
  if (before != nullptr && is_harm(*before)) return true;
  return std::any_of(near.begin(), near.end(), [&](const EventDraft& e) {
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
    const uint32_t here = d.mention.sentence;
    for (const EventDraft& e : in_sentences(drafts, here - std::min(here, 3U), here)) {
      if (&e == &d) continue;
      const std::string_view type = e.mention.type.view();
      harm |= is_harm(e);
      attack |= type == "ASSAULT" && e.mention.token != d.mention.token && !e.mention.mode.empty();
    }
    if (!harm || attack) continue;
    d.mention.type = Label("x-death");
    std::erase_if(d.participants, [](const Participant& p) { return p.role == ParticipantRole::actor; });
  }
}

// "He was wounded when he was |captured|", of one whom the report elsewhere has the police capture or arrest.
void settle_captures(const EventGrammar& g, std::vector<EventDraft>& drafts) {
  const auto done_to = [&](const EventDraft& d, int32_t entity) {
    return std::any_of(d.participants.begin(), d.participants.end(), [&](const Participant& p) {
      return p.role == ParticipantRole::recipient && p.entity == entity;
    });
  };
  for (EventDraft& d : drafts) {
    if (d.mention.type != Label("ASSAULT") || d.mention.mode != Label("abduct")) continue;
    if (g.doc.lemma(g.doc.tokens[d.mention.token]) != "capture" || d.participants.size() != 1) continue;
    const Participant& taken = d.participants.front();
    if (taken.role != ParticipantRole::recipient || taken.entity == kNone) continue;
    const bool arrested = std::any_of(drafts.begin(), drafts.end(), [&](const EventDraft& e) {
      return e.mention.type == Label("COERCE") && e.mention.mode == Label("arrest") && done_to(e, taken.entity);
    });
    if (arrested) d.mention.type = Label("COERCE"), d.mention.mode = Label("arrest");
  }
}

}  // namespace dateline
