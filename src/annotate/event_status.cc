// Whether it happened: read outwards from the event, from its own auxiliaries over the words that govern it to the
// statement that it is told in. The innermost cue decides: in "denied that it would attack" the attack is denied
// only because no cue of its own ("would") outranks a denial; negation and denial win over tense.
#include <algorithm>
#include <string>

#include "annotate/event_clauses.h"
#include "annotate/event_draft.h"
#include "annotate/event_topics.h"
#include "text/tree.h"

namespace dateline {
namespace {

constexpr int kMaxClimb = 6;

struct Verdict {
  EventStatus status = EventStatus::happened;
  bool decided = false;

  void offer(EventStatus s) {
    if (decided && !(s == EventStatus::denied && status != EventStatus::denied)) return;
    status = s;
    decided = true;
  }
};

bool looks_up_word(const EventGrammar& g, WordId word, CueKind kind, EventStatus& status) {
  for (const StatusCue& cue : g.lex.words[word].cues) {
    if (cue.kind != kind) continue;
    status = cue.status;
    return true;
  }
  return false;
}

bool looks_up(const EventGrammar& g, uint32_t token, CueKind kind, EventStatus& status) {
  if (const int32_t particle = g.child(token, Deprel::compound_prt); particle != kNone) {  // "called off"
    const auto lemma = [&](uint32_t t) { return std::string(g.doc.lemma(g.doc.tokens[t])); };
    const WordId phrase = g.lex.word_id(lemma(token) + " " + lemma(static_cast<uint32_t>(particle)));
    if (looks_up_word(g, phrase, kind, status)) return true;
  }
  return looks_up_word(g, g.word(token), kind, status);
}

bool negates(const EventGrammar& g, uint32_t token) {
  EventStatus s;
  return looks_up(g, token, CueKind::modifier, s) && s == EventStatus::denied;
}

// "vowed |never| to sign": it negates what comes.
bool negates_next(const EventGrammar& g, uint32_t token) {
  return token + 1 < g.doc.tokens.size() && g.doc.words(g.doc.tokens[token + 1]) == "to" && negates(g, token);
}

bool negated(const EventGrammar& g, uint32_t node) {
  bool found = false;
  g.each_child(node,
               [&](uint32_t c) { found |= g.deprel(c) == Deprel::advmod && !negates_next(g, c) && negates(g, c); });
  return found;
}

// What hangs on the word itself: modals, negation, conjunctions, "alleged".
void read_own(const EventGrammar& g, uint32_t node, bool noun, bool outer, Verdict& verdict) {
  bool infinitive = false, modal = false;
  g.each_child(node, [&](uint32_t c) {
    EventStatus s;
    const Deprel d = g.deprel(c);
    if (d == Deprel::aux && g.doc.words(g.doc.tokens[c]) != "to") {
      if (looks_up(g, c, CueKind::auxiliary, s)) {
        // "said it would boycott": the future as seen from then.
        const std::string_view word = g.doc.words(g.doc.tokens[c]);
        const bool reported = word == "would" && g.deprel(first_of_list(g, node)) == Deprel::ccomp;
        // "may have been captured": a guess at what is past.
        const bool guess = (word == "may" || word == "might" || word == "must") && g.has_child_word(node, "have");
        verdict.offer(guess ? EventStatus::claimed : reported ? EventStatus::planned : s);
        modal = true;
      }
    }
    if (d == Deprel::mark || d == Deprel::advmod || d == Deprel::discourse) {
      if (d == Deprel::mark && looks_up(g, c, CueKind::mark, s)) verdict.offer(s);
      if (d == Deprel::mark && g.upos(c) == Upos::PART) {
        infinitive = true;
        if (c > 0 && negates_next(g, c - 1)) verdict.offer(EventStatus::denied);
      }
      if (!(outer && d == Deprel::advmod) && !(c > node && negates_next(g, c)) &&
          looks_up(g, c, CueKind::modifier, s) && !(s == EventStatus::denied && waits_until(g, node)))
        verdict.offer(s);
    }
    if (noun && (d == Deprel::amod || d == Deprel::compound)) {
      // By its own form too: "planned" is tagged as a verb, and its lemma then is another word.
      const WordId form = g.lex.word_id(g.doc.words(g.doc.tokens[c]));
      if (looks_up(g, c, CueKind::modifier, s) || looks_up_word(g, form, CueKind::modifier, s)) verdict.offer(s);
    }
    if (noun && d == Deprel::det && looks_up(g, c, CueKind::determiner, s)) verdict.offer(s);
    if ((d == Deprel::nsubj || d == Deprel::nsubj_pass) && !outer) {
      const std::string_view w = g.doc.words(g.doc.tokens[c]);
      if (w == "none" || w == "None" || w == "nobody" || w == "Nobody") verdict.offer(EventStatus::denied);
      if (g.has_child_word(c, "no")) verdict.offer(EventStatus::denied);
    }
  });
  // "Kenya to send officers", a headline's future; "is to visit" likewise.
  if (infinitive && !modal && g.deprel(node) == Deprel::root) verdict.offer(EventStatus::planned);
}

// "flights would |begin|"
bool comes_about(const EventGrammar& g, uint32_t verb) {
  const std::vector<LightVerb>& lights = g.lex.words[g.word(verb)].lights;
  return std::any_of(lights.begin(), lights.end(), [](const LightVerb& light) { return light.slot == kSubj; });
}

// Whether a governor's cue reaches what hangs on it in this way.
bool reaches(const EventGrammar& g, uint32_t node, uint32_t governor) {
  switch (g.deprel(node)) {
    case Deprel::obj: return !g.deems(governor);  // "considered a strike"; not "considered the strike a success"
    case Deprel::acl:                             // "the order |signed| in January": that is done
      return !tells_of_then(g, node) && g.doc.tokens[node].xpos != Xpos::VBN;
    case Deprel::ccomp:
    case Deprel::csubj: return true;
    case Deprel::xcomp:  // "is considered the worst accident"
    case Deprel::nsubj_pass: return !g.deems(governor);
    case Deprel::obl:
    case Deprel::nmod: {  // "calls for a truce", "accused of the attack"; not "appealed in a press conference"
      const SlotId at = g.preposition(node);
      for (const char* p : {"for", "of", "to", "from", "about", "against"}) {
        if (at != kOtherPrep && at == g.lex.slot_id(p)) return true;
      }
      return false;
    }
    case Deprel::nsubj: return g.upos(governor) == Upos::ADJ || g.passive(governor);
    case Deprel::advcl: return purpose(g, node) || g.has_child_word(node, "of") || g.has_child_word(node, "from");
    default: return false;
  }
}

// What a vote brings about by itself: "voted to reject the deal", where "voted to strike" leaves the strike to come.
bool done_by_deciding(std::string_view type) {
  return type == "REJECT" || type == "AGREE" || type == "SUPPORT" || type == "ACCUSE" || type == "SANCTION" ||
         type == "CONCEDE" || type == "x-decision" || type == "x-appointment" || type == "x-dismissal";
}

void climb(const EventGrammar& g, EventDraft& draft, Verdict& verdict) {
  uint32_t node = draft.node;
  const bool noun = draft.frame && draft.frame->pos == FramePos::noun;
  read_own(g, node, noun, false, verdict);
  if (draft.predicate != node) read_own(g, draft.predicate, false, false, verdict);
  if (draft.predicate != node && draft.predicate == static_cast<uint32_t>(std::max(g.head(node), 0))) {
    EventStatus s;  // "rejected talks", "demanded a ceasefire": a light verb may be a cue too
    // A truce that is agreed is there; a visit that is agreed is still to come.
    const bool settled =
        draft.mention.mode == Label("ceasefire") && g.doc.lemma(g.doc.tokens[draft.predicate]) == "agree";
    if (!settled && looks_up(g, draft.predicate, CueKind::governor, s)) verdict.offer(s);
    node = draft.predicate;
  }
  if (g.has_child_word(node, "whether")) return;  // "refused to say whether …" denies nothing
  for (int i = 0; i < kMaxClimb && g.head(node) != kNone; ++i) {
    const uint32_t governor = static_cast<uint32_t>(g.head(node));
    const Deprel d = g.deprel(node);
    EventStatus s;
    if (d == Deprel::conj) {
      // Coordinated verbs share a modal that stands on the first.
      if (g.child(node, Deprel::nsubj) == kNone && g.child(node, Deprel::aux) == kNone)
        read_own(g, governor, false, false, verdict);
    } else if (reaches(g, node, governor) && looks_up(g, governor, CueKind::governor, s) &&
               !(s == EventStatus::called_for && d == Deprel::ccomp && told_as_fact(g, node))) {
      if (s == EventStatus::denied && negated(g, governor)) {  // "did not deny that …"
        verdict.offer(EventStatus::claimed);
        return;
      }
      if (s == EventStatus::happened && !done_by_deciding(draft.mention.type.view())) s = EventStatus::planned;
      const bool past = s == EventStatus::planned && d == Deprel::ccomp && told_as_past(g, node);
      if (past) {  // "hoped that the blast had killed nobody else" is no plan; "it is likely that it did" a claim
        if (g.upos(governor) == Upos::ADJ) verdict.offer(EventStatus::claimed);
        return;
      }
      verdict.offer(s);
      read_own(g, governor, g.upos(governor) == Upos::NOUN, false, verdict);  // "|no| evidence that"
      if (verdict.status == EventStatus::denied) return;
    } else if (d == Deprel::acl && purpose(g, node) && one_of_a_row(g, governor)) {
      read_own(g, governor, false, false, verdict);  // "|will| be the first to win"
      return;
    } else if (verdict.decided && verdict.status == EventStatus::claimed && d == Deprel::obj &&
               looks_up(g, governor, CueKind::disowner, s)) {
      verdict.offer(s);  // "|rebuffed| claims that it shot down a jet"
      return;
    } else if (d == Deprel::acl && purpose(g, node)) {
      draft.purpose = !verdict.decided;
      verdict.offer(EventStatus::planned);
    } else if (d == Deprel::acl_relcl || d == Deprel::acl || d == Deprel::appos || d == Deprel::parataxis) {
      draft.aside = d == Deprel::acl_relcl;
      return;  // told on its own account
    } else if (d == Deprel::advcl) {
      if (purpose(g, node) && !verdict.decided && done_in_coming(g, node, draft.mention)) {
        read_own(g, governor, false, false, verdict);
        node = governor;
        continue;
      }
      if (purpose(g, node) && !was_used(g, governor)) {
        draft.purpose = !verdict.decided;
        verdict.offer(EventStatus::planned);
      }
      return;
    } else if (d == Deprel::nmod) {
      // "victims of the attack": what is done to victims is not done to the attack, but "reports of plans for talks"…
      if (!g.lex.words[g.word(governor)].container && g.upos(governor) != Upos::NOUN) return;
      if (g.lex.words[g.word(governor)].actor) return;
      // "the motive in |the attack|": it stands, whatever is asked about the motive.
      // So does "the killing" that somebody will pay for.
      if (node == draft.node && g.has_child_word(node, "the") &&
          (!reaches(g, node, governor) || is_harm(draft.mention.type)))
        return;
    } else if (d == Deprel::nsubj && !verdict.decided && comes_about(g, governor)) {
      read_own(g, governor, false, false, verdict);
    } else if (d == Deprel::obj || d == Deprel::nsubj || d == Deprel::obl) {
      // An event noun inside another's clause: "condemned the attack". It stands whatever becomes of the clause,
      // unless the clause itself is a mere possibility and the noun is new ("could bring an attack").
      if (verdict.decided || draft.predicate == node) return;
      if (g.upos(governor) != Upos::VERB) return;
      if (g.child(node, Deprel::det) == kNone || g.has_child_word(node, "a") || g.has_child_word(node, "an")) {
        read_own(g, governor, false, false, verdict);
      }
      if (d == Deprel::obj && !verdict.decided) {
        node = governor;
        continue;
      }
      return;
    } else if (d == Deprel::xcomp || d == Deprel::ccomp) {
      if (d == Deprel::ccomp && told_as_past(g, node)) return;  // "were working to establish who |fired|"
      read_own(g, governor, false, true, verdict);
    }
    node = governor;
  }
}

// "accused of rigging the vote, |which it denied|"
bool denied_behind(const EventGrammar& g, const EventDraft& draft) {
  const Sentence& sentence = g.doc.sentences[draft.mention.sentence];
  uint32_t t = draft.mention.token;
  while (t < sentence.tokens.end && g.doc.words(g.doc.tokens[t]) != "which") ++t;
  for (uint32_t steps = 0; t < sentence.tokens.end && steps < 6; ++t, ++steps) {
    if (g.upos(t) == Upos::VERB) return g.doc.lemma(g.doc.tokens[t]) == "deny";
  }
  return false;
}

// The innermost statement around the event.
int32_t statement_around(const EventGrammar& g, Span span) {
  int32_t found = kNone;
  for (size_t i = 0; i < g.doc.statements.size(); ++i) {
    const Statement& s = g.doc.statements[i];
    if (s.content.begin > span.begin) break;
    if (!s.content.contains(span)) continue;
    if (found == kNone || s.content.size() <= g.doc.statements[found].content.size()) found = static_cast<int32_t>(i);
  }
  return found;
}

// Told by somebody who is party to it, or told as a mere claim.
bool only_claimed(const EventDraft& draft, const Statement& statement) {
  const std::string_view act = statement.act.view();
  if (act == "claims" || act == "alleges" || act == "accuses") return true;
  const std::string_view type = draft.mention.type.view();
  if (statement.speaker_entity == kNone || type == "AGREE" || type == "SUPPORT" || type == "CONSULT" ||
      type.starts_with("x-"))
    return false;
  for (const Participant& p : draft.participants) {
    if (p.entity == kNone) continue;
    if (p.entity == statement.speaker_entity || p.entity == statement.on_behalf_entity) return true;
  }
  return false;
}

}  // namespace

void find_status(const EventGrammar& g, EventDraft& draft) {
  Verdict verdict;
  climb(g, draft, verdict);
  if (verdict.status == EventStatus::claimed && denied_behind(g, draft)) verdict.offer(EventStatus::denied);
  draft.mention.statement = statement_around(g, g.doc.tokens[draft.mention.token].span);
  if (draft.mention.statement != kNone) {
    const Statement& statement = g.doc.statements[draft.mention.statement];
    const std::string_view act = statement.act.view();
    if (act == "denies") verdict.offer(EventStatus::denied);
    if (act == "hedges") verdict.offer(EventStatus::claimed);
    if (act == "demands" && statement.kind == StatementKind::indirect && !draft.aside)
      verdict.offer(EventStatus::called_for);
    // "agreed to a truce": where the cue is the event's own verb, saying is doing.
    const bool own_verb = statement.cue.overlaps(g.doc.tokens[draft.predicate].span);
    if (!verdict.decided && !own_verb && only_claimed(draft, statement)) verdict.offer(EventStatus::claimed);
  }
  if (verdict.status == EventStatus::planned && on_condition(g, draft.predicate))
    verdict.status = EventStatus::conditional;
  draft.mention.status = verdict.status;
}

}  // namespace dateline
