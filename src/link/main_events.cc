#include "link/main_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/parallel.h"
#include "link/clusters.h"
#include "link/contrast.h"

namespace dateline {
namespace {

constexpr double kJoin = 0;          // log-odds
constexpr double kSure = 8;          // no pair counts for more; below, the stronger of two sure ones is joined first
constexpr double kLookAlike = -0.7;  // pairs above this that stayed apart are worth a line

double at(const Measures& m, Measure measure) { return m[static_cast<size_t>(measure)]; }

std::string reasons(const Measures& m, double score) {
  std::string text = fmt::format("score {:.1f}: words {:.2f}, openings {:.2f}, names {:.2f}", score,
                                 at(m, Measure::whole), at(m, Measure::opening), at(m, Measure::names));
  if (at(m, Measure::copied) >= 0.1) text += fmt::format(", shared wording {:.2f}", at(m, Measure::copied));
  if (at(m, Measure::series) > 0) text += ", one of a series each";
  if (at(m, Measure::another) > 0) text += ", one tells of another one";
  if (at(m, Measure::type_opposed) > 0) text += ", acts that hardly go together";
  if (at(m, Measure::same_act) > 0) text += ", the same between the same";
  if (at(m, Measure::told_other) > 0) text += ", told of other days";
  if (at(m, Measure::gap_known) > 0)
    text += fmt::format(", published {:.0f} days apart", std::expm1(at(m, Measure::gap_log)));
  return text;
}

std::vector<Portrait> portray_all(const std::vector<const Document*>& docs, const Yardstick& yardstick, int jobs) {
  if (docs.size() < 2) return {};  // most reports stand alone
  std::vector<Portrait> portraits(docs.size());
  parallel_for(docs.size(), jobs, [&](size_t i) { portraits[i] = yardstick.view(*docs[i]); });
  return portraits;
}

std::vector<PairScore> weigh_all(const std::vector<ComparedPair>& pairs, const Yardstick& yardstick) {
  std::vector<PairScore> scores;
  for (const ComparedPair& pair : pairs) {
    scores.push_back({pair.a, pair.b, std::clamp(yardstick.weigh(pair.measures), kUnlike, kSure)});
  }
  return scores;
}

// What sets the groups of two reports apart, each pair of groups looked at once.
class GroupContrast {
 public:
  GroupContrast(const Contrast& contrast, const std::vector<uint32_t>& of)
      : contrast_(contrast), of_(of), members_(of.size()) {
    for (uint32_t i = 0; i < of.size(); ++i) members_[of[i]].push_back(i);
  }

  double of(uint32_t a, uint32_t b) {
    const std::pair<uint32_t, uint32_t> groups = std::minmax(of_[a], of_[b]);
    const auto [at, fresh] = known_.try_emplace(groups, 0);
    if (fresh) at->second = contrast_.between(members_[groups.first], members_[groups.second]);
    return at->second;
  }

 private:
  const Contrast& contrast_;
  const std::vector<uint32_t>& of_;
  std::vector<std::vector<uint32_t>> members_;  // per first report of a group
  std::map<std::pair<uint32_t, uint32_t>, double> known_;
};

}  // namespace

double MainEvents::likeness(uint32_t a, uint32_t b) const {
  if (a == b) return 1;
  const std::pair<uint32_t, uint32_t> key = std::minmax(a, b);
  const auto at = std::lower_bound(alike.begin(), alike.end(), key,
                                   [](const PairScore& p, const auto& k) { return std::pair(p.a, p.b) < k; });
  return at != alike.end() && std::pair(at->a, at->b) == key ? at->score : 0;
}

MainEvents group_reports(const std::vector<const Document*>& docs, const Yardstick& yardstick, int jobs) {
  const std::vector<Portrait> portraits = portray_all(docs, yardstick, jobs);
  const std::vector<ComparedPair> pairs = compare_all(portraits, yardstick, jobs);
  const std::vector<PairScore> scores = weigh_all(pairs, yardstick);
  const Contrast contrast(portraits);
  const ItemClusters clusters = average_link(static_cast<uint32_t>(docs.size()), scores, kJoin,
                                             [&](auto a, auto b) { return contrast.between(a, b); });
  MainEvents out;
  out.of = clusters.of;
  for (const ComparedPair& pair : pairs) out.alike.push_back({pair.a, pair.b, at(pair.measures, Measure::whole)});
  GroupContrast groups(contrast, out.of);
  for (size_t p = 0; p < scores.size(); ++p) {
    const PairScore& pair = scores[p];
    const double probability = 1 / (1 + std::exp(-pair.score));
    if (probability > 0.1) out.likely.push_back({pair.a, pair.b, probability});
    const bool together = out.of[pair.a] == out.of[pair.b];
    if (!together && pair.score < kLookAlike) continue;
    std::string why = reasons(pairs[p].measures, pair.score);
    if (!together && groups.of(pair.a, pair.b) > 0) why += ", their groups have words of their own each";
    (together ? out.joined : out.refused).push_back({pair.a, pair.b, std::move(why)});
  }
  return out;
}

}  // namespace dateline
