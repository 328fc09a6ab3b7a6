// What the report is chiefly about: which event its headline and lede agree on, how heavy an event of that type is,
// how often the report comes back to it. Also what is told again from before.
#include <algorithm>
#include <cmath>
#include <map>

#include "annotate/event_draft.h"
#include "text/place_line.h"

namespace dateline {
namespace {

// Position of a sentence among those of the body; headlines are -1. The place line counts with the lede behind it.
std::vector<int> body_positions(const Document& doc) {
  std::vector<int> out;
  int next = 0;
  for (const Sentence& s : doc.sentences) {
    const SectionKind kind = doc.section_of(s).kind;
    out.push_back(kind == SectionKind::headline ? -1 : kind == SectionKind::body ? next : 9999);
    if (kind == SectionKind::body && !is_place_line(doc, s)) ++next;
  }
  return out;
}

float by_position(int position) {
  switch (position) {
    case -1: return 0.8f;
    case 0: return 1.0f;
    case 1: return 0.65f;
    case 2: return 0.4f;
    case 3: return 0.25f;
    default: return position < 8 ? 0.1f : 0.0f;
  }
}

// How high in its sentence the event stands: the news is in the main clause.
float by_depth(const EventGrammar& g, const EventDraft& draft) {
  int32_t node = static_cast<int32_t>(draft.predicate);
  float value = 0.4f;
  for (int i = 0; i < 5 && g.head(node) != kNone; ++i) {
    switch (g.deprel(node)) {
      case Deprel::ccomp:
      case Deprel::parataxis: break;  // "Police said that …": the news is what they said
      case Deprel::conj: value -= 0.05f; break;
      case Deprel::xcomp:
      case Deprel::nsubj: value -= 0.1f; break;
      case Deprel::acl_relcl:
      case Deprel::advcl: value -= 0.3f; break;
      default: value -= 0.15f;
    }
    node = g.head(node);
  }
  return std::max(value, -0.4f);
}

bool told_before(const EventGrammar& g, const EventDraft& draft) {
  // "the talks |had failed|": so had they been held.
  const bool acts = g.deprel(draft.predicate) == Deprel::nsubj;
  bool had = false;
  g.each_child(acts ? static_cast<uint32_t>(g.head(draft.predicate)) : draft.predicate, [&](uint32_t c) {
    if (g.deprel(c) == Deprel::aux && g.doc.words(g.doc.tokens[c]) == "had") had = true;
  });
  if (had) return true;
  // Dated three weeks and more before the report itself.
  if (draft.mention.time != kNone && g.doc.published.value.known() && draft.mention.status == EventStatus::happened) {
    const Edtf& when = g.doc.times[draft.mention.time].edtf;
    const DayRange own = days_of(g.doc.published.value), then = days_of(when);
    if (when.known() && own.bounded() && then.bounded() && then.last + 21 < own.first) return true;
  }
  bool earlier = false;
  g.each_child(draft.node, [&](uint32_t c) {
    const std::string_view w = g.doc.words(g.doc.tokens[c]);
    if (g.deprel(c) == Deprel::amod && (w == "previous" || w == "earlier" || w == "past" || w == "former"))
      earlier = true;
  });
  return earlier;
}

// A noun in passing ("after the Libya attack", "the killing's first anniversary") names a topic, not the news.
bool in_passing(const EventGrammar& g, const EventDraft& draft) {
  if (!draft.frame || draft.frame->pos != FramePos::noun || draft.predicate != draft.node) return false;
  const Deprel d = g.deprel(draft.node);
  // "just hours after a truce ended the fighting"
  if (d == Deprel::nsubj && g.deprel(static_cast<uint32_t>(g.head(draft.node))) == Deprel::advcl &&
      g.has_child_word(static_cast<uint32_t>(g.head(draft.node)), "after"))
    return true;
  return d != Deprel::root && d != Deprel::nsubj && d != Deprel::nsubj_pass && d != Deprel::obj &&
         d != Deprel::parataxis;
}

// "spoke" under a headline that names a call: the same call.
void share_phone(const std::vector<int>& position, std::vector<EventDraft>& drafts) {
  const Label consult("CONSULT"), phone("phone");
  const bool named = std::any_of(drafts.begin(), drafts.end(), [&](const EventDraft& d) {
    return position[d.mention.sentence] == -1 && d.mention.type == consult && d.mention.mode == phone;
  });
  if (!named) return;
  for (EventDraft& d : drafts) {
    const int at = position[d.mention.sentence];
    if ((at == 0 || at == 1) && d.mention.type == consult && d.mention.mode.empty() && d.frame &&
        d.frame->pos == FramePos::verb)
      d.mention.mode = phone;
  }
}

constexpr size_t kLongestHeadline = 100;  // content words; what stands behind them is no headline

// Content words of the headline.
std::vector<std::string_view> headline_lemmas(const Document& doc) {
  std::vector<std::string_view> out;
  for (const Sentence& s : doc.sentences) {
    if (doc.section_of(s).kind != SectionKind::headline) continue;
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      const Upos u = doc.tokens[t].upos;
      if (u == Upos::NOUN || u == Upos::VERB || u == Upos::PROPN || u == Upos::ADJ)
        out.push_back(doc.lemma(doc.tokens[t]));
    }
  }
  if (out.size() > kLongestHeadline) out.resize(kLongestHeadline);
  std::sort(out.begin(), out.end());
  return out;
}

// The types that the headline tells of; what it tells of in a clause of its own besides ("…, as troops withdraw") less.
using HeadlineTypes = std::map<Label, float>;

HeadlineTypes headline_types(const EventGrammar& g, const std::vector<EventDraft>& drafts,
                             const std::vector<int>& position) {
  HeadlineTypes out;
  for (const EventDraft& d : drafts) {
    if (position[d.mention.sentence] != -1) continue;
    float& weight = out[d.mention.type];
    weight = std::max(weight, by_depth(g, d) > 0 ? 0.4f : 0.2f);
  }
  return out;
}

// How much of the headline an event takes up: its type and its word, or those of what was only said to be done. The
// headline "Town sends pumps" is about the pledge in "The town pledged to send pumps".
float by_headline(const EventGrammar& g, const std::vector<EventDraft>& drafts, const EventDraft& draft,
                  const HeadlineTypes& types, const std::vector<std::string_view>& lemmas) {
  const auto told = types.find(draft.mention.type);
  float score = told == types.end() ? 0 : told->second;
  if (std::binary_search(lemmas.begin(), lemmas.end(), g.doc.lemma(g.doc.tokens[draft.mention.token]))) score += 0.4f;
  for (const EventDraft& d : beside(drafts, draft)) {
    if (g.deprel(d.predicate) == Deprel::xcomp && g.head(d.predicate) == static_cast<int32_t>(draft.predicate))
      score = std::max(score, by_headline(g, drafts, d, types, lemmas));
  }
  return score;
}

}  // namespace

void add_generic(const EventGrammar& g, std::vector<EventDraft>& drafts) {
  const std::vector<int> position = body_positions(g.doc);
  for (const EventDraft& d : drafts) {
    if (position[d.mention.sentence] <= 1) return;
  }
  // The root verb of the first body sentence that has one; of the headline where the body has none.
  int32_t found = kNone;
  uint32_t sentence = 0;
  for (int pass = 0; pass < 2 && found == kNone; ++pass) {
    for (uint32_t s = 0; s < g.doc.sentences.size() && found == kNone; ++s) {
      if (pass == 0 ? position[s] != 0 && position[s] != 1 : position[s] != -1) continue;
      for (uint32_t t = g.doc.sentences[s].tokens.begin; t < g.doc.sentences[s].tokens.end && found == kNone; ++t) {
        if (g.deprel(t) != Deprel::root || g.upos(t) != Upos::VERB) continue;
        uint32_t verb = t;  // "said that …": what was said is the news
        if (const int32_t said = g.child(t, Deprel::ccomp); said != kNone && g.upos(said) == Upos::VERB)
          verb = static_cast<uint32_t>(said);
        found = static_cast<int32_t>(verb);
        sentence = s;
      }
    }
  }
  if (found == kNone) return;
  EventDraft draft;
  draft.node = draft.predicate = static_cast<uint32_t>(found);
  g.verb_arguments(draft.node, draft.arguments);
  draft.mention.token = draft.node;
  draft.mention.sentence = sentence;
  draft.mention.span = g.doc.tokens[found].span;
  draft.mention.type = Label("x-other");
  for (const Argument& a : draft.arguments) {
    const int32_t name = a.slot == kSubj || a.slot == kObj ? phrase_name(g, a.head) : kNone;
    if (name == kNone) continue;
    const Mention& m = g.doc.mentions[name];
    draft.participants.push_back(
        {0, a.slot == kSubj ? ParticipantRole::actor : ParticipantRole::recipient, m.span, m.entity});
  }
  find_status(g, draft);
  std::vector<EventDraft> alone{std::move(draft)};
  find_times(g, alone);
  const uint32_t token = alone.front().mention.token;
  const auto at =
      std::find_if(drafts.begin(), drafts.end(), [&](const EventDraft& d) { return d.mention.token > token; });
  drafts.insert(at, std::move(alone.front()));
}

int32_t rank_events(const EventGrammar& g, std::vector<EventDraft>& drafts) {
  const std::vector<int> position = body_positions(g.doc);
  const std::vector<std::string_view> headline = headline_lemmas(g.doc);
  share_phone(position, drafts);
  const HeadlineTypes types = headline_types(g, drafts, position);
  std::map<std::pair<Label, Label>, int> told;  // by type and mode
  for (const EventDraft& d : drafts) ++told[{d.mention.type, d.mention.mode}];
  int32_t main = kNone;
  float best = -1e9f;
  for (size_t i = 0; i < drafts.size(); ++i) {
    EventDraft& d = drafts[i];
    d.mention.background = told_before(g, d);
    float score = by_position(position[d.mention.sentence]) + by_depth(g, d) +
                  0.08f * static_cast<float>(g.lex.weight(d.mention.type, d.mention.mode));
    if (position[d.mention.sentence] >= 0) score += by_headline(g, drafts, d, types, headline);
    const int again = told[{d.mention.type, d.mention.mode}] - 1;
    int shared = 0;
    for (const Participant& p : d.participants) {
      if (p.entity == kNone) continue;
      const auto& name = g.doc.entities[p.entity].name;
      for (std::string_view word : headline) shared += word.size() > 3 && name.find(word) != std::string::npos ? 1 : 0;
    }
    score += 0.08f * static_cast<float>(std::min(again, 5)) + 0.12f * static_cast<float>(std::min(shared, 3));
    if (d.mention.time != kNone) score += 0.1f;
    if (d.participants.empty()) score -= 0.15f;
    if (in_passing(g, d)) score -= 0.3f;
    if (d.mention.background) score -= 0.6f;
    if (d.mention.status == EventStatus::denied || d.mention.status == EventStatus::conditional) score -= 0.4f;
    if (d.mention.status == EventStatus::called_for || d.mention.status == EventStatus::planned) score -= 0.15f;
    d.mention.salience = std::clamp(score / 3.0f, 0.0f, 1.0f);
    if (score > best + 1e-4f) best = score, main = static_cast<int32_t>(i);
  }
  return main;
}

}  // namespace dateline
