#include "link/mentions.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>

#include "link/clusters.h"
#include "link/mention_nodes.h"
#include "link/mention_reasons.h"

namespace dateline {
namespace {

constexpr double kApart = -100;  // decided already, whatever the mean says
constexpr double kJoin = 0;
constexpr double kLookAlike = -1;    // what scores less is none
constexpr size_t kBlockLimit = 300;  // items that share a block; larger blocks tell nothing
constexpr Day kWeek = 8;             // a stretch of fewer days is entered by its weeks
constexpr double kOtherDays = 4;
constexpr size_t kBest = 3;  // of a main event's mentions, so many speak for it

// What is clustered: the main event of a group of reports with all its mentions, or one other mention.
struct Item {
  std::vector<uint32_t> nodes;
  bool main = false;
};

// How like two items are, and the two mentions of different reports that are most like each other (kApart: none such).
struct Likeness {
  double score;
  ComparedMentions nearest;
};

// Whether both say when, and never so that it could be one time. A main event has its day also where it is told
// without.
bool on_other_days(const Item& a, const Item& b, const std::vector<MentionNode>& nodes) {
  if (!a.main && !b.main) return false;  // one mention each: mention_score has seen the days
  bool told = false;
  for (uint32_t x : a.nodes) {
    for (uint32_t y : b.nodes) {
      if (!nodes[x].when.bounded() || !nodes[y].when.bounded()) continue;
      if (nodes[x].when.overlaps(nodes[y].when)) return false;
      told = true;
    }
  }
  return told;
}

// A main event speaks through those of its mentions that are most like the other item.
Likeness liken(const Item& a, const Item& b, const std::vector<MentionNode>& nodes, const MainEvents& main) {
  Likeness out;
  out.nearest.score = kApart;
  std::array<double, kBest> best;
  best.fill(-1e9);
  for (uint32_t x : a.nodes) {
    for (uint32_t y : b.nodes) {
      double score = mention_score(nodes[x], nodes[y], main);
      if (score > out.nearest.score && nodes[x].report != nodes[y].report) out.nearest = {x, y, kNone, kNone, score};
      for (double& kept : best) {
        if (score > kept) std::swap(score, kept);
      }
    }
  }
  const size_t count = std::min(kBest, a.nodes.size() * b.nodes.size());
  out.score = std::accumulate(best.begin(), best.begin() + count, 0.0) / static_cast<double>(count);
  if (on_other_days(a, b, nodes)) out.score -= kOtherDays;
  return out;
}

std::vector<Item> items_of(const std::vector<MentionNode>& nodes, const MainEvents& main) {
  std::vector<Item> items;
  std::map<uint32_t, size_t> of_group;
  for (uint32_t n = 0; n < nodes.size(); ++n) {
    if (!nodes[n].main) {
      items.push_back({{n}, false});
      continue;
    }
    const auto [at, fresh] = of_group.try_emplace(main.of[nodes[n].report], items.size());
    if (fresh) items.push_back({{}, true});
    items[at->second].nodes.push_back(n);
  }
  return items;
}

// What two mentions may share, so that they are compared.
enum class Shared : uint8_t { entity, victim, week, stretch, wording, counted, root, alike, type };
// Of mentions of one type (none: of any), with what is shared; where the type is all, that too, so that "the attack" is
// not taken for unlike what it was never held against.
using BlockKey = std::tuple<Label, Shared, int64_t, int64_t>;

std::vector<BlockKey> blocks_of(const MentionNode& node, uint32_t group, bool main) {
  const Label type = node.event->type;
  std::vector<BlockKey> out;
  for (int32_t entity : node.entities) out.emplace_back(type, Shared::entity, entity, 0);
  if (node.place != kNone) out.emplace_back(type, Shared::entity, node.place, 0);
  if (node.victim != kNone) out.emplace_back(Label(), Shared::victim, node.victim, 0);
  // A day or a week by its number; a longer stretch by its ends.
  const auto week_of = [](Day day) { return (int64_t{day} + 7000000) / 7; };
  if (node.when.bounded() && node.when.last - node.when.first < kWeek) {
    for (int64_t week = week_of(node.when.first); week <= week_of(node.when.last); ++week)
      out.emplace_back(type, Shared::week, week, 0);
  } else if (node.when.bounded()) {
    out.emplace_back(type, Shared::stretch, node.when.first, node.when.last);
  }
  out.emplace_back(type, Shared::type, 0, 0);
  if (node.wording != 0) out.emplace_back(type, Shared::wording, node.wording, 0);
  if (main || node.marks.turn != 0) out.emplace_back(type, Shared::counted, 0, 0);
  // Words of one root or for one thing, in reports on one matter.
  if (!node.lemma.empty()) out.emplace_back(type, Shared::root, group, word_hash(node.lemma.substr(0, 4)));
  for (uint16_t row : node.alike) out.emplace_back(Label(), Shared::alike, group, row);
  return out;
}

// Only items that share a block are compared; two main events are two.
std::vector<PairScore> pairs_of(const std::vector<Item>& items, const std::vector<MentionNode>& nodes,
                                const MainEvents& main) {
  std::map<BlockKey, std::vector<uint32_t>> blocks;
  for (uint32_t i = 0; i < items.size(); ++i) {
    for (uint32_t n : items[i].nodes) {
      for (const BlockKey& key : blocks_of(nodes[n], main.of[nodes[n].report], items[i].main)) {
        std::vector<uint32_t>& block = blocks[key];
        if (block.empty() || block.back() != i) block.push_back(i);
      }
    }
  }
  std::vector<PairScore> pairs;
  auto put = [&](uint32_t x, uint32_t y) {
    const bool both = items[x].main && items[y].main;
    pairs.push_back({std::min(x, y), std::max(x, y), both ? kApart : 0});
  };
  for (const auto& [key, block] : blocks) {
    if (block.size() > kBlockLimit) continue;
    for (size_t x = 0; x < block.size(); ++x) {
      for (size_t y = x + 1; y < block.size(); ++y) put(block[x], block[y]);
    }
  }
  std::vector<uint32_t> main_items;
  for (uint32_t i = 0; i < items.size(); ++i) {
    if (items[i].main) main_items.push_back(i);
  }
  for (size_t x = 0; x < main_items.size(); ++x) {
    for (size_t y = x + 1; y < main_items.size(); ++y) put(main_items[x], main_items[y]);
  }
  auto less = [](const PairScore& p, const PairScore& q) { return std::pair(p.a, p.b) < std::pair(q.a, q.b); };
  auto same = [](const PairScore& p, const PairScore& q) { return p.a == q.a && p.b == q.b; };
  std::sort(pairs.begin(), pairs.end(), less);
  pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
  return pairs;
}

}  // namespace

MentionGroups group_mentions(const std::vector<const Document*>& docs, const EntityMap& entities,
                             const MainEvents& main, const Yardstick& yardstick) {
  MentionGroups out;
  for (const Document* doc : docs) out.of.emplace_back(doc->events.size(), kNone);
  const MentionNodes read = read_mentions(docs, entities, main, yardstick);
  const std::vector<MentionNode>& nodes = read.nodes;
  const std::vector<Item> items = items_of(nodes, main);
  std::vector<PairScore> pairs = pairs_of(items, nodes, main);
  std::vector<ComparedMentions> nearest(pairs.size());
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i].score == kApart) continue;
    const Likeness likeness = liken(items[pairs[i].a], items[pairs[i].b], nodes, main);
    pairs[i].score = likeness.score;
    nearest[i] = likeness.nearest;
  }
  const ItemClusters clusters = average_link(static_cast<uint32_t>(items.size()), pairs, kJoin);

  std::vector<uint32_t> item_of(nodes.size());
  for (uint32_t i = 0; i < items.size(); ++i) {
    for (uint32_t n : items[i].nodes) item_of[n] = i;
  }
  std::vector<int32_t> number(items.size(), kNone);
  for (uint32_t n = 0; n < nodes.size(); ++n) {
    int32_t& group = number[clusters.of[item_of[n]]];
    if (group == kNone) group = out.groups++;
    out.of[nodes[n].report][nodes[n].mention] = group;
    if (nodes[n].main) out.main_of[main.of[nodes[n].report]] = group;
  }
  std::vector<ComparedMentions> compared;
  for (size_t i = 0; i < pairs.size(); ++i) {
    const int32_t group = number[clusters.of[pairs[i].a]], other = number[clusters.of[pairs[i].b]];
    if (pairs[i].score == kApart || (group != other && pairs[i].score < kLookAlike)) continue;
    if (nearest[i].score == kApart) continue;
    compared.push_back({nearest[i].a, nearest[i].b, group, other, nearest[i].score});
  }
  out.judgements = judge_mentions(nodes, compared);
  return out;
}

}  // namespace dateline
