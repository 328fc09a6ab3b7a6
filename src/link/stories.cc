#include "link/stories.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/disjoint_sets.h"
#include "base/hash.h"
#include "base/load_shared.h"
#include "base/table.h"
#include "link/terms.h"
#include "text/utf8.h"

namespace dateline {

namespace {

constexpr double kGoesOn = 0.22;     // likeness from which one event goes on from another
constexpr double kSameMatter = 0.3;  // … from which two steps are of one commitment
constexpr double kTelling = 2.5;     // rarity of a word that leads to candidates
constexpr size_t kTooMany = 400;     // events under one word that tell too little to compare them all
constexpr int64_t kLongest = 730;    // days between an event and the one that goes on from it
constexpr size_t kLongWords = 40;    // of an evidence: more is no event's word
constexpr size_t kFewest = 3;        // events in a story

struct StepWord {
  CommitmentState state;
  std::vector<Label> types;
};

struct Point {
  TermVector terms;
  std::vector<uint32_t> telling;  // hashes of its rare words
};

bool dated(const Event& e) { return e.when.known() && days_of(e.when).bounded(); }

bool earlier(const Event& a, const Event& b) {
  const DayRange x = days_of(a.when), y = days_of(b.when);
  return std::tuple(x.first, x.last, a.id) < std::tuple(y.first, y.last, b.id);
}

std::vector<std::string> reports_of(const std::vector<const Event*>& events) {
  std::set<std::string> out;
  for (const Event* e : events) out.insert(e->reports.begin(), e->reports.end());
  return {out.begin(), out.end()};
}

// The label of the event that most reports tell of; of equals the first.
const Event& best_known(const std::vector<const Event*>& events) {
  return **std::max_element(events.begin(), events.end(), [](const Event* a, const Event* b) {
    return std::pair(a->main_in.size(), a->reports.size()) < std::pair(b->main_in.size(), b->reports.size());
  });
}

}  // namespace

struct StoryTeller::Lexicon {
  Background background;
  std::unordered_map<std::string, std::vector<StepWord>> steps;  // by folded word

  Point point(const Event& event) const {
    std::map<uint32_t, double> weights;
    std::set<uint32_t> telling;
    const auto take = [&](std::string_view text, double times) {
      for_each_word(text, [&](const Word& word) {
        const double idf = background.idf(word.folded);
        if (idf < 0.7) return;
        const auto hash = word_hash(word.folded);
        weights[hash] = std::max(weights[hash], times * idf);
        if (idf >= kTelling) telling.insert(hash);
      });
    };
    take(event.label, 1);
    for (const EventParticipant& p : event.participants) take(p.name, p.entity.empty() ? 1 : 1.3);
    take(event.place_name, 1.3);
    Point out;
    for (const auto& [hash, weight] : weights) out.terms.emplace_back(hash, static_cast<float>(weight));
    normalise(out.terms);
    out.telling.assign(telling.begin(), telling.end());
    return out;
  }

  // What step of a commitment the event is, by its own words; the words that say so go to `evidence`.
  const StepWord* step(const Event& event, const std::function<std::string_view(const Evidence&)>& words,
                       std::vector<Evidence>& evidence) const {
    const StepWord* found = nullptr;
    for (const Evidence& e : event.evidence) {
      const std::string_view text = words(e);
      if (text.size() > kLongWords) continue;
      const auto at = steps.find(fold(text));
      if (at == steps.end()) continue;
      for (const StepWord& word : at->second) {
        if (std::find(word.types.begin(), word.types.end(), event.type) == word.types.end()) continue;
        // What was told first decides; other words for the same step bear it out.
        if (found == nullptr) found = &word;
        if (found->state == word.state) evidence.push_back(e);
        break;
      }
    }
    return found;
  }
};

Result<StoryTeller> StoryTeller::load(const Resources& resources, const Background* background) {
  return load_shared(StoryTeller(), &StoryTeller::lexicon_, [&](Lexicon& x) -> Status {
    constexpr std::string_view kFile = "link/commitments.tsv";
    TRY(x.background, Background::load(resources, background));
    TRY(Table table, Table::load(resources, kFile));
    for (size_t r = 0; r < table.rows(); ++r) {
      StepWord step{};
      size_t state = 0;
      while (state < 6 && name_of(static_cast<CommitmentState>(state)) != table.cell(r, 0)) ++state;
      if (state == 6)
        return Error{ErrorCode::invalid_input, "no such state",
                     std::string(kFile) + ":" + std::to_string(table.line(r))};
      step.state = static_cast<CommitmentState>(state);
      for (std::string_view type : variants(table.cell(r, 1))) step.types.emplace_back(type);
      for (std::string_view word : variants(table.cell(r, 2))) x.steps[fold(word)].push_back(step);
    }
    return kDone;
  });
}

namespace {

// For each event the earlier ones that share two rare words with it: one name alone is no story. `events` in the order
// in which they may follow.
class Candidates {
 public:
  template <typename Take>
  void each(const Point& point, uint32_t index, Take take) {
    std::map<uint32_t, uint32_t> shared;
    for (uint32_t hash : point.telling) {
      std::vector<uint32_t>& list = by_word_[hash];
      // Of a word that everybody uses the latest only.
      const size_t from = list.size() > kTooMany ? list.size() - kTooMany : 0;
      for (size_t k = from; k < list.size(); ++k) ++shared[list[k]];
      list.push_back(index);
    }
    for (const auto& [other, words] : shared) {
      if (words >= 2) take(other);
    }
  }

 private:
  std::unordered_map<uint32_t, std::vector<uint32_t>> by_word_;
};

}  // namespace

std::vector<Story> StoryTeller::stories(const std::vector<Event>& events) const {
  std::vector<const Event*> chain;
  for (const Event& e : events) {
    if (dated(e) && e.status != EventStatus::denied) chain.push_back(&e);
  }
  std::sort(chain.begin(), chain.end(), [](const Event* a, const Event* b) { return earlier(*a, *b); });
  std::vector<Point> points;
  for (const Event* e : chain) points.push_back(lexicon_->point(*e));
  DisjointSets told_on(chain.size());
  std::vector<int64_t> after(chain.size(), -1);
  Candidates candidates;
  for (uint32_t i = 0; i < chain.size(); ++i) {
    double best = kGoesOn;
    candidates.each(points[i], i, [&](uint32_t j) {
      const int64_t gap = int64_t{days_of(chain[i]->when).first} - days_of(chain[j]->when).first;
      if (gap > kLongest) return;
      // Of two alike the nearer one, and of those the later by order.
      const double likeness = cosine(points[i].terms, points[j].terms) - 0.05 * static_cast<double>(gap) / kLongest;
      if (likeness < best) return;
      best = likeness;
      after[i] = j;
    });
    if (after[i] >= 0) told_on.join(i, static_cast<uint32_t>(after[i]));
  }
  std::vector<Story> out;
  for (const auto& [root, members] : told_on.sets()) {
    std::vector<const Event*> told;
    for (uint32_t i : members) told.push_back(chain[i]);
    if (told.size() < kFewest || days_of(told.front()->when) == days_of(told.back()->when)) continue;
    Story story;
    story.id = content_id("s", {told.front()->id});
    story.label = best_known(told).label;
    story.reports = reports_of(told);
    for (uint32_t i : members) {
      story.steps.push_back({chain[i]->id, after[i] < 0 ? "" : chain[static_cast<size_t>(after[i])]->id, chain[i]->when,
                             chain[i]->label});
    }
    out.push_back(std::move(story));
  }
  return out;  // groups are keyed by their first member, so by first day
}

std::vector<Commitment> StoryTeller::commitments(const std::vector<Event>& events,
                                                 const std::function<std::string_view(const Evidence&)>& words,
                                                 const std::map<std::string, Edtf>& published) const {
  std::vector<const Event*> steps;
  std::vector<CommitmentStep> told;
  for (const Event& e : events) {
    if (e.status != EventStatus::happened && e.status != EventStatus::planned) continue;
    CommitmentStep step;
    const StepWord* word = lexicon_->step(e, words, step.evidence);
    if (word == nullptr) continue;
    step.state = e.status == EventStatus::planned ? CommitmentState::promised : word->state;
    step.event = e.id;
    step.when = e.when;
    step.label = e.label;
    steps.push_back(&e);
    told.push_back(std::move(step));
  }
  // Dated first, by date: so that groups are named by their earliest step.
  std::vector<uint32_t> order(steps.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const bool x = dated(*steps[a]), y = dated(*steps[b]);
    return x != y ? x : x ? earlier(*steps[a], *steps[b]) : steps[a]->id < steps[b]->id;
  });
  std::vector<Point> points;
  for (uint32_t i : order) points.push_back(lexicon_->point(*steps[i]));
  DisjointSets matters(order.size());
  Candidates candidates;
  for (uint32_t i = 0; i < order.size(); ++i) {
    candidates.each(points[i], i, [&](uint32_t j) {
      if (cosine(points[i].terms, points[j].terms) >= kSameMatter) matters.join(i, j);
    });
  }
  std::vector<Commitment> out;
  for (const auto& [root, members] : matters.sets()) {
    Commitment c;
    std::vector<const Event*> own;
    std::set<std::string> by;
    bool undertaken = false;
    const CommitmentStep* last = nullptr;
    Day heard = kOpenBegin;
    for (uint32_t i : members) {
      const Event& e = *steps[order[i]];
      c.steps.push_back(told[order[i]]);
      own.push_back(&e);
      if (c.steps.back().state > CommitmentState::agreed) continue;
      undertaken = true;
      for (const EventParticipant& p : e.participants) {
        if (p.role == ParticipantRole::actor && !p.entity.empty()) by.insert(p.name);
      }
    }
    if (!undertaken) continue;
    for (const CommitmentStep& step : c.steps) {
      const bool known = step.when.known() && days_of(step.when).bounded();
      const auto rank = [](const CommitmentStep& s) {
        const bool has = s.when.known() && days_of(s.when).bounded();
        return std::tuple(has, has ? days_of(s.when).last : Day{}, s.state);
      };
      if (last == nullptr || rank(step) > rank(*last)) last = &step;
      if (known && days_of(step.when).last > heard) heard = days_of(step.when).last, c.last_heard = step.when;
    }
    c.reports = reports_of(own);
    for (const std::string& report : c.reports) {
      const auto at = published.find(report);
      if (at == published.end() || !at->second.known() || !days_of(at->second).bounded()) continue;
      if (days_of(at->second).last > heard) heard = days_of(at->second).last, c.last_heard = at->second;
    }
    c.id = content_id("m", {c.steps.front().event});
    c.label = best_known(own).label;
    c.by.assign(by.begin(), by.end());
    c.state = last->state;
    c.since = last->when;
    out.push_back(std::move(c));
  }
  std::stable_sort(out.begin(), out.end(), [](const Commitment& a, const Commitment& b) {
    const auto day = [](const Commitment& c) { return c.since.known() ? days_of(c.since).last : kOpenBegin; };
    return std::tuple(-int64_t{day(a)}, a.id) < std::tuple(-int64_t{day(b)}, b.id);
  });
  return out;
}

}  // namespace dateline
