#include "link/assemble.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "base/strings.h"
#include "link/event_label.h"

namespace dateline {
namespace {

ClaimSide side_of(const MentionReading& r, const MentionRef& ref, Span span) {
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

// How many days a value surely lies off the publication of the nearest report that tells it; 0 where none is dated.
int64_t days_off(const MentionReading& r, DayRange days, const std::set<uint32_t>& reports) {
  int64_t least = -1;
  for (uint32_t report : reports) {
    const DayRange published = days_of(r.docs[report]->published.value);
    if (published.first == kOpenBegin && published.last == kOpenEnd) continue;
    const int64_t before = published.first == kOpenBegin ? 0 : int64_t{published.first} - days.last;
    const int64_t after = published.last == kOpenEnd ? 0 : int64_t{days.first} - published.last;
    const int64_t off = std::max<int64_t>({0, before, after});
    if (least < 0 || off < least) least = off;
  }
  return std::max<int64_t>(least, 0);
}

// The value that most reports give, of those the narrowest; else what all allow together. What reports chiefly tell of
// is news: of its values those of long before or after stand back ("the 2001 attacks", in a report on a bill), and a
// mere year or decade is its own only where they chiefly say so.
Edtf best_when(const MentionReading& r, Label type, bool news) {
  constexpr int64_t kNews = 200;  // days
  constexpr int64_t kYear = 300;
  std::map<Edtf, std::set<uint32_t>> given;
  std::map<Edtf, size_t> chiefly;
  for (const MentionRef& ref : r.mentions) {
    if (!r.event(ref).when.known()) continue;
    given[r.event(ref).when].insert(ref.report);
    chiefly[r.event(ref).when] += r.is_main(ref) && r.event(ref).type == type;
  }
  const Edtf* best = nullptr;
  std::tuple<bool, int, size_t, size_t, int64_t> rank;
  for (const auto& [when, reports] : given) {
    const DayRange days = days_of(when);
    const int64_t width = days.bounded() ? int64_t{days.last} - days.first : 100000;
    if (news && width > kYear && chiefly[when] == 0) continue;
    const int exact = width == 0 ? 2 : width < 8 ? 1 : 0;
    // A value is borne out by every report whose own value lies in it or around it.
    std::set<uint32_t> support = reports;
    for (const auto& [other, theirs] : given) {
      if (days_of(other).contains(days)) support.insert(theirs.begin(), theirs.end());
    }
    const bool fits = !news || days_off(r, days, reports) <= kNews;
    const std::tuple mine = {fits, exact, support.size(), chiefly[when], -width};
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

// Each report has one vote for each kind and status it names, however often it does; those of its main event count
// most.
void fill_kind(Event& event, const MentionReading& r) {
  std::map<std::tuple<uint32_t, Label, Label>, double> votes;
  std::map<std::pair<uint32_t, EventStatus>, double> told;
  for (const MentionRef& ref : r.mentions) {
    const double weight = (r.is_main(ref) ? 3 : 1) + (r.event(ref).mode.empty() ? 0 : 0.5);
    double& vote = votes[{ref.report, r.event(ref).type, r.event(ref).mode}];
    vote = std::max(vote, weight);
    double& status = told[{ref.report, r.event(ref).status}];
    status = std::max(status, r.is_main(ref) ? 3.0 : 1.0);
  }
  std::map<EventStatus, double> statuses;
  for (const auto& [key, vote] : told) statuses[key.second] += vote;
  std::map<std::pair<Label, Label>, double> kinds;
  for (const auto& [key, vote] : votes) kinds[{std::get<1>(key), std::get<2>(key)}] += vote;
  std::tie(event.type, event.mode) = most_frequent(kinds, {});
  event.status = most_frequent(statuses, EventStatus::happened);
}

void fill_participants(Event& event, const MentionReading& r) {
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

// The verb that somebody denies outright ("denied that it had |bombed| the town", "denied |bombing| it"): not what they
// refuse to do or brush aside, nor what else the denied clause tells of.
const Token* denied_verb(const MentionReading& r, const MentionRef& ref) {
  const Document& doc = r.doc(ref);
  const EventMention& mention = r.event(ref);
  if (mention.status != EventStatus::denied || mention.statement == kNone) return nullptr;
  const Statement& said = doc.statements[static_cast<size_t>(mention.statement)];
  const Token& verb = doc.tokens[mention.token];
  if (said.act != Label("denies") || said.kind == StatementKind::direct) return nullptr;
  if (verb.upos != Upos::VERB || verb.xpos == Xpos::VB || verb.head == kNone) return nullptr;
  return said.content.contains(doc.tokens[static_cast<size_t>(verb.head)].span) ? nullptr : &verb;
}

// Whether it happened, where somebody denies what others tell with the same word.
void fill_status_claims(Event& event, const MentionReading& r) {
  std::set<std::string_view> denied;
  for (const MentionRef& ref : r.mentions) {
    if (const Token* verb = denied_verb(r, ref)) denied.insert(r.doc(ref).lemma(*verb));
  }
  if (denied.empty()) return;
  std::map<std::pair<std::string, std::string>, std::vector<ClaimSide>> claims;
  for (const MentionRef& ref : r.mentions) {
    const EventMention& mention = r.event(ref);
    if (denied_verb(r, ref)) {
      const Span cue = r.doc(ref).statements[static_cast<size_t>(mention.statement)].cue;
      add_claim(claims, "status", "denied", side_of(r, ref, cover(cue, mention.span)));
    } else if ((mention.status == EventStatus::happened || mention.status == EventStatus::claimed) &&
               denied.contains(r.doc(ref).lemma(r.doc(ref).tokens[mention.token]))) {
      add_claim(claims, "status", "happened", side_of(r, ref, mention.span));
    }
  }
  if (claims.size() < 2) return;
  for (auto& [key, sides] : claims)
    event.claims.push_back({key.first, key.second, Agreement::single, std::move(sides)});
}

void fill_claims(Event& event, const MentionReading& r) {
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
  const MentionReading r{docs, entities, mentions};
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
  fill_kind(event, r);
  event.when = best_when(r, event.type, !main_in.empty());
  fill_participants(event, r);
  fill_claims(event, r);
  fill_status_claims(event, r);
  return event;
}

}  // namespace dateline
