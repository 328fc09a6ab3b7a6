#include "link/happening_links.h"

#include <algorithm>
#include <map>

#include "base/sort_unique.h"
#include "link/clusters.h"
#include "text/tree.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr double kWorthListing = -2;  // a pair below does not bring two words together
constexpr double kAlike = 0.25;       // cosine of reports on different events that are compared at all
constexpr size_t kBlockLimit = 400;   // words of one root; of larger blocks only those with a rare word in common

using Words = std::vector<uint32_t>;  // hashes of folded words, sorted

// One happening as it is compared.
struct Node {
  uint32_t report = 0, index = 0;
  const Happening* happening = nullptr;
  int32_t event = kNone;
  bool said = false;     // the verb of a statement
  Words by, to, around;  // who does it; to whom; all that hangs on it, these among them
  uint32_t rarest = 0;   // of `around`
  const TermVector* sentence = nullptr;
};

class NodeReader {
 public:
  NodeReader(const Document& doc, const Background& background) : doc_(doc), tree_(doc), background_(background) {
    entity_.assign(doc.tokens.size(), kNone);
    for (const Mention& mention : doc.mentions) {
      for (uint32_t t = mention.tokens.begin; t < mention.tokens.end && t < entity_.size(); ++t)
        entity_[t] = mention.entity;
    }
    speaker_.assign(doc.tokens.size(), nullptr);
    for (const Statement& s : doc.statements) {
      const IndexRange cue = doc.tokens_in(s.cue);
      for (uint32_t t = cue.begin; t < cue.end; ++t) speaker_[t] = &s;
    }
  }

  void fill(Node& node) const {
    const uint32_t t = node.happening->token;
    if (const int32_t s = tree_.subject(t); s != kNone)
      add(static_cast<uint32_t>(s), tree_.is_passive(t) ? node.to : node.by);
    if (const int32_t a = tree_.agent(t); a != kNone) add(static_cast<uint32_t>(a), node.by);
    if (const int32_t o = tree_.object(t); o != kNone) add(static_cast<uint32_t>(o), node.to);
    for (uint32_t c : tree_.children(t)) {
      switch (doc_.tokens[c].deprel) {
        case Deprel::nmod_poss: add(c, node.by); break;
        case Deprel::obl:
        case Deprel::nmod:
        case Deprel::compound:
        case Deprel::amod:
        case Deprel::xcomp: add(c, node.around); break;
        default: break;
      }
    }
    // "the wounded men", "attack victims": what the word stands before.
    const Token& token = doc_.tokens[t];
    if (token.head != kNone && (token.deprel == Deprel::amod || token.deprel == Deprel::compound ||
                                token.deprel == Deprel::acl || token.deprel == Deprel::acl_relcl))
      add(static_cast<uint32_t>(token.head), node.around);
    if (const Statement* s = speaker_[t]) {
      node.said = true;
      if (s->speaker_entity != kNone) add_name(s->speaker_entity, node.by);
    }
    node.around.insert(node.around.end(), node.by.begin(), node.by.end());
    node.around.insert(node.around.end(), node.to.begin(), node.to.end());
    for (Words* words : {&node.by, &node.to, &node.around}) sort_unique(*words);
    double most = 0;
    for (uint32_t word : node.around) {
      if (background_.idf(word) > most) most = background_.idf(word), node.rarest = word;
    }
  }

 private:
  // The words of a phrase; of a pronoun, those of whom it stands for.
  void add(uint32_t head, Words& out) const {
    if (entity_[head] != kNone) add_name(entity_[head], out);
    const IndexRange phrase = tree_.noun_phrase(head, true);
    for (uint32_t t = phrase.begin; t < phrase.end; ++t) {
      const Upos u = doc_.tokens[t].upos;
      if (u == Upos::NOUN || u == Upos::PROPN || u == Upos::NUM || u == Upos::ADJ)
        out.push_back(word_hash(fold(doc_.lemma(doc_.tokens[t]))));
    }
  }
  void add_name(int32_t entity, Words& out) const {
    for_each_word(doc_.entities[static_cast<size_t>(entity)].name,
                  [&](const Word& word) { out.push_back(word_hash(word.folded)); });
  }

  const Document& doc_;
  const TreeView tree_;
  const Background& background_;
  std::vector<int32_t> entity_;            // per token: whom it names or stands for
  std::vector<const Statement*> speaker_;  // per token: the statement whose cue it is
};

struct Nodes {
  std::vector<Node> nodes;
  std::map<std::pair<uint32_t, uint32_t>, TermVector> sentences;
  std::vector<TermVector> reports;
};

Nodes read_nodes(const std::vector<HappeningSource>& sources, const Background& background) {
  Nodes out;
  for (uint32_t i = 0; i < sources.size(); ++i) {
    const HappeningSource& source = sources[i];
    const Document& doc = *source.doc;
    const NodeReader reader(doc, background);
    out.reports.push_back(term_vector(count_words(doc, background)));
    for (uint32_t j = 0; j < source.happenings.size(); ++j) {
      Node node;
      node.report = i;
      node.index = j;
      node.happening = &source.happenings[j];
      node.event = source.event[j];
      reader.fill(node);
      const auto s = static_cast<uint32_t>(doc.sentence_at(doc.tokens[node.happening->token].span.begin));
      const auto [at, fresh] = out.sentences.try_emplace({i, s});
      if (fresh) at->second = sentence_terms(doc.words(doc.sentences[s].span), background);
      node.sentence = &at->second;
      out.nodes.push_back(std::move(node));
    }
  }
  return out;
}

// Which share of the rarity of the smaller of two sets the other has; negative where one is empty.
double overlap(const Words& a, const Words& b, const Background& background) {
  if (a.empty() || b.empty()) return -1;
  const auto sum = [&](const Words& words) {
    double total = 0;
    for (uint32_t word : words) total += background.idf(word);
    return total;
  };
  double both = 0;
  for (uint32_t word : a) both += std::binary_search(b.begin(), b.end(), word) ? background.idf(word) : 0;
  return both / std::max(1e-9, std::min(sum(a), sum(b)));
}

// Whether two lists of numbers, 0 for none, have one in common.
bool share(const Meanings& a, const Meanings& b) {
  return std::any_of(a.begin(), a.end(), [&](uint16_t n) { return n && std::find(b.begin(), b.end(), n) != b.end(); });
}

// Log-odds, set by hand. `likeness` of two reports on different events, 1 of reports on one event.
double score(const Node& a, const Node& b, bool one_event, double likeness, const Background& background) {
  const bool one_root = a.happening->root == b.happening->root;
  double sum = one_root ? 1.0 : share(a.happening->rows, b.happening->rows) ? 0.6 : 0.2;
  if (!one_event) sum += 5 * likeness - 2.6;
  if (a.report == b.report) sum += 0.2;
  if (a.event != kNone && a.event == b.event) sum += 0.3;
  sum += 1.5 * (cosine(*a.sentence, *b.sentence) - 0.25);
  const double by = overlap(a.by, b.by, background), to = overlap(a.to, b.to, background);
  const double around = overlap(a.around, b.around, background);
  if (by >= 0) sum += 0.7 * by - 0.3;
  if (to >= 0) sum += 1.4 * to - 0.6;
  if (around >= 0) sum += 0.6 * (around - 0.5);
  // What is said is another saying for another speaker.
  if (one_root && a.said && b.said) sum -= 2 * (1 - std::max(by, 0.0));
  return sum;
}

class PairFinder {
 public:
  PairFinder(const std::vector<HappeningSource>& sources, const Nodes& read, const Background& background)
      : sources_(sources), read_(read), background_(background) {
    for (const TermVector& a : read.reports) {
      for (const TermVector& b : read.reports) likeness_.push_back(&a == &b ? 1 : static_cast<float>(cosine(a, b)));
    }
  }

  std::vector<PairScore> find() {
    // Words of one root, of one row of words alike, of one meaning; the last two only in reports that tell of one
    // event.
    enum Kind : uint8_t { root, row, sense };
    std::map<std::tuple<Kind, uint32_t, uint64_t>, std::vector<uint32_t>> blocks;
    for (uint32_t n = 0; n < read_.nodes.size(); ++n) {
      const Node& node = read_.nodes[n];
      const uint32_t group = sources_[node.report].group;
      blocks[{root, 0, word_hash(node.happening->root)}].push_back(n);
      for (const auto& [kind, numbers] : {std::pair(row, &node.happening->rows), {sense, &node.happening->senses}}) {
        for (const uint16_t number : *numbers) {
          if (number != 0) blocks[{kind, group, number}].push_back(n);
        }
      }
    }
    for (const auto& [key, block] : blocks) {
      if (block.size() <= kBlockLimit) {
        pair_up(block);
        continue;
      }
      std::map<uint32_t, std::vector<uint32_t>> parts;
      for (uint32_t n : block) parts[read_.nodes[n].rarest].push_back(n);
      for (const auto& [word, part] : parts) {
        if (word != 0 && part.size() <= kBlockLimit) pair_up(part);
      }
    }
    const auto key = [](const PairScore& p) { return std::pair(p.a, p.b); };
    std::sort(pairs_.begin(), pairs_.end(), [&](const auto& p, const auto& q) { return key(p) < key(q); });
    pairs_.erase(
        std::unique(pairs_.begin(), pairs_.end(), [&](const auto& p, const auto& q) { return key(p) == key(q); }),
        pairs_.end());
    return std::move(pairs_);
  }

 private:
  void pair_up(const std::vector<uint32_t>& block) {
    for (size_t x = 0; x < block.size(); ++x) {
      for (size_t y = x + 1; y < block.size(); ++y) {
        const Node &a = read_.nodes[block[x]], &b = read_.nodes[block[y]];
        const bool one_event = sources_[a.report].group == sources_[b.report].group;
        const double likeness = likeness_[a.report * sources_.size() + b.report];
        if (!one_event && (likeness < kAlike || a.happening->root != b.happening->root)) continue;
        const double sum = score(a, b, one_event, likeness, background_);
        if (sum > kWorthListing) pairs_.push_back({block[x], block[y], sum});
      }
    }
  }

  const std::vector<HappeningSource>& sources_;
  const Nodes& read_;
  const Background& background_;
  std::vector<float> likeness_;  // report by report
  std::vector<PairScore> pairs_;
};

}  // namespace

std::vector<std::vector<uint32_t>> link_happenings(const std::vector<HappeningSource>& sources,
                                                   const Background& background) {
  const Nodes read = read_nodes(sources, background);
  const std::vector<PairScore> pairs = PairFinder(sources, read, background).find();
  const ItemClusters clusters = average_link(static_cast<uint32_t>(read.nodes.size()), pairs, 0);
  std::vector<std::vector<uint32_t>> out(sources.size());
  for (size_t n = 0; n < read.nodes.size(); ++n) out[read.nodes[n].report].push_back(clusters.of[n]);
  return out;
}

}  // namespace dateline
