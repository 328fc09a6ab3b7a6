// Which time expression belongs to which event: what hangs on the event's own predicate first, then what its clause
// shares with it, then the one time of its sentence. A report's own date is never used.
#include <algorithm>

#include "annotate/event_clauses.h"
#include "annotate/event_draft.h"
#include "annotate/event_topics.h"
#include "annotate/event_years.h"
#include "base/strings.h"
#include "text/tree.h"

namespace dateline {
namespace {

constexpr int kFar = 99;

// The word of the expression that hangs on something outside it.
uint32_t head_of(const EventGrammar& g, Span span) {
  const IndexRange range = g.doc.tokens_in(span);
  for (uint32_t t = range.begin; t < range.end; ++t) {
    const int32_t h = g.head(t);
    if (h == kNone || !range.contains(static_cast<uint32_t>(h))) return t;
  }
  return range.begin;
}

}  // namespace

bool datable(const Timex& t) { return t.type == TimexType::DATE || t.type == TimexType::TIME; }

// "upheld the ban on visitors |Tuesday|": a day without a preposition, behind a noun that is not right before it, is
// the verb's, whatever noun the parser hung it on.
bool is_loose_day(const EventGrammar& g, uint32_t day, uint32_t noun) {
  if (noun + 1 >= day || g.child(day, Deprel::case_) != kNone) return false;
  const Deprel d = g.deprel(day);
  return d == Deprel::obl_unmarked || d == Deprel::nmod_unmarked || d == Deprel::nmod || d == Deprel::obl ||
         d == Deprel::appos;
}

namespace {

bool is_clause_edge(Deprel d) {
  return d == Deprel::acl_relcl || d == Deprel::ccomp || d == Deprel::parataxis || d == Deprel::acl;
}

struct Timing {
  const EventGrammar& g;
  const std::vector<EventDraft>& drafts;
  std::vector<bool> predicates;  // [token]: of an event

  Timing(const EventGrammar& grammar, const std::vector<EventDraft>& all)
      : g(grammar), drafts(all), predicates(grammar.doc.tokens.size(), false) {
    for (const EventDraft& d : drafts) predicates[d.node] = predicates[d.predicate] = true;
  }

  bool is_predicate(uint32_t token) const { return predicates[token]; }

  // "the April 2 agreement |reached| in Lausanne": whether the verb's frame names the noun, so that both tell one act.
  bool tells_together(const EventDraft& draft, uint32_t noun) const {
    if (draft.frame == nullptr || draft.frame->pos != FramePos::verb) return false;
    const bool object = std::any_of(draft.arguments.begin(), draft.arguments.end(),
                                    [&](const Argument& a) { return a.slot == kObj && a.head == noun; });
    return object && draft.frame->asks_for(kObj, g.word(noun));
  }

  // How far the time is from the event; kFar where the grammar gives it to another.
  int distance(const EventDraft& draft, const Timex& time, uint32_t time_head) const {
    if (const int32_t noun = noun_dated(g, time, time_head); noun != kNone)
      return draft.node == static_cast<uint32_t>(noun) ? 0 : kFar;
    if (const int32_t noun = noun_right_before(time); noun != kNone)
      return draft.node == static_cast<uint32_t>(noun) ? 0 : kFar;
    // Climb from the time to the first word that tells of an event or is a verb: its owner.
    int32_t owner = g.head(time_head);
    int steps = 0;
    while (owner != kNone && steps < 8 && g.upos(owner) != Upos::VERB && g.upos(owner) != Upos::AUX &&
           (!is_predicate(owner) || is_loose_day(g, time_head, static_cast<uint32_t>(owner)))) {
      if (owner > static_cast<int32_t>(time_head) && tells_together(draft, static_cast<uint32_t>(owner))) return 0;
      if (g.deprel(owner) == Deprel::root) break;
      owner = g.head(owner);
      ++steps;
    }
    if (owner == kNone) return kFar;
    // "a round of talks |whose deadline was June 30|": what a noun is said to be, not when the rest came about.
    if (is_said(time_head)) return kFar;
    const uint32_t at = static_cast<uint32_t>(owner);
    // "The 10th anniversary of the attack on Sunday": it looks back on another day.
    if (const int32_t up = g.head(draft.node); up != kNone && g.deprel(draft.node) == Deprel::nmod &&
                                               g.lex.words[g.word(up)].recall && g.upos(owner) == Upos::VERB)
      return kFar;
    if (says_what_was_then(draft.predicate, time_head)) return 0;
    if (draft.node == at || draft.predicate == at) return 0;
    // "On Sunday, aircraft hit 20 targets, the army said": what stands before the report of it is about it.
    const uint32_t told = draft.predicate;
    if (g.deprel(told) == Deprel::ccomp && g.head(told) == owner && time_head < told && told < at) return 0;
    return shared(draft, at, time_head);
  }

  // Whether a day is the predicate of a clause, by itself or its month.
  bool is_said(uint32_t time_head) const {
    const auto said = [&](uint32_t t) {
      return g.child(t, Deprel::cop) != kNone && g.child(t, Deprel::nsubj) != kNone;
    };
    const int32_t month = g.child(time_head, Deprel::nmod_unmarked);
    return said(time_head) || (month != kNone && said(static_cast<uint32_t>(month)));
  }

  // Whether an event without a time of its own takes part in that of the predicate `owner`.
  int shared(const EventDraft& draft, uint32_t owner, uint32_t time_head) const {
    if (is_aged(g, draft.node)) return kFar;
    for (const EventDraft& other : beside(drafts, draft)) {  // "agreed to a truce on Wednesday": one act in two words
      if (other.node == owner && other.predicate == draft.predicate) return 1;
    }
    // Upwards: the event hangs on the owner.
    int32_t node = static_cast<int32_t>(draft.predicate);
    for (int cost = 1; node != kNone && cost < 6; ++cost) {
      const Deprel d = g.deprel(node);
      const int32_t up = g.head(node);
      if (up == kNone) break;
      // "a quake in 1999 |that killed| thousands"
      if (d == Deprel::acl_relcl && static_cast<uint32_t>(up) == owner && owns_event(owner) && kills(draft))
        return cost;
      // "adopted on Sunday a statement |calling for| a truce": it called when it was adopted.
      if (d == Deprel::acl && cost == 1 && g.doc.tokens[node].xpos == Xpos::VBG && g.deprel(up) == Deprel::obj &&
          g.head(up) == static_cast<int32_t>(owner) && !owns_event(owner))
        return cost + 1;
      if (is_clause_edge(d) &&
          !(d == Deprel::acl && node == static_cast<int32_t>(draft.predicate) && draft.predicate != draft.node))
        break;
      const bool comes_for = cost == 1 && purpose(g, node) && done_in_coming(g, node, draft.mention);
      if (d == Deprel::advcl && !(g.doc.tokens[node].xpos == Xpos::VBG && unmarked_or_by(g, node)) && !comes_for &&
          !at_that_time(g, node))
        break;
      if (off_in_time(g, node)) break;
      if (is_spoken_of(g, draft, static_cast<uint32_t>(node))) break;
      // "On Friday urged him to cancel the summit": what is yet to be done has no day before the verb.
      const bool open = draft.mention.status == EventStatus::planned || draft.mention.status == EventStatus::called_for;
      if (d == Deprel::xcomp && open && time_head < static_cast<uint32_t>(std::min(up, node)) &&
          !(draft.mention.status == EventStatus::planned && is_present(g, up)))
        break;
      if (d == Deprel::obj && draft.node == static_cast<uint32_t>(node) && owns_event(up))
        break;  // "condemned on Monday the attack"
      if (d == Deprel::nmod && !g.lex.words[g.word(up)].container && owns_event(up)) break;
      node = up;
      if (static_cast<uint32_t>(node) == owner) return cost;
    }
    // Downwards: the time hangs on something below the event.
    node = static_cast<int32_t>(owner);
    for (int cost = 2; node != kNone && cost < 6; ++cost) {
      const Deprel d = g.deprel(node);
      if (d != Deprel::xcomp && d != Deprel::obj && d != Deprel::obl && d != Deprel::nmod && d != Deprel::conj &&
          d != Deprel::nsubj && d != Deprel::acl && d != Deprel::advcl && d != Deprel::appos)
        break;
      // "called off the search |when darkness fell on Sunday|"
      if (d == Deprel::advcl && g.doc.tokens[node].xpos != Xpos::VBG && !g.has_child_word(node, "to") &&
          !at_that_time(g, node))
        break;
      // "found guilty of |accepting| bribes between 2017 and 2019"
      if ((d == Deprel::advcl || d == Deprel::acl) && g.doc.tokens[node].xpos == Xpos::VBG &&
          !unmarked_or_by(g, node) && !meanwhile(g, node))
        break;
      if (owns_event(static_cast<uint32_t>(node)) && d != Deprel::conj && d != Deprel::xcomp &&
          !takes_place_in(g, node))
        break;
      node = g.head(node);
      if (node == static_cast<int32_t>(draft.node) || node == static_cast<int32_t>(draft.predicate)) return cost;
    }
    return kFar;
  }

  // "from March, when the group accused its rival"
  bool says_what_was_then(uint32_t predicate, uint32_t time_head) const {
    const Deprel d = g.deprel(predicate);
    if (g.head(predicate) == static_cast<int32_t>(time_head) && (d == Deprel::acl_relcl || d == Deprel::acl))
      return true;
    bool found = false;
    g.each_child(predicate, [&](uint32_t c) {
      const bool comma = c >= 2 && g.doc.words(g.doc.tokens[c - 1]) == ",";
      found |= c < predicate && g.doc.words(g.doc.tokens[c]) == "when" && c >= 2 && in_time(g, c - (comma ? 2 : 1)) &&
               time_head < c && c - time_head < 6;
    });
    return found;
  }

  // "arrests ahead of the |elections this month|": the time right behind what an act comes before or after is its own.
  int32_t noun_right_before(const Timex& time) const {
    const uint32_t begin = g.doc.tokens_in(time.span).begin;
    if (begin == 0 || g.upos(begin - 1) != Upos::NOUN || !is_predicate(begin - 1)) return kNone;
    const auto noun = static_cast<int32_t>(begin - 1);
    return off_in_time(g, noun) ? noun : kNone;
  }

  // "a call on May 10 |and a visit on May 18|": of days that one verb governs, each goes to what it stands beside.
  bool closer_to_another(const EventDraft& draft, uint32_t time_head) const {
    const uint32_t at = draft.mention.token;
    const auto near = beside(drafts, draft);
    return std::any_of(near.begin(), near.end(), [&](const EventDraft& other) {
      const uint32_t t = other.mention.token;
      return time_head < at ? t < time_head : t > at && t < time_head;
    });
  }

  static bool kills(const EventDraft& draft) { return draft.mention.type == Label("x-death"); }

  bool owns_event(uint32_t token) const { return is_predicate(token); }
};

bool vague(const Timex& t) {
  const std::string_view v = t.value.view();
  return !t.edtf.known() || v == "PRESENT_REF" || v == "PAST_REF" || v == "FUTURE_REF";
}

}  // namespace

namespace {

// Whether a word between an event and a day parts them: a new clause, a quotation, another verb than one that only
// says that the event came about.
bool parts(const EventGrammar& g, uint32_t t) {
  const Token& token = g.doc.tokens[t];
  const std::string_view word = g.doc.words(token);
  if (token.upos == Upos::PUNCT) return word != "-" && word != "(" && word != ")" && word != ",";
  if (token.upos == Upos::SCONJ || token.upos == Upos::CCONJ) return true;
  if (is_relative(token.xpos) || token.xpos == Xpos::WRB || token.xpos == Xpos::WPS) return true;
  if (token.upos != Upos::VERB) return word == "after" || word == "before" || word == "since" || word == "until";
  const std::string_view lemma = g.doc.lemma(token);
  return lemma != "go" && lemma != "come" && lemma != "take" && lemma != "enter" && lemma != "begin" &&
         lemma != "start" && lemma != "occur" && lemma != "happen";
}

// A day that the grammar gave to no event belongs to the one right before it that has none: parsers hang times
// anywhere in a long clause ("as a cease-fire went into effect Tuesday").
void share_leftover(const EventGrammar& g, const std::vector<EventDraft>& drafts, std::vector<int32_t>& chosen) {
  std::vector<bool> given(g.doc.times.size(), false);
  for (int32_t t : chosen) {
    if (t != kNone) given[static_cast<size_t>(t)] = true;
  }
  for (size_t t = 0; t < g.doc.times.size(); ++t) {
    const Timex& time = g.doc.times[t];
    if (!datable(time) || vague(time) || given[t]) continue;
    if (noun_dated(g, time, head_of(g, time.span)) != kNone) continue;
    const uint32_t begin = g.doc.tokens_in(time.span).begin;
    const auto behind = std::partition_point(drafts.begin(), drafts.end(),
                                             [&](const EventDraft& d) { return d.mention.token < begin; });
    if (behind == drafts.begin()) continue;
    const auto last = static_cast<size_t>(behind - drafts.begin()) - 1;
    if (chosen[last] != kNone || begin > drafts[last].mention.token + 14) continue;
    if (!g.doc.sentences[drafts[last].mention.sentence].span.contains(time.span)) continue;
    bool parted = false;
    for (uint32_t k = drafts[last].mention.token + 1; k < begin && !parted; ++k) parted = parts(g, k);
    if (!parted && !is_of_another_year(g, drafts[last], time)) chosen[last] = static_cast<int32_t>(t);
  }
}

}  // namespace

void find_times(const EventGrammar& g, std::vector<EventDraft>& drafts) {
  const Timing timing(g, drafts);
  std::vector<uint32_t> heads;
  for (const Timex& t : g.doc.times) heads.push_back(head_of(g, t.span));
  std::vector<int32_t> chosen(drafts.size(), kNone);
  size_t first = 0;
  for (size_t i = 0; i < drafts.size(); ++i) {
    const Span sentence = g.doc.sentences[drafts[i].mention.sentence].span;
    while (first < g.doc.times.size() && g.doc.times[first].span.end <= sentence.begin) ++first;
    int best = kFar;
    for (size_t t = first; t < g.doc.times.size() && g.doc.times[t].span.begin < sentence.end; ++t) {
      if (!datable(g.doc.times[t]) || is_of_another_year(g, drafts[i], g.doc.times[t])) continue;
      int d = timing.distance(drafts[i], g.doc.times[t], heads[t]) * 4;
      if (vague(g.doc.times[t])) d += 2;
      if (timing.closer_to_another(drafts[i], heads[t])) d += 1;
      if (d < best) best = d, chosen[i] = static_cast<int32_t>(t);
    }
  }
  share_leftover(g, drafts, chosen);
  for (size_t i = 0; i < drafts.size(); ++i) drafts[i].mention.time = chosen[i];
}

}  // namespace dateline
