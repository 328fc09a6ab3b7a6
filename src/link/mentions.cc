#include "link/mentions.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/hash.h"
#include "link/clusters.h"

namespace dateline {
namespace {

constexpr double kApart = -100;  // decided already, whatever the mean says
constexpr double kJoin = 0;
constexpr Day kPrecise = 3;          // a `when` of at most so many days tells events apart
constexpr size_t kBlockLimit = 300;  // items that share a block; larger blocks tell nothing
constexpr size_t kBest = 3;          // of a main event's mentions, so many speak for it

// One mention that may be an event of the record.
struct Node {
  uint32_t report = 0;
  uint32_t mention = 0;
  const EventMention* event = nullptr;
  bool main = false;  // the report's main event, or another mention of it
  bool headline = false;
  bool definite = false;  // "the quake": one that is known already
  DayRange when, published;
  std::vector<int32_t> entities;  // of the record, sorted
  int32_t place = kNone;
  std::string_view lemma;
  const TermVector* sentence = nullptr;
  uint32_t wording = 0;  // trigger and the two rarest words of its sentence: the same in copied text
  Marks marks;
};

bool is_open(EventStatus status) {
  return status == EventStatus::planned || status == EventStatus::called_for || status == EventStatus::conditional;
}

bool usable(const Document& doc, uint32_t j, const Marks& marks) {
  const EventMention& event = doc.events[j];
  if (doc.main_event == static_cast<int32_t>(j)) return true;
  const SectionKind kind = doc.kind_at(event.span.begin);
  if (kind != SectionKind::headline && kind != SectionKind::body) return false;
  return !event.participants.empty() || event.when.known() || marks.turn != 0;
}

// Whether a noun that tells of an event has "the" or "that" before it.
bool is_definite(const Document& doc, const EventMention& event) {
  if (event.token >= doc.tokens.size() || event.sentence >= doc.sentences.size()) return false;
  const uint32_t begin = doc.sentences[event.sentence].tokens.begin;
  for (uint32_t t = event.token; t > begin && t + 5 > event.token;) {
    const Token& token = doc.tokens[--t];
    if (token.upos == Upos::DET) {
      const std::string_view word = doc.words(token);
      return word == "the" || word == "The" || word == "that" || word == "That" || word == "this" || word == "This";
    }
    if (token.upos != Upos::ADJ && token.upos != Upos::NOUN && token.upos != Upos::NUM && token.upos != Upos::PROPN &&
        token.upos != Upos::PUNCT)
      return false;
  }
  return false;
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

uint32_t wording_of(const TermVector& sentence, std::string_view lemma) {
  if (sentence.size() < 4) return 0;
  std::array<std::pair<float, uint32_t>, 2> rarest{};
  for (const auto& [hash, weight] : sentence) {
    std::pair<float, uint32_t> term{weight, hash};
    for (auto& kept : rarest) {
      if (term > kept) std::swap(term, kept);
    }
  }
  return static_cast<uint32_t>(hash64(lemma)) ^ rarest[0].second ^ (rarest[1].second * 31);
}

size_t shared(const std::vector<int32_t>& a, const std::vector<int32_t>& b) {
  size_t n = 0;
  for (int32_t x : a) n += std::binary_search(b.begin(), b.end(), x);
  return n;
}

bool precise(DayRange days) { return days.bounded() && days.last - days.first < kPrecise; }

bool to_a_week(DayRange days) { return days.bounded() && days.last - days.first < 8; }

// "sign" and "signing", "shell" and "shelling".
bool one_root(std::string_view a, std::string_view b) {
  const size_t least = std::min(a.size(), b.size());
  size_t same = 0;
  while (same < least && a[same] == b[same]) ++same;
  return same >= 4 && same + 1 >= least;
}

// The days that surely lie between two publications.
double days_between(DayRange a, DayRange b) {
  if (!a.bounded() || !b.bounded() || a.overlaps(b)) return 0;
  return static_cast<double>(a.last < b.first ? int64_t{b.first} - a.last : int64_t{a.first} - b.last);
}

// A dated mention against one without a date: what is told as done was done before the report; its news shortly before.
double beside_news(const Node& dated, const Node& other) {
  if (!other.published.bounded() || is_open(other.event->status)) return 0;
  if (dated.when.first > other.published.last) return -6;
  if (!other.main) return 0;
  const double gap = days_between(dated.when, other.published);
  return gap <= 7 ? 0.4 : gap > 30 ? -1 : 0;
}

double score_of(const Node& a, const Node& b, const MainEvents& main) {
  if (is_open(a.event->status) != is_open(b.event->status)) return kUnlike;
  double score = -3.2;
  if (a.event->type == b.event->type) score += 1.0;
  if (!a.event->mode.empty() && !b.event->mode.empty() && a.event->mode != b.event->mode) score -= 1.5;
  if ((a.event->status == EventStatus::denied) != (b.event->status == EventStatus::denied)) score -= 2.5;
  if (!a.lemma.empty()) score += a.lemma == b.lemma ? 0.7 : one_root(a.lemma, b.lemma) ? 0.5 : 0;
  score += 4 * cosine(*a.sentence, *b.sentence);
  const size_t least = std::min(a.entities.size(), b.entities.size());
  if (least > 0) score += 2.0 * static_cast<double>(shared(a.entities, b.entities)) / static_cast<double>(least) - 0.3;
  if (a.place != kNone && a.place == b.place) score += 0.5;
  if (a.when.bounded() && b.when.bounded()) {
    if (!a.when.overlaps(b.when)) {
      score -= 6;
    } else if ((precise(a.when) && precise(b.when)) || a.when == b.when) {
      score += 1.5;
    } else if (to_a_week(a.when) && to_a_week(b.when)) {
      score += 0.8;
    }
  } else if (a.when.bounded() || b.when.bounded()) {
    score += a.when.bounded() ? beside_news(a, b) : beside_news(b, a);
  } else {
    // What neither dates is hardly one event in news of different weeks.
    score -= std::min(1.5, days_between(a.published, b.published) / 14);
  }
  if (contradict(a.marks, b.marks)) score -= 6;
  // "The second quake" of two reports on one story; beside a report that counts none it is hardly the same.
  if (same_turn(a.marks, b.marks)) score += 2 + 1.5 * main.likeness(a.report, b.report);
  if (is_further(a.marks.turn) != is_further(b.marks.turn)) score -= 1;
  if (a.marks.turn == 1 || b.marks.turn == 1) score += 1.5 + 2 * main.likeness(a.report, b.report);
  return score;
}

// Whether a mention tells of its report's main event once more: the same kind of act, nobody new, no other day.
// It then follows the verdict on the reports, so that "the call" of one report never joins another report's call.
bool echoes(const Node& node, const Node& main) {
  if (node.event->type != main.event->type || is_open(node.event->status) != is_open(main.event->status)) return false;
  if (node.event->mode != main.event->mode) return false;
  if (node.when.bounded() && main.when.bounded() && !node.when.overlaps(main.when)) return false;
  if (contradict(node.marks, main.marks) || node.marks.turn == kOneBefore) return false;
  if (is_further(node.marks.turn) != is_further(main.marks.turn) && node.marks.turn != 0) return false;
  // "The cease-fire brokered by the United States": the one that is news, whoever else is named beside it.
  if (node.definite && !node.event->mode.empty()) return true;
  if (node.headline || node.entities.empty()) return node.headline || node.definite || !node.event->mode.empty();
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

// A country and its people ("Kenya", "the Kenyan government") act as one: the first entity of the same gazetteer row.
std::vector<int32_t> parties_of(const EntityMap& entities) {
  std::vector<int32_t> out;
  std::map<std::string_view, int32_t> first;
  for (size_t e = 0; e < entities.entities.size(); ++e) {
    const auto index = static_cast<int32_t>(e);
    const std::string& row = entities.entities[e].gazetteer;
    out.push_back(row.empty() ? index : first.try_emplace(row, index).first->second);
  }
  return out;
}

// What is clustered: the main event of a group of reports with all its mentions, or one other mention.
struct Item {
  std::vector<uint32_t> nodes;
  bool main = false;
};

// A main event speaks through those of its mentions that are most like the other item.
double score_of(const Item& a, const Item& b, const std::vector<Node>& nodes, const MainEvents& main) {
  std::array<double, kBest> best;
  best.fill(-1e9);
  for (uint32_t x : a.nodes) {
    for (uint32_t y : b.nodes) {
      double score = score_of(nodes[x], nodes[y], main);
      for (double& kept : best) {
        if (score > kept) std::swap(score, kept);
      }
    }
  }
  const size_t count = std::min(kBest, a.nodes.size() * b.nodes.size());
  double sum = 0;
  for (size_t i = 0; i < count; ++i) sum += best[i];
  return sum / static_cast<double>(count);
}

std::vector<Item> items_of(const std::vector<Node>& nodes, const MainEvents& main) {
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

// Only items of one type that share a participant or a place or a day, or that are counted, are compared; two main
// events are two.
std::vector<PairScore> pairs_of(const std::vector<Item>& items, const std::vector<Node>& nodes) {
  constexpr int64_t kCounted = -2, kDays = -1000000;
  const auto week_of = [](Day day) { return (int64_t{day} + 7000000) / 7; };
  std::map<std::pair<Label, int64_t>, std::vector<uint32_t>> blocks;
  for (uint32_t i = 0; i < items.size(); ++i) {
    auto enter = [&](Label type, int64_t key) {
      std::vector<uint32_t>& block = blocks[{type, key}];
      if (block.empty() || block.back() != i) block.push_back(i);
    };
    for (uint32_t n : items[i].nodes) {
      const Node& node = nodes[n];
      for (int32_t entity : node.entities) enter(node.event->type, entity);
      if (node.place != kNone) enter(node.event->type, node.place);
      // A day or a week by its number; a longer stretch by its ends.
      if (to_a_week(node.when)) {
        for (int64_t week = week_of(node.when.first); week <= week_of(node.when.last); ++week)
          enter(node.event->type, kDays - week);
      } else if (node.when.bounded()) {
        enter(node.event->type, 2 * kDays - int64_t{node.when.first} * 100000 - node.when.last % 100000);
      }
      if (node.wording != 0) enter(node.event->type, 4 * kDays * kDays + node.wording);
      if (items[i].main || node.marks.turn != 0) enter(node.event->type, kCounted);
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
  const std::vector<int32_t> parties = parties_of(entities);
  std::vector<Node> nodes;
  std::map<std::pair<uint32_t, uint32_t>, TermVector> sentences;
  for (uint32_t i = 0; i < docs.size(); ++i) {
    const Document& doc = *docs[i];
    out.of.emplace_back(doc.events.size(), kNone);
    std::vector<Marks> marks = yardstick.marks().read(doc);
    for (uint32_t j = 0; j < doc.events.size(); ++j) {
      if (!usable(doc, j, marks[j])) continue;
      const EventMention& event = doc.events[j];
      Node node;
      node.report = i;
      node.mention = j;
      node.event = &event;
      node.main = doc.main_event == static_cast<int32_t>(j);
      node.headline = doc.kind_at(event.span.begin) == SectionKind::headline;
      node.definite = is_definite(doc, event);
      node.when = days_of(event.when);
      node.published = days_of(doc.published.value);
      node.marks = std::move(marks[j]);
      auto record_entity = [&](int32_t local) {
        const int32_t e = local == kNone ? kNone : entities.of[i][static_cast<size_t>(local)];
        return e == kNone ? kNone : parties[static_cast<size_t>(e)];
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
      node.wording = wording_of(*node.sentence, node.lemma);
      nodes.push_back(std::move(node));
    }
  }

  mark_echoes(nodes);
  const std::vector<Item> items = items_of(nodes, main);
  std::vector<PairScore> pairs = pairs_of(items, nodes);
  for (PairScore& pair : pairs) {
    if (pair.score != kApart) pair.score = score_of(items[pair.a], items[pair.b], nodes, main);
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
  }
  return out;
}

}  // namespace dateline
