#include "link/mentions.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/hash.h"
#include "link/clusters.h"

namespace dateline {
namespace {

constexpr double kTogether = 50, kApart = -100;  // decided already, whatever the mean says
constexpr double kJoin = 0;
constexpr Day kPrecise = 3;          // a `when` of at most so many days tells events apart
constexpr size_t kBlockLimit = 300;  // mentions that share a block; larger blocks tell nothing

// One mention that may be an event of the record.
struct Node {
  uint32_t report = 0;
  uint32_t mention = 0;
  const EventMention* event = nullptr;
  bool main = false;  // the report's main event, or another mention of it
  bool headline = false;
  DayRange when;
  std::vector<int32_t> entities;  // of the record, sorted
  int32_t place = kNone;
  std::string_view lemma;
  const TermVector* sentence = nullptr;
};

bool is_open(EventStatus status) {
  return status == EventStatus::planned || status == EventStatus::called_for || status == EventStatus::conditional;
}

bool usable(const Document& doc, uint32_t j) {
  const EventMention& event = doc.events[j];
  if (doc.main_event == static_cast<int32_t>(j)) return true;
  const SectionKind kind = doc.kind_at(event.span.begin);
  if (kind != SectionKind::headline && kind != SectionKind::body) return false;
  return !event.participants.empty() || event.when.known();
}

TermVector sentence_terms(const Document& doc, Span span, const Yardstick& yardstick) {
  TermVector terms;
  for_each_word(span.of(doc.text), [&](const Word& word) {
    const auto idf = static_cast<float>(yardstick.idf(word.folded));
    if (idf > 1) terms.emplace_back(static_cast<uint32_t>(hash64(word.folded)), idf);
  });
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  normalise(terms);
  return terms;
}

size_t shared(const std::vector<int32_t>& a, const std::vector<int32_t>& b) {
  size_t n = 0;
  for (int32_t x : a) n += std::binary_search(b.begin(), b.end(), x);
  return n;
}

bool precise(DayRange days) { return days.bounded() && days.last - days.first < kPrecise; }

double score_of(const Node& a, const Node& b, const MainEvents& main) {
  if (a.main && b.main) return main.of[a.report] == main.of[b.report] ? kTogether : kApart;
  if (is_open(a.event->status) != is_open(b.event->status)) return kUnlike;
  double score = -3.2;
  if (a.event->type == b.event->type) score += 1.0;
  if (!a.event->mode.empty() && !b.event->mode.empty() && a.event->mode != b.event->mode) score -= 1.5;
  if (!a.lemma.empty() && a.lemma == b.lemma) score += 0.7;
  score += 4 * cosine(*a.sentence, *b.sentence);
  const size_t least = std::min(a.entities.size(), b.entities.size());
  if (least > 0) score += 2.0 * static_cast<double>(shared(a.entities, b.entities)) / static_cast<double>(least) - 0.3;
  if (a.place != kNone && a.place == b.place) score += 0.5;
  if (a.when.bounded() && b.when.bounded()) {
    if (!a.when.overlaps(b.when)) {
      score -= 6;
    } else if (precise(a.when) && precise(b.when)) {
      score += 1.5;
    }
  }
  return score;
}

// Whether a mention tells of its report's main event once more: the same kind of act, nobody new, no other day.
// It then follows the verdict on the reports, so that "the call" of one report never joins another report's call.
bool echoes(const Node& node, const Node& main) {
  if (node.event->type != main.event->type || is_open(node.event->status) != is_open(main.event->status)) return false;
  if (node.event->mode != main.event->mode) return false;
  if (node.when.bounded() && main.when.bounded() && !node.when.overlaps(main.when)) return false;
  if (node.headline || node.entities.empty()) return node.headline || !node.event->mode.empty();
  return shared(node.entities, main.entities) == std::min(node.entities.size(), main.entities.size()) &&
         !main.entities.empty();
}

void mark_echoes(std::vector<Node>& nodes) {
  for (size_t begin = 0, end = 0; begin < nodes.size(); begin = end) {
    while (end < nodes.size() && nodes[end].report == nodes[begin].report) ++end;
    const auto main =
        std::find_if(nodes.begin() + static_cast<std::ptrdiff_t>(begin),
                     nodes.begin() + static_cast<std::ptrdiff_t>(end), [](const Node& n) { return n.main; });
    if (main == nodes.begin() + static_cast<std::ptrdiff_t>(end)) continue;
    const Node first = *main;
    for (size_t n = begin; n < end; ++n) nodes[n].main = nodes[n].main || echoes(nodes[n], first);
  }
}

}  // namespace

MentionGroups group_mentions(const std::vector<const Document*>& docs, const EntityMap& entities,
                             const MainEvents& main, const Yardstick& yardstick) {
  MentionGroups out;
  std::vector<Node> nodes;
  std::map<std::pair<uint32_t, uint32_t>, TermVector> sentences;
  for (uint32_t i = 0; i < docs.size(); ++i) {
    const Document& doc = *docs[i];
    out.of.emplace_back(doc.events.size(), kNone);
    for (uint32_t j = 0; j < doc.events.size(); ++j) {
      if (!usable(doc, j)) continue;
      const EventMention& event = doc.events[j];
      Node node;
      node.report = i;
      node.mention = j;
      node.event = &event;
      node.main = doc.main_event == static_cast<int32_t>(j);
      node.headline = doc.kind_at(event.span.begin) == SectionKind::headline;
      node.when = days_of(event.when);
      auto record_entity = [&](int32_t local) {
        return local == kNone ? kNone : entities.of[i][static_cast<size_t>(local)];
      };
      for (uint32_t p = event.participants.begin; p < event.participants.end; ++p) {
        if (const int32_t e = record_entity(doc.participants[p].entity); e != kNone) node.entities.push_back(e);
      }
      std::sort(node.entities.begin(), node.entities.end());
      node.entities.erase(std::unique(node.entities.begin(), node.entities.end()), node.entities.end());
      node.place = record_entity(event.place);
      if (event.token < doc.tokens.size()) node.lemma = doc.lemma(doc.tokens[event.token]);
      auto [it, fresh] = sentences.try_emplace({i, event.sentence});
      if (fresh && event.sentence < doc.sentences.size())
        it->second = sentence_terms(doc, doc.sentences[event.sentence].span, yardstick);
      node.sentence = &it->second;
      nodes.push_back(std::move(node));
    }
  }

  mark_echoes(nodes);

  // Only mentions of one type that share a participant or a place or a day, or main ones of one group, are compared.
  std::map<std::pair<Label, int64_t>, std::vector<uint32_t>> blocks;
  for (uint32_t n = 0; n < nodes.size(); ++n) {
    const Node& node = nodes[n];
    for (int32_t entity : node.entities) blocks[{node.event->type, entity}].push_back(n);
    if (node.place != kNone) blocks[{node.event->type, node.place}].push_back(n);
    if (precise(node.when)) blocks[{node.event->type, -int64_t{node.when.first} - 1000000}].push_back(n);
    if (node.main) blocks[{Label(), -1}].push_back(n);
  }
  std::vector<PairScore> pairs;
  for (const auto& [key, block] : blocks) {
    if (block.size() > kBlockLimit && key.second != -1) continue;
    for (size_t x = 0; x < block.size(); ++x) {
      for (size_t y = x + 1; y < block.size(); ++y) {
        if (block[x] == block[y]) continue;
        pairs.push_back({std::min(block[x], block[y]), std::max(block[x], block[y]), 0});
      }
    }
  }
  auto less = [](const PairScore& p, const PairScore& q) { return std::pair(p.a, p.b) < std::pair(q.a, q.b); };
  auto same = [](const PairScore& p, const PairScore& q) { return p.a == q.a && p.b == q.b; };
  std::sort(pairs.begin(), pairs.end(), less);
  pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
  for (PairScore& pair : pairs) pair.score = score_of(nodes[pair.a], nodes[pair.b], main);
  const ItemClusters clusters = average_link(static_cast<uint32_t>(nodes.size()), pairs, kJoin);

  std::vector<int32_t> number(nodes.size(), kNone);
  for (uint32_t n = 0; n < nodes.size(); ++n) {
    int32_t& group = number[clusters.of[n]];
    if (group == kNone) group = out.groups++;
    out.of[nodes[n].report][nodes[n].mention] = group;
  }
  return out;
}

}  // namespace dateline
