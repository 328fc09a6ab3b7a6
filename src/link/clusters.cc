#include "link/clusters.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace dateline {
namespace {

struct Link {
  uint32_t to = 0;      // another cluster, by its smallest item
  double sum = 0;       // of the scores of listed pairs
  uint32_t listed = 0;  // how many those are
};

using Links = std::vector<Link>;  // sorted by `to`

Links::iterator place_of(Links& links, uint32_t to) {
  return std::lower_bound(links.begin(), links.end(), to, [](const Link& link, uint32_t x) { return link.to < x; });
}

void erase(Links& links, uint32_t to) {
  if (const auto at = place_of(links, to); at != links.end() && at->to == to) links.erase(at);
}

void put(Links& links, const Link& link) {
  if (const auto at = place_of(links, link.to); at != links.end() && at->to == link.to)
    *at = link;
  else
    links.insert(at, link);
}

// All links of two clusters, but those to each other.
Links joined(const Links& a, const Links& b, uint32_t item_a, uint32_t item_b) {
  Links out;
  out.reserve(a.size() + b.size());
  for (auto x = a.begin(), y = b.begin(); x != a.end() || y != b.end();) {
    const bool from_a = y == b.end() || (x != a.end() && x->to <= y->to);
    const bool both = from_a && y != b.end() && x->to == y->to;
    Link link = from_a ? *x++ : *y;
    if (!from_a || both) {
      if (both) link.sum += y->sum, link.listed += y->listed;
      ++y;
    }
    if (link.to != item_a && link.to != item_b) out.push_back(link);
  }
  return out;
}

// The clusters on their way, each under its smallest item, with the best partner of each among those after it.
class Linkage {
 public:
  Linkage(uint32_t items, const std::vector<PairScore>& pairs, double threshold, const Objection& objection)
      : threshold_(threshold), objection_(objection), members_(items), links_(items), best_(items) {
    for (uint32_t i = 0; i < items; ++i) members_[i] = {i};
    for (const PairScore& pair : pairs) {
      links_[pair.a].push_back({pair.b, pair.score, 1});
      links_[pair.b].push_back({pair.a, pair.score, 1});
    }
    for (Links& links : links_)
      std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) { return x.to < y.to; });
    while (first_leaf_ < items) first_leaf_ *= 2;
    winners_.assign(2 * first_leaf_, items);
    for (uint32_t i = 0; i < items; ++i) renew(i);
  }

  // The best pair left, if it is above the threshold.
  std::optional<Join> next() const {
    const uint32_t i = winners_[1];
    if (i == best_.size() || !(best_[i].score > threshold_)) return std::nullopt;
    return Join{i, best_[i].partner, best_[i].score};
  }

  void join(uint32_t kept, uint32_t gone) {
    links_[kept] = joined(links_[kept], links_[gone], kept, gone);
    for (const Link& link : links_[gone]) erase(links_[link.to], gone);
    links_[gone].clear();
    set_best(gone, {});
    members_[kept].insert(members_[kept].end(), members_[gone].begin(), members_[gone].end());
    renew(kept);
    for (const Link& link : links_[kept]) {
      put(links_[link.to], {kept, link.sum, link.listed});
      if (link.to < gone) renew_beside(link, kept, gone);
    }
  }

  const std::vector<std::vector<uint32_t>>& members() const { return members_; }

 private:
  struct Best {
    double score = kUnlike;
    uint32_t partner = 0;
    bool valid = false;
  };

  // The mean over their pairs, and where that would join them, less what is to be said against it.
  double score_of(const Link& link, uint32_t i) const {
    const double pairs = static_cast<double>(members_[i].size()) * static_cast<double>(members_[link.to].size());
    const double mean = (link.sum + kUnlike * (pairs - link.listed)) / pairs;
    return objection_ && mean > threshold_ ? mean - objection_(members_[i], members_[link.to]) : mean;
  }

  void renew(uint32_t i) {
    Best best;
    for (auto it = place_of(links_[i], i + 1); it != links_[i].end(); ++it) {
      const double score = score_of(*it, i);
      if (!best.valid || score > best.score) best = {score, it->to, true};
    }
    set_best(i, best);
  }

  // Of two clusters the one with the better partner, of equal ones the first; past the last: none.
  uint32_t better(uint32_t i, uint32_t j) const {
    if (i == best_.size() || j == best_.size()) return std::min(i, j);
    return best_[j].score > best_[i].score ? j : i;
  }

  void set_best(uint32_t i, const Best& best) {
    best_[i] = best;
    size_t at = first_leaf_ + i;
    winners_[at] = best.valid ? i : static_cast<uint32_t>(best_.size());
    for (at /= 2; at > 0; at /= 2) winners_[at] = better(winners_[2 * at], winners_[2 * at + 1]);
  }

  // After a join, of a cluster linked to it: only what it has with the two that were joined is other than before.
  void renew_beside(const Link& link, uint32_t kept, uint32_t gone) {
    const Best best = best_[link.to];
    if (best.valid && (best.partner == kept || best.partner == gone)) return renew(link.to);
    if (kept < link.to) return;
    const double score = score_of({kept, link.sum, link.listed}, link.to);
    if (!best.valid || score > best.score || (score == best.score && kept < best.partner))
      set_best(link.to, {score, kept, true});
  }

  double threshold_;
  const Objection& objection_;
  std::vector<std::vector<uint32_t>> members_;
  std::vector<Links> links_;
  std::vector<Best> best_;
  // A knock-out of all clusters by their best partners: [1] has won, [n] the better of [2n] and [2n + 1].
  std::vector<uint32_t> winners_;
  size_t first_leaf_ = 1;
};

}  // namespace

ItemClusters average_link(uint32_t items, const std::vector<PairScore>& pairs, double threshold,
                          const Objection& objection) {
  Linkage linkage(items, pairs, threshold, objection);
  ItemClusters out;
  while (const std::optional<Join> join = linkage.next()) {
    out.joins.push_back(*join);
    linkage.join(join->a, join->b);
  }
  out.of.resize(items);
  std::iota(out.of.begin(), out.of.end(), 0u);
  for (uint32_t i = 0; i < items; ++i) {
    for (uint32_t item : linkage.members()[i]) out.of[item] = std::min(out.of[item], i);
  }
  return out;
}

}  // namespace dateline
