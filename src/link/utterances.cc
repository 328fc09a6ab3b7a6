#include "link/utterances.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/disjoint_sets.h"
#include "base/hash.h"
#include "base/sort_unique.h"
#include "link/origin.h"
#include "link/retellings.h"
#include "link/shingle_places.h"
#include "link/tellings.h"
#include "link/variants.h"
#include "link/word_runs.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr uint32_t kFewestShared = 6;    // words that two tellings must have in common, unless they are the same
constexpr double kShareOfShorter = 0.6;  // … and this part of the shorter one
constexpr uint32_t kFewestUnattributed = 7;
constexpr double kShareUnattributed = 0.5;

struct Work {
  const std::vector<const Document*>& docs;
  const EntityMap& entities;
  const EventMap& events;
  const std::vector<WordSequence>& words;
  std::vector<Telling> tellings;
  std::vector<std::vector<uint64_t>> hashes;  // of each telling's words
};

// The hashes of a telling's words, one after the other over its pieces.
std::vector<uint64_t> hashes_of(const Work& w, const Telling& t) {
  std::vector<uint64_t> out;
  for (IndexRange range : t.words) {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (!w.words[t.report].is_break(i)) out.push_back(w.words[t.report].hash[i]);
    }
  }
  return out;
}

// "Norvia denied that it had …" tells the contrary of "she said that Norvia had …".
bool are_contrary(const Telling& a, const Telling& b) {
  const auto denies = [](const Telling& t) { return t.act == Label("denies") && t.kind != StatementKind::direct; };
  return denies(a) != denies(b);
}

// Whether two tellings can be of one speaker: the same entity, the same name, or a spokesperson and the principal;
// an unnamed official may be anybody but another named one.
bool may_be_same_speaker(const Telling& a, const Telling& b) {
  if (a.shown_name.empty() || b.shown_name.empty()) return true;
  if (a.speaker_name == b.speaker_name) return true;
  if (a.speaker != kNone && b.speaker != kNone) {
    return a.speaker == b.speaker || a.speaker == b.on_behalf || b.speaker == a.on_behalf ||
           (a.on_behalf != kNone && a.on_behalf == b.on_behalf);
  }
  return true;
}

// How many words of one telling each of those before it has too, in runs.
class SharedWords {
 public:
  explicit SharedWords(size_t tellings) : of_(tellings) {}

  // REQUIRES: `words` begin no earlier than those noted before.
  void note(uint32_t telling, IndexRange words) {
    Shared& shared = of_[telling];
    if (shared.count == 0) met_.push_back(telling);
    shared.count += words.end - std::min(words.end, std::max(words.begin, shared.end));
    shared.end = words.end;
  }
  // The tellings that were noted, in order; then none is.
  template <typename Use>
  void take(Use use) {
    std::sort(met_.begin(), met_.end());
    for (const uint32_t telling : met_) use(telling, std::exchange(of_[telling], {}).count);
    met_.clear();
  }

 private:
  struct Shared {
    uint32_t count = 0, end = 0;  // the words before `end` are counted
  };
  std::vector<Shared> of_;
  std::vector<uint32_t> met_;
};

// Joins tellings word for word alike, those that share most of the shorter one's words in runs, and those that one
// speaker is credited with in other words.
DisjointSets group(const Work& w) {
  DisjointSets alike_ones(w.tellings.size());
  constexpr size_t kWidth = 4;
  const auto& all = w.hashes;
  size_t words = 0;
  for (const auto& one : all) words += one.size();
  ShinglePlaces index(words);
  SharedWords shared(w.tellings.size());
  for (uint32_t i = 0; i < w.tellings.size(); ++i) {
    const auto& mine = all[i];
    for (uint32_t k = 0; k + kWidth <= mine.size() || (k == 0 && !mine.empty()); ++k) {
      uint64_t h = mine.size() < kWidth ? mine.size() : kWidth;
      const auto end = static_cast<uint32_t>(std::min(mine.size(), k + kWidth));
      for (size_t j = k; j < end; ++j) h = hash64({reinterpret_cast<const char*>(&mine[j]), sizeof(uint64_t)}, h);
      for (uint32_t p = index.first(h); p != ShinglePlaces::kNowhere; p = index[p].next)
        shared.note(index[p].telling, {k, end});
      index.add(h, i);
    }
    shared.take([&](uint32_t other, uint32_t same) {
      const size_t shorter = std::min(mine.size(), all[other].size());
      const bool alike =
          mine == all[other] || (same >= kFewestShared && same >= kShareOfShorter * static_cast<double>(shorter));
      const bool repeated =
          w.tellings[other].report == w.tellings[i].report;  // said twice in one report: a headline and its sentence
      if (!alike || are_contrary(w.tellings[other], w.tellings[i]) ||
          !may_be_same_speaker(w.tellings[other], w.tellings[i]) || (repeated && mine != all[other]))
        return;
      alike_ones.join(other, i);
    });
  }
  for (const auto& [one, other] : retold(w.docs, w.words, w.tellings, w.entities)) {
    if (!are_contrary(w.tellings[one], w.tellings[other])) alike_ones.join(one, other);
  }
  return alike_ones;
}

// What stands in the reports as their own words.
ShingleIndex unspoken(const std::vector<WordSequence>& all) {
  if (all.size() == 1) return ShingleIndex(0);  // it is asked only for the words of others
  ShingleIndex index(words_in(all));
  for (uint32_t i = 0; i < all.size(); ++i) {
    const WordSequence& words = all[i];
    const auto size = static_cast<uint32_t>(words.size());
    for (uint32_t from = 0; from < size;) {
      uint32_t to = from;
      while (to < size && words.statement[to] == kNone && !words.quoted[to]) ++to;
      if (to > from) index.add(i, words, from, to);
      from = to + 1;
    }
  }
  return index;
}

// The words of an utterance in reports that credit nobody with them.
std::vector<Evidence> unattributed(const Work& w, const ShingleIndex& outside, const Telling& t,
                                   const std::vector<std::string>& attributed) {
  std::vector<Evidence> out;
  for (IndexRange range : t.words) {
    const std::vector<SharedRun> runs =
        shared_runs(outside, w.words, w.words[t.report], range.begin, range.end, t.report);
    for (size_t i = 0; i < runs.size(); ++i) {
      SharedRun run = runs[i];
      uint32_t same = run.size, end = run.begin + run.size;
      while (i + 1 < runs.size() && runs[i + 1].report == run.report && runs[i + 1].begin >= end &&
             runs[i + 1].begin <= end + 4) {
        ++i;
        same += runs[i].size;
        end = runs[i].begin + runs[i].size;
      }
      const WordSequence& words = w.words[run.report];
      uint32_t plain = 0;
      bool said = false, broken = false;
      for (uint32_t k = run.begin; k < end; ++k) {
        plain += words.plain[k];
        said |= words.statement[k] != kNone;
        broken |= words.is_break(k);
      }
      const std::string& report = w.docs[run.report]->id;
      if (said || broken || same < kFewestUnattributed || plain < 4 ||
          same < kShareUnattributed * std::min<uint32_t>(t.length, 24))
        continue;
      // What is told indirectly is the reporter's wording: a clause of it may be anybody's.
      if (t.kind == StatementKind::indirect && same < 12) continue;
      if (std::find(attributed.begin(), attributed.end(), report) != attributed.end()) continue;
      out.push_back({report, words.span(*w.docs[run.report], run.begin, end)});
    }
  }
  return out;
}

std::string entity_id(const Work& w, int32_t entity) { return entity == kNone ? "" : w.entities.entities[entity].id; }
std::string entity_name(const Work& w, int32_t entity) {
  return entity == kNone ? "" : w.entities.entities[entity].name;
}

// The entity's name; but "Kenya's foreign ministry" where a country only tells whose ministry it was.
std::string speaker_name(const Work& w, const Telling& telling) {
  if (telling.speaker == kNone) return telling.shown_name;
  const Entity& e = w.entities.entities[telling.speaker];
  const bool of_them = (e.type == EntityType::place || e.type == EntityType::group) && !telling.shown_name.empty() &&
                       telling.shown_name.find(' ') != std::string::npos && telling.shown_name != e.name &&
                       std::find(e.aliases.begin(), e.aliases.end(), telling.shown_name) == e.aliases.end();
  return of_them ? telling.shown_name : e.name;
}

Utterance to_utterance(const Work& w, const std::vector<uint32_t>& members, const std::vector<uint32_t>& rank,
                       const ShingleIndex& outside) {
  const Telling* best = &w.tellings[members.front()];
  const Telling* named = nullptr;
  for (uint32_t m : members) {
    const Telling& t = w.tellings[m];
    if (fuller(t, *best, rank)) best = &t;
    if (t.speaker != kNone && (!named || fuller(t, *named, rank))) named = &t;
  }
  if (best->speaker != kNone || !named) named = best;
  Utterance u;
  u.speaker_entity = entity_id(w, named->speaker);
  u.speaker_name = speaker_name(w, *named);
  u.kind = best->kind;
  u.content = best->content;
  u.cue = std::string(w.docs[best->report]->words(best->cue));
  u.act = best->act;
  for (uint32_t m : members) {
    const Telling& t = w.tellings[m];
    if (u.on_behalf_entity.empty() && t.on_behalf != kNone &&
        (t.speaker == named->speaker || named->speaker == kNone)) {
      u.on_behalf_entity = entity_id(w, t.on_behalf);
      u.on_behalf_name = entity_name(w, t.on_behalf);
    }
    if (u.event.empty() && t.event != kNone) u.event = w.events.events[t.event].id;
    // The narrowest date that any telling gives.
    if (t.said.known() && (!u.said.known() || days_of(u.said).contains(days_of(t.said)))) u.said = t.said;
    u.reports.push_back(w.docs[t.report]->id);
    for (uint32_t p : t.pieces) u.evidence.push_back({w.docs[t.report]->id, w.docs[t.report]->statements[p].content});
  }
  sort_unique(u.reports);
  std::sort(u.evidence.begin(), u.evidence.end());
  for (uint32_t m : members) {
    for (Evidence& e : unattributed(w, outside, w.tellings[m], u.reports))
      u.also_unattributed_in.push_back(std::move(e));
  }
  std::sort(u.also_unattributed_in.begin(), u.also_unattributed_in.end());
  // Fuller and trimmed tellings find the same place twice.
  size_t kept = 0;
  for (const Evidence& e : u.also_unattributed_in) {
    Evidence* last = kept == 0 ? nullptr : &u.also_unattributed_in[kept - 1];
    if (last && last->report == e.report && last->span.overlaps(e.span))
      last->span = cover(last->span, e.span);
    else
      u.also_unattributed_in[kept++] = e;
  }
  u.also_unattributed_in.resize(kept);
  std::vector<const Telling*> tellings;
  std::vector<const std::vector<uint64_t>*> words;
  for (uint32_t m : members) {
    tellings.push_back(&w.tellings[m]);
    words.push_back(&w.hashes[m]);
  }
  u.variants = variants_of(w.docs, tellings, words, rank);
  // The place keeps apart those of whom nothing is known but that they said the same elsewhere.
  const Evidence& place = u.evidence.front();
  u.id = content_id("q", {fold(u.content), u.speaker_entity.empty() ? fold(u.speaker_name) : u.speaker_entity,
                          place.report, std::to_string(place.span.begin)});
  return u;
}

}  // namespace

std::vector<Utterance> link_utterances(const std::vector<const Document*>& docs, const std::vector<WordSequence>& words,
                                       const EntityMap& entities, const EventMap& events) {
  Work w{docs, entities, events, words, {}, {}};
  for (uint32_t i = 0; i < docs.size(); ++i) {
    for (Telling& t : tellings_of(*docs[i], i, entities, events, w.words[i])) w.tellings.push_back(std::move(t));
  }
  for (const Telling& t : w.tellings) w.hashes.push_back(hashes_of(w, t));
  const ShingleIndex outside = unspoken(words);
  std::vector<uint32_t> rank(docs.size());
  const std::vector<uint32_t> order = by_publication(docs);
  for (uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  std::vector<Utterance> out;
  for (const auto& [first, members] : group(w).sets()) out.push_back(to_utterance(w, members, rank, outside));
  std::sort(out.begin(), out.end(), [](const Utterance& a, const Utterance& b) {
    return std::tie(a.id, a.evidence) < std::tie(b.id, b.evidence);
  });
  // One speaker's same words on two occasions that grouping kept apart have one id: one line with both.
  std::vector<Utterance> once;
  for (Utterance& u : out) {
    if (once.empty() || once.back().id != u.id) {
      once.push_back(std::move(u));
      continue;
    }
    Utterance& kept = once.back();
    kept.reports.insert(kept.reports.end(), u.reports.begin(), u.reports.end());
    kept.evidence.insert(kept.evidence.end(), u.evidence.begin(), u.evidence.end());
    sort_unique(kept.reports);
    std::sort(kept.evidence.begin(), kept.evidence.end());
    kept.variants.insert(kept.variants.end(), u.variants.begin(), u.variants.end());
  }
  return once;
}

}  // namespace dateline
