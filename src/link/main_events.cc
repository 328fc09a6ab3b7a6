#include "link/main_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "link/clusters.h"

namespace dateline {
namespace {

constexpr double kJoin = 0;           // log-odds
constexpr double kLookAlike = -1.5;   // pairs above this that stayed apart are worth a line
constexpr size_t kBlockLimit = 400;   // a word that so many reports of one neighbourhood have tells none of them apart

double at(const Measures& m, Measure measure) { return m[static_cast<size_t>(measure)]; }

double score_of(const Measures& m) {
  double score = 22 * (at(m, Measure::whole) - 0.2);
  if (at(m, Measure::gap_known) > 0) score += 1.0 - 1.6 * std::max(0.0, at(m, Measure::gap_log) - 0.7);
  return score;
}

std::string reasons(const Measures& m, double score) {
  std::string text = fmt::format("score {:.1f}: words {:.2f}, openings {:.2f}, names {:.2f}", score, at(m, Measure::whole),
                                 at(m, Measure::opening), at(m, Measure::names));
  if (at(m, Measure::copied) >= 0.1) text += fmt::format(", shared wording {:.2f}", at(m, Measure::copied));
  if (at(m, Measure::gap_known) > 0) text += fmt::format(", published {:.0f} days apart", std::expm1(at(m, Measure::gap_log)));
  return text;
}

// Pairs of reports that share a weighty word.
std::vector<std::pair<uint32_t, uint32_t>> candidates(const std::vector<Portrait>& views) {
  std::unordered_map<uint32_t, std::vector<uint32_t>> having;
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  std::vector<uint32_t> last(views.size(), UINT32_MAX);
  for (uint32_t i = 0; i < views.size(); ++i) {
    for (const auto& [hash, weight] : views[i].opening) {
      auto& list = having[hash];
      if (list.size() < kBlockLimit) {
        for (uint32_t j : list) {
          if (last[j] == i) continue;
          last[j] = i;
          pairs.emplace_back(j, i);
        }
      }
      list.push_back(i);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

MainEvents group_reports(const std::vector<const Document*>& docs, const Background& background) {
  std::vector<Portrait> views;
  views.reserve(docs.size());
  for (const Document* doc : docs) views.push_back(view(*doc, background));
  std::vector<PairScore> scores;
  std::vector<Measures> measures;
  for (const auto& [a, b] : candidates(views)) {
    const Measures m = compare(views[a], views[b]);
    const double score = std::clamp(score_of(m), kUnlike, -kUnlike);
    if (score <= kUnlike) continue;
    scores.push_back({a, b, score});
    measures.push_back(m);
  }
  const Clusters clusters = average_link(static_cast<uint32_t>(docs.size()), scores, kJoin);
  MainEvents out;
  out.of = clusters.of;
  for (size_t p = 0; p < scores.size(); ++p) {
    const PairScore& pair = scores[p];
    const bool together = out.of[pair.a] == out.of[pair.b];
    if (!together && pair.score < kLookAlike) continue;
    (together ? out.joined : out.refused).push_back({pair.a, pair.b, reasons(measures[p], pair.score)});
  }
  return out;
}

}  // namespace dateline
