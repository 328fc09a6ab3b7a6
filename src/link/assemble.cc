#include "link/assemble.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "base/strings.h"

namespace dateline {
namespace {

constexpr size_t kLabel = 160;  // bytes, about two lines

// What is needed to read one set of mentions.
struct Reading {
  const std::vector<const Document*>& docs;
  const EntityMap& entities;
  const std::vector<MentionRef>& mentions;

  const Document& doc(const MentionRef& ref) const { return *docs[ref.report]; }
  const EventMention& event(const MentionRef& ref) const { return docs[ref.report]->events[ref.mention]; }
  const Entity* entity(const MentionRef& ref, int32_t local) const {
    if (local == kNone) return nullptr;
    const int32_t of = entities.of[ref.report][static_cast<size_t>(local)];
    return of == kNone ? nullptr : &entities.entities[static_cast<size_t>(of)];
  }
  bool is_main(const MentionRef& ref) const { return doc(ref).main_event == static_cast<int32_t>(ref.mention); }
};

std::string squeeze(std::string_view words) {
  std::string out;
  for (char c : words) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Span headline_of(const Document& doc) {
  for (const Section& section : doc.sections) {
    if (section.kind == SectionKind::headline && !section.span.empty()) return section.span;
  }
  for (const Sentence& sentence : doc.sentences) {
    if (doc.section_of(sentence).kind == SectionKind::body) return sentence.span;
  }
  return {0, static_cast<uint32_t>(std::min<size_t>(doc.text.size(), 1))};
}

// The subordinate clause that tells of the event and has a named subject of its own: "after the toll from a first
// quake rose" of a sentence about the second. Empty where there is none.
Span own_clause(const Document& doc, const EventMention& event) {
  const IndexRange sentence = doc.sentences[event.sentence].tokens;
  if (!sentence.contains(event.token)) return {};
  auto is_clause = [&](uint32_t t) {
    const Deprel d = doc.tokens[t].deprel;
    if (d != Deprel::ccomp && d != Deprel::advcl && d != Deprel::parataxis) return false;
    for (uint32_t c = sentence.begin; c < t; ++c) {
      const Token& child = doc.tokens[c];
      const bool subject = child.deprel == Deprel::nsubj || child.deprel == Deprel::nsubj_pass;
      if (subject && child.head == static_cast<int32_t>(t) && child.upos != Upos::PRON) return true;
    }
    return false;
  };
  int32_t node = static_cast<int32_t>(event.token);
  for (int depth = 0; node != kNone && !is_clause(static_cast<uint32_t>(node)); node = doc.tokens[node].head) {
    if (++depth > 8 || doc.tokens[node].deprel == Deprel::acl_relcl) return {};
  }
  if (node == kNone) return {};
  auto below = [&](uint32_t t) {
    int32_t at = static_cast<int32_t>(t);
    for (int depth = 0; at != kNone && depth < 20; ++depth, at = doc.tokens[at].head) {
      if (at == node) return true;
    }
    return false;
  };
  uint32_t begin = event.token, end = event.token + 1;
  while (begin > sentence.begin && below(begin - 1)) --begin;
  while (end < sentence.end && below(end)) ++end;
  auto leads = [&](uint32_t t) {  // what only ties the clause to the rest
    const Token& token = doc.tokens[t];
    return token.upos == Upos::PUNCT || token.upos == Upos::SCONJ || token.upos == Upos::CCONJ ||
           token.deprel == Deprel::mark || (token.deprel == Deprel::case_ && token.head == node);
  };
  while (begin < event.token && leads(begin)) ++begin;
  while (end > event.token + 1 && doc.tokens[end - 1].upos == Upos::PUNCT) --end;
  constexpr uint32_t kFewest = 4;  // words; less is a fragment
  return end - begin < kFewest ? Span{} : Span{doc.tokens[begin].span.begin, doc.tokens[end - 1].span.end};
}

// The sentence around the mention, or its own clause in it; a long one is cut at commas before and behind it.
Span clause_around(const Document& doc, const EventMention& event) {
  if (event.sentence >= doc.sentences.size()) return event.span;
  Span span = doc.sentences[event.sentence].span;
  if (const Span clause = own_clause(doc, event); !clause.empty()) span = clause;
  if (span.size() <= kLabel) return span;
  // From the sentence's begin, or from a comma before a mention that is far into it; up to a comma behind the mention,
  // else to the last word that fits.
  const std::string_view text = doc.text;
  auto ends_clause = [&](uint32_t i) {  // not the comma of "March 1, 2023" or "Gaza City, Gaza"
    return (text[i] == ',' || text[i] == ';') && i + 2 < text.size() && is_space(text[i + 1]) && is_lower(text[i + 2]);
  };
  Span best = span;
  if (event.span.end - span.begin > kLabel * 3 / 4) {
    for (uint32_t i = event.span.begin; i > span.begin && event.span.end - i <= kLabel * 3 / 4; --i) {
      if (ends_clause(i)) best.begin = i + 2;
    }
  }
  uint32_t last_word = event.span.end, last_clause = 0;
  for (uint32_t i = best.begin; i < span.end && i - best.begin <= kLabel; ++i) {
    if (ends_clause(i) && i >= event.span.end && i - best.begin > kLabel / 3) last_clause = i;
    if (is_space(text[i])) last_word = i;
  }
  best.end = span.end - best.begin <= kLabel ? span.end : last_clause ? last_clause : last_word;
  return best;
}

// The mentions from the clearest to the vaguest: what happened before what may, the report's own news before what it
// looks back on, named participants and a date before none.
std::vector<MentionRef> by_clarity(const Reading& r) {
  std::vector<std::pair<double, MentionRef>> ranked;
  for (const MentionRef& ref : r.mentions) {
    const EventMention& event = r.event(ref);
    double clear = event.salience + (r.is_main(ref) ? 2 : 0) + (event.when.known() ? 0.7 : 0) +
                   0.4 * std::min<uint32_t>(event.participants.size(), 3) - (event.background ? 0.5 : 0);
    if (r.doc(ref).kind_at(event.span.begin) == SectionKind::headline) clear -= 0.3;  // headlines leave words out
    ranked.emplace_back(-clear, ref);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<MentionRef> out;
  for (const auto& [clear, ref] : ranked) out.push_back(ref);
  return out;
}

// A headline that tells of it, where it is a report's main event; else the clause of its clearest mention.
std::string label_of(const Reading& r) {
  const std::vector<MentionRef> clearest = by_clarity(r);
  for (const MentionRef& main : clearest) {
    if (!r.is_main(main)) continue;
    const Document& doc = r.doc(main);
    const Span headline = headline_of(doc);
    const bool told = std::any_of(r.mentions.begin(), r.mentions.end(), [&](const MentionRef& ref) {
      return ref.report == main.report && headline.contains(r.event(ref).span);
    });
    if (told && headline.size() <= kLabel && doc.kind_at(headline.begin) == SectionKind::headline)
      return squeeze(headline.of(doc.text));
  }
  const MentionRef& first = clearest.front();
  return squeeze(clause_around(r.doc(first), r.event(first)).of(r.doc(first).text));
}

ClaimSide side_of(const Reading& r, const MentionRef& ref, Span span) {
  ClaimSide side;
  side.report = r.doc(ref).id;
  side.evidence = {side.report, span};
  if (const int32_t s = r.event(ref).statement; s != kNone) {
    if (const Entity* speaker = r.entity(ref, r.doc(ref).statements[static_cast<size_t>(s)].speaker_entity))
      side.speaker = speaker->id;
  }
  return side;
}

void add_claim(std::map<std::pair<std::string, std::string>, std::vector<ClaimSide>>& claims, std::string attribute,
               std::string value, ClaimSide side) {
  auto& sides = claims[{std::move(attribute), std::move(value)}];
  for (const ClaimSide& have : sides) {
    if (have.report == side.report && have.speaker == side.speaker) return;  // said once is enough
  }
  sides.push_back(std::move(side));
}

// The value that most reports give, of those the narrowest; else what all allow together.
Edtf best_when(const Reading& r) {
  std::map<Edtf, std::set<uint32_t>> given;
  for (const MentionRef& ref : r.mentions) {
    if (r.event(ref).when.known()) given[r.event(ref).when].insert(ref.report);
  }
  const Edtf* best = nullptr;
  std::tuple<int, size_t, int64_t> rank;
  for (const auto& [when, reports] : given) {
    const DayRange days = days_of(when);
    const int64_t width = days.bounded() ? int64_t{days.last} - days.first : 100000;
    const int exact = width == 0 ? 2 : width < 8 ? 1 : 0;
    // A value is borne out by every report whose own value lies in it or around it.
    std::set<uint32_t> support = reports;
    for (const auto& [other, theirs] : given) {
      if (days_of(other).contains(days)) support.insert(theirs.begin(), theirs.end());
    }
    const std::tuple<int, size_t, int64_t> mine = {exact, support.size(), -width};
    if (best == nullptr || mine > rank) best = &when, rank = mine;
  }
  return best == nullptr ? Edtf{} : *best;
}

template <typename T>
T most_frequent(const std::map<T, double>& votes, T otherwise) {
  double most = 0;
  for (const auto& [value, n] : votes) {
    if (n > most) most = n, otherwise = value;
  }
  return otherwise;
}

// Each report has one vote for each kind it names, however often it does; the kind of its main event counts most.
void fill_kind(Event& event, const Reading& r) {
  std::map<std::tuple<uint32_t, Label, Label>, double> votes;
  std::map<EventStatus, double> statuses;
  for (const MentionRef& ref : r.mentions) {
    const double weight = (r.is_main(ref) ? 3 : 1) + (r.event(ref).mode.empty() ? 0 : 0.5);
    double& vote = votes[{ref.report, r.event(ref).type, r.event(ref).mode}];
    vote = std::max(vote, weight);
    statuses[r.event(ref).status] += r.is_main(ref) ? 3 : 1;
  }
  std::map<std::pair<Label, Label>, double> kinds;
  for (const auto& [key, vote] : votes) kinds[{std::get<1>(key), std::get<2>(key)}] += vote;
  std::tie(event.type, event.mode) = most_frequent(kinds, {});
  event.status = most_frequent(statuses, EventStatus::happened);
}

void fill_participants(Event& event, const Reading& r) {
  std::map<std::pair<std::string, std::string>, std::map<ParticipantRole, double>> roles;  // (entity id, name)
  std::map<std::pair<std::string, std::string>, double> places;
  for (const MentionRef& ref : r.mentions) {
    const Document& doc = r.doc(ref);
    const IndexRange range = r.event(ref).participants;
    for (uint32_t p = range.begin; p < range.end; ++p) {
      const Participant& participant = doc.participants[p];
      const Entity* entity = r.entity(ref, participant.entity);
      const std::pair<std::string, std::string> who =
          entity ? std::pair(entity->id, entity->name) : std::pair(std::string(), squeeze(doc.words(participant.span)));
      roles[who][participant.role] += 1;
    }
    if (const Entity* place = r.entity(ref, r.event(ref).place))
      places[{place->id, place->name}] += r.is_main(ref) ? 2 : 1;
  }
  std::set<std::string> unnamed;
  for (const auto& [who, votes] : roles) {
    // "gangs" and "Gangs" are told once.
    if (who.first.empty() && !unnamed.insert(ascii_lower(who.second)).second) continue;
    event.participants.push_back({most_frequent(votes, ParticipantRole::other), who.first, who.second});
  }
  std::stable_sort(event.participants.begin(), event.participants.end(),
                   [](const EventParticipant& a, const EventParticipant& b) { return a.role < b.role; });
  std::tie(event.place_entity, event.place_name) = most_frequent(places, {});
}

void fill_claims(Event& event, const Reading& r) {
  std::map<std::pair<std::string, std::string>, std::vector<ClaimSide>> claims;
  for (const MentionRef& ref : r.mentions) {
    const Document& doc = r.doc(ref);
    const EventMention& mention = r.event(ref);
    if (mention.when.known()) {
      const Span words = mention.time != kNone ? doc.times[static_cast<size_t>(mention.time)].span : mention.span;
      add_claim(claims, "when", to_string(mention.when), side_of(r, ref, words));
    }
    if (const Entity* place = r.entity(ref, mention.place)) {
      add_claim(claims, "where", place->name, side_of(r, ref, mention.span));
    }
    for (uint32_t p = mention.participants.begin; p < mention.participants.end; ++p) {
      const Participant& participant = doc.participants[p];
      if (const Entity* entity = r.entity(ref, participant.entity)) {
        add_claim(claims, "participant", entity->name, side_of(r, ref, participant.span));
      }
    }
  }
  for (auto& [key, sides] : claims)
    event.claims.push_back({key.first, key.second, Agreement::single, std::move(sides)});
}

}  // namespace

Event assemble(const std::vector<const Document*>& docs, const EntityMap& entities,
               const std::vector<MentionRef>& mentions, const std::vector<uint32_t>& main_in) {
  const Reading r{docs, entities, mentions};
  Event event;
  std::set<std::string> reports;
  for (const MentionRef& ref : mentions) {
    const Document& doc = r.doc(ref);
    const SectionKind kind = doc.kind_at(r.event(ref).span.begin);
    if (kind != SectionKind::headline && kind != SectionKind::body) continue;
    reports.insert(doc.id);
    event.evidence.push_back({doc.id, r.event(ref).span});
  }
  for (uint32_t report : main_in) {
    event.main_in.push_back(docs[report]->id);
    if (reports.insert(docs[report]->id).second)
      event.evidence.push_back({docs[report]->id, headline_of(*docs[report])});
  }
  std::sort(event.evidence.begin(), event.evidence.end());
  std::sort(event.main_in.begin(), event.main_in.end());
  event.reports.assign(reports.begin(), reports.end());
  const Evidence& first = event.evidence.front();
  event.id = content_id("e", {first.report, std::to_string(first.span.begin), std::to_string(first.span.end),
                              mentions.empty() ? "headline" : ""});
  if (mentions.empty()) {
    const Document& doc = *docs[main_in.front()];
    event.label = squeeze(headline_of(doc).of(doc.text));
    return event;
  }
  event.label = label_of(r);
  event.when = best_when(r);
  fill_kind(event, r);
  fill_participants(event, r);
  fill_claims(event, r);
  return event;
}

}  // namespace dateline
