#include "link/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/disjoint_sets.h"
#include "base/hash.h"
#include "base/sort_unique.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

// From here on two reports hardly give the same number by chance: if they tell of one main event or quote one person,
// and if they only name somebody in common.
constexpr double kParticularOfEvent = 10, kParticular = 100;
constexpr std::string_view kAnybody = "people";  // the attribute of a count that says nothing of whom it counts
const std::string kNowhere;

// One figure of one report.
struct Given {
  uint32_t report = 0, figure = 0;
  int32_t event = kNone;  // of the record
};

std::string number(double x) { return std::isnan(x) ? "" : fmt::format("{:.10g}", x); }

std::string squeeze(std::string_view words) {
  std::string out;
  for (char c : words) {
    if (!is_space(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class FigureLinker {
 public:
  FigureLinker(const std::vector<const Document*>& docs, const EntityMap& entities, const EventMap& events)
      : docs_(docs), entities_(entities), events_(events) {}

  std::vector<RecordFigure> link() {
    collect();
    std::vector<RecordFigure> out;
    for (const auto& [first, members] : joined().sets()) out.push_back(row(members));
    std::sort(out.begin(), out.end(), [](const RecordFigure& a, const RecordFigure& b) { return a.id < b.id; });
    return out;
  }

 private:
  const Document& doc(const Given& g) const { return *docs_[g.report]; }
  const Figure& figure(const Given& g) const { return docs_[g.report]->figures[g.figure]; }

  int32_t record_event(uint32_t report, int32_t local) const {
    return local == kNone ? kNone : events_.of[report][static_cast<size_t>(local)];
  }

  void collect() {
    for (uint32_t d = 0; d < docs_.size(); ++d) {
      for (uint32_t f = 0; f < docs_[d]->figures.size(); ++f) {
        const SectionKind kind = docs_[d]->kind_at(docs_[d]->figures[f].span.begin);
        if (kind != SectionKind::headline && kind != SectionKind::body) continue;
        given_.push_back({d, f, record_event(d, docs_[d]->figures[f].event)});
      }
    }
  }

  // What two figures must share to be compared at all.
  std::string key(const Given& g) const {
    const Figure& f = figure(g);
    std::string out = number(f.value) + "/" + number(f.min) + "/" + number(f.max);
    for (std::string_view part : {f.unit.view(), f.attribute.view()}) out += "|" + std::string(part);
    return out + "|" + fold(squeeze(doc(g).words(f.scope)));
  }

  // … or the same words instead of the same attribute: "killed 67 Israelis", "the lives of 67 Israelis".
  std::string key_by_words(const Given& g) const {
    const Figure& f = figure(g);
    if (f.counted.empty()) return {};
    return number(f.value) + "/" + number(f.min) + "/" + number(f.max) + "|" + std::string(f.unit.view()) + "|words " +
           fold(squeeze(doc(g).words(f.counted))) + "|" + fold(squeeze(doc(g).words(f.scope)));
  }

  // … or the same sum: "its bid of $4.1 billion", "the $4.1 billion takeover".
  std::string key_of_sum(const Given& g) const {
    const Figure& f = figure(g);
    if (!is_money(f.unit.view())) return {};
    return number(f.value) + "/" + number(f.min) + "/" + number(f.max) + "|" + std::string(f.unit.view()) + "|sum";
  }

  // ISO 4217's three letters, alone or "per share".
  static bool is_money(std::string_view unit) {
    return unit.size() >= 3 && std::all_of(unit.begin(), unit.begin() + 3, is_upper) &&
           (unit.size() == 3 || unit[3] == ' ');
  }

  static bool particular(const Figure& f, double least) {
    const double x = !std::isnan(f.value) ? f.value : !std::isnan(f.min) ? f.min : f.max;
    return std::abs(x) >= least || x != std::floor(x);
  }

  // Joins all figures that share a key and one context.
  DisjointSets joined() const {
    DisjointSets out(given_.size());
    std::map<std::string, uint32_t> first;
    const auto meet = [&](std::string context, uint32_t i) {
      out.join(first.try_emplace(std::move(context), i).first->second, i);
    };
    for (uint32_t i = 0; i < given_.size(); ++i) {
      const Given& g = given_[i];
      const std::string k = key(g);
      const Figure& f = figure(g);
      // In one report the same number of the same thing, said twice, is one row.
      if (!f.attribute.empty()) meet(fmt::format("{}|report {}", k, g.report), i);
      if (f.attribute.empty() && f.unit.empty()) continue;
      if (g.event != kNone) meet(fmt::format("{}|event {}", k, events_.events[static_cast<size_t>(g.event)].id), i);
      const int32_t main = events_.main_of[g.report];
      const std::string& id = main == kNone ? kNowhere : events_.events[static_cast<size_t>(main)].id;
      if (main != kNone && only_such(g)) meet(fmt::format("{}|only {}|main {}", k, key_by_words(g), id), i);
      if (!particular(f, kParticularOfEvent)) continue;
      if (main != kNone) {
        meet(fmt::format("{}|main {}", k, id), i);
        for (const std::string& other : {key_by_words(g), key_of_sum(g)}) {
          if (!other.empty()) meet(fmt::format("{}|main {}", other, id), i);
        }
      }
      if (const std::string who = speaker(g); !who.empty()) meet(fmt::format("{}|speaker {}", k, who), i);
      if (!particular(f, kParticular)) continue;
      for (const std::string& entity : entities_near(g)) meet(fmt::format("{}|entity {}", k, entity), i);
    }
    return out;
  }

  // Whether the report counts such things once: "two bottles", and no other number of bottles. Not of people, whom all
  // reports count, nor of "the two companies", which need not be the same two.
  bool only_such(const Given& g) const {
    const Figure& f = figure(g);
    if (f.counted.empty() || f.definite || f.attribute.view() == kAnybody) return false;
    return std::all_of(doc(g).figures.begin(), doc(g).figures.end(), [&](const Figure& other) {
      return other.attribute.view() != f.attribute.view() || other.unit.view() != f.unit.view() ||
             (number(other.value) == number(f.value) && number(other.min) == number(f.min) &&
              number(other.max) == number(f.max));
    });
  }

  // Ids of the entities named in the figure's sentence.
  std::set<std::string> entities_near(const Given& g) const {
    std::set<std::string> out;
    const int32_t s = doc(g).sentence_at(figure(g).span.begin);
    if (s == kNone) return out;
    const Span sentence = doc(g).sentences[static_cast<size_t>(s)].span;
    const auto& mentions = doc(g).mentions;
    auto m = std::partition_point(mentions.begin(), mentions.end(),
                                  [&](const Mention& x) { return x.span.begin < sentence.begin; });
    for (; m != mentions.end() && m->span.begin < sentence.end; ++m) {
      if (m->form != MentionForm::name || m->entity == kNone) continue;
      const int32_t of = entities_.of[g.report][static_cast<size_t>(m->entity)];
      if (of != kNone) out.insert(entities_.entities[static_cast<size_t>(of)].id);
    }
    return out;
  }

  std::string speaker(const Given& g) const {
    const int32_t s = figure(g).statement;
    if (s == kNone) return {};
    const int32_t local = doc(g).statements[static_cast<size_t>(s)].speaker_entity;
    if (local == kNone) return {};
    const int32_t of = entities_.of[g.report][static_cast<size_t>(local)];
    return of == kNone ? std::string() : entities_.entities[static_cast<size_t>(of)].id;
  }

  // "police officers"; "disappearances found alive"; "dead".
  std::string counted(const Given& g) const {
    const Figure& f = figure(g);
    std::string out = squeeze(doc(g).words(f.counted));
    const std::string narrow = squeeze(doc(g).words(f.restriction));
    if (!narrow.empty()) out += (out.empty() ? "" : " ") + narrow;
    return out;
  }

  // The words of the report that carry the figure: with what it counts, if that stands close behind.
  static Span evidence(const Figure& f) {
    Span out = f.span;
    for (Span part : {f.counted, f.restriction}) {
      if (!part.empty() && part.begin >= out.end && part.begin - out.end < 40) out = cover(out, part);
    }
    return out;
  }

  RecordFigure row(const std::vector<uint32_t>& members) const {
    const Figure& f = figure(given_[members.front()]);
    RecordFigure out;
    out.value = f.value;
    out.min = f.min;
    out.max = f.max;
    out.unit = f.unit;
    out.attribute = f.attribute.view();
    out.change = f.change;
    out.vague = f.vague;
    out.approximate = true;
    out.scope = fold(squeeze(doc(given_[members.front()]).words(f.scope)));
    std::map<std::string, uint32_t> words, narrow, event_votes;
    std::set<std::string> reports, speakers;
    std::set<Edtf> as_of;
    for (uint32_t i : members) {
      const Given& g = given_[i];
      // "At least 12 dead" in a headline says less than "at least 12 people were killed".
      if (std::string w = counted(g); !w.empty()) ++(figure(g).counted.empty() ? narrow : words)[w];
      if (g.event != kNone) ++event_votes[events_.events[static_cast<size_t>(g.event)].id];
      reports.insert(doc(g).id);
      if (std::string s = speaker(g); !s.empty()) speakers.insert(s);
      if (figure(g).time != kNone && doc(g).times[static_cast<size_t>(figure(g).time)].edtf.known()) {
        as_of.insert(doc(g).times[static_cast<size_t>(figure(g).time)].edtf);
      }
      out.approximate = out.approximate && figure(g).approximate;
      out.evidence.push_back({doc(g).id, evidence(figure(g))});
    }
    out.counted = most(words.empty() ? narrow : words);
    out.event = most(event_votes);
    if (speakers.size() == 1) out.speaker = *speakers.begin();
    if (as_of.size() == 1) out.as_of = *as_of.begin();
    out.reports.assign(reports.begin(), reports.end());
    sort_unique(out.evidence);
    // The place of its first evidence keeps apart two rows that say the same of different things.
    const Evidence& place = out.evidence.front();
    out.id = content_id("f", {number(out.value), number(out.min), number(out.max), out.unit.view(), out.attribute,
                              out.scope, place.report, std::to_string(place.span.begin)});
    return out;
  }

  static std::string most(const std::map<std::string, uint32_t>& votes) {
    std::string best;
    uint32_t n = 0;
    for (const auto& [word, count] : votes) {
      if (count > n) best = word, n = count;
    }
    return best;
  }

  const std::vector<const Document*>& docs_;
  const EntityMap& entities_;
  const EventMap& events_;
  std::vector<Given> given_;
};

}  // namespace

std::vector<RecordFigure> link_figures(const std::vector<const Document*>& docs, const EntityMap& entities,
                                       const EventMap& events) {
  return FigureLinker(docs, entities, events).link();
}

}  // namespace dateline
