#include "link/clusters.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace dateline {
namespace {

struct Link {
  double sum = 0;       // of the scores of listed pairs
  uint32_t listed = 0;  // how many those are
};

struct Cluster {
  std::vector<uint32_t> items;
  std::map<uint32_t, Link> links;  // to other clusters, by their smallest item
};

double mean(const Link& link, size_t a, size_t b) {
  const double pairs = static_cast<double>(a) * static_cast<double>(b);
  return (link.sum + kUnlike * (pairs - link.listed)) / pairs;
}

}  // namespace

ItemClusters average_link(uint32_t items, const std::vector<PairScore>& pairs, double threshold) {
  std::vector<Cluster> clusters(items);
  for (uint32_t i = 0; i < items; ++i) clusters[i].items = {i};
  for (const PairScore& pair : pairs) {
    clusters[pair.a].links[pair.b] = {pair.score, 1};
    clusters[pair.b].links[pair.a] = {pair.score, 1};
  }
  // The best partner of each cluster among those after it; renewed where a join touched it.
  struct Best {
    double score = kUnlike;
    uint32_t partner = 0;
    bool valid = false;
  };
  std::vector<Best> best(items);
  auto renew = [&](uint32_t i) {
    best[i] = {};
    for (auto it = clusters[i].links.upper_bound(i); it != clusters[i].links.end(); ++it) {
      const double score = mean(it->second, clusters[i].items.size(), clusters[it->first].items.size());
      if (!best[i].valid || score > best[i].score) best[i] = {score, it->first, true};
    }
  };
  for (uint32_t i = 0; i < items; ++i) renew(i);
  ItemClusters out;
  while (true) {
    uint32_t at = items;
    for (uint32_t i = 0; i < items; ++i) {
      if (best[i].valid && best[i].score > threshold && (at == items || best[i].score > best[at].score)) at = i;
    }
    if (at == items) break;
    const uint32_t other = best[at].partner;
    out.joins.push_back({at, other, best[at].score});
    std::map<uint32_t, Link> gone = std::move(clusters[other].links);
    clusters[other].links.clear();
    best[other] = {};
    auto& kept = clusters[at];
    kept.items.insert(kept.items.end(), clusters[other].items.begin(), clusters[other].items.end());
    kept.links.erase(other);
    for (const auto& [third, link] : gone) {
      if (third == at) continue;
      Link& sum = kept.links[third];
      sum.sum += link.sum;
      sum.listed += link.listed;
      clusters[third].links.erase(other);
    }
    for (const auto& [third, link] : kept.links) clusters[third].links[at] = link;
    renew(at);
    for (const auto& [third, link] : kept.links) {
      if (third < other) renew(third);
    }
    for (const auto& [third, link] : gone) {
      if (third != at && third < other) renew(third);
    }
  }
  out.of.resize(items);
  std::iota(out.of.begin(), out.of.end(), 0u);
  for (uint32_t i = 0; i < items; ++i) {
    for (uint32_t item : clusters[i].items) out.of[item] = std::min(out.of[item], i);
  }
  return out;
}

}  // namespace dateline
