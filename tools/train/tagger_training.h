// Training the tagger; used by its own program and, in parts, by the parser's, which must learn from tags that are
// as wrong as they will be.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "conllu.h"
#include "perceptron.h"

namespace dateline::train {

// The pairs of tags that occur at least 3 times, in a fixed order.
inline std::vector<TagPair> tag_inventory(const std::vector<Tree>& trees) {
  std::map<TagPair, int> counts;
  for (const Tree& t : trees) {
    for (const Word& w : t.words) ++counts[w.tag];
  }
  std::vector<TagPair> out;
  for (const auto& [pair, n] : counts) {
    if (n >= 3) out.push_back(pair);
  }
  return out;
}

inline uint8_t tag_id(const std::vector<TagPair>& pairs, TagPair pair) {
  const auto at = std::lower_bound(pairs.begin(), pairs.end(), pair);
  if (at != pairs.end() && *at == pair) return static_cast<uint8_t>(at - pairs.begin());
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i].upos == pair.upos) return static_cast<uint8_t>(i);
  }
  return 0;
}

// The words that had one tag all but never anything else, as the tagger reads them.
inline std::vector<SureWord> sure_words(const std::vector<std::pair<uint32_t, uint8_t>>& tagged) {
  constexpr int kTimes = 25, kOthers = 400;  // met so often; at most one in so many tagged otherwise
  std::map<uint32_t, std::map<uint8_t, int>> counts;
  for (const auto& [exact, tag] : tagged) ++counts[exact][tag];
  std::vector<SureWord> kept;
  for (const auto& [exact, tags] : counts) {
    int all = 0, most = 0;
    uint8_t tag = 0;
    for (const auto& [t, n] : tags) {
      all += n;
      if (n > most) most = n, tag = t;
    }
    if (exact != 0 && all >= kTimes && (all - most) * kOthers <= all) kept.push_back({exact, tag});
  }
  size_t size = 2;
  while (size < kept.size() * 2) size *= 2;
  std::vector<SureWord> table(size);
  for (const SureWord& word : kept) {
    size_t at = word.exact & (size - 1);
    while (table[at].exact != 0) at = (at + 1) & (size - 1);
    table[at] = word;
  }
  return table;
}

struct TaggerExample {
  std::vector<WordForm> forms;
  std::vector<uint8_t> gold;
  int capitals;
};

inline std::vector<TaggerExample> tagger_examples(const std::vector<const Tree*>& trees,
                                                  const std::vector<TagPair>& pairs, const WordClusters& clusters) {
  std::vector<TaggerExample> examples;
  for (const Tree* t : trees) {
    TaggerExample e{forms_of(*t, clusters), {}, 0};
    for (const Word& w : t->words) e.gold.push_back(tag_id(pairs, w.tag));
    e.capitals = capital_share(e.forms.data(), static_cast<int>(e.forms.size()));
    examples.push_back(std::move(e));
  }
  return examples;
}

// Learns from one sentence; how many words it had wrong.
inline size_t learn_tags(const TaggerExample& e, const std::vector<SureWord>& sure, int classes,
                         SparseTrainer& trainer) {
  uint32_t keys[kTaggerFeatures];
  int32_t scores[kMaxTags];
  const int n = static_cast<int>(e.forms.size());
  std::vector<uint8_t> tags(e.forms.size(), kNoTag);
  size_t wrong = 0;
  for (int i = 0; i < n; ++i) {
    if (const SureWord* word = find_sure(sure, e.forms[i].exact)) {
      tags[i] = static_cast<uint8_t>(word->tag);
      continue;
    }
    const int count = tagger_features(e.forms.data(), n, i, tags.data(), e.capitals, keys);
    trainer.score(keys, count, scores);
    const int guess = best_of(scores, classes);
    trainer.step();
    if (guess != e.gold[i]) trainer.update(keys, count, e.gold[i], guess), ++wrong;
    tags[i] = static_cast<uint8_t>(guess);
  }
  return wrong;
}

// The bytes of a tagger trained on these trees: once to see which features matter, once to learn their weights when
// they are alone.
inline std::string train_tagger(const std::vector<const Tree*>& trees, const std::vector<TagPair>& pairs,
                                const WordClusters& clusters, int epochs, uint64_t seed) {
  constexpr double kScale = 12;
  constexpr int kLeast = 15;
  const auto examples = tagger_examples(trees, pairs, clusters);
  std::vector<std::pair<uint32_t, uint8_t>> tagged;
  for (const TaggerExample& e : examples) {
    for (size_t i = 0; i < e.forms.size(); ++i) tagged.emplace_back(e.forms[i].exact, e.gold[i]);
  }
  const std::vector<SureWord> sure = sure_words(tagged);
  const int classes = static_cast<int>(pairs.size());
  std::vector<uint32_t> order(examples.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  Random random(seed);
  const auto learn = [&](SparseTrainer& trainer, int times) {
    for (int epoch = 0; epoch < times; ++epoch) {
      random.shuffle(order);
      size_t wrong = 0;
      for (const uint32_t at : order) wrong += learn_tags(examples[at], sure, classes, trainer);
      fmt::print(stderr, "tagger epoch {}: {} of {} words wrong\n", epoch + 1, wrong, tagged.size());
    }
  };
  SparseTrainer scout(classes);
  learn(scout, (epochs + 1) / 2);
  SparseTrainer trainer(classes, scout.chosen(kScale, kLeast));
  learn(trainer, epochs);
  auto [buckets, entries] = trainer.pack(kScale, 1);
  return pack_model({{"pairs", bytes_of(pairs)}, {"sure", bytes_of(sure)}, {"tag.b", buckets}, {"tag.e", entries}});
}

inline std::vector<uint8_t> tags_of(const Tagger& tagger, const WordClusters& clusters, const Tree& tree) {
  const auto forms = forms_of(tree, clusters);
  std::vector<uint8_t> tags(forms.size());
  tagger.tag(forms.data(), static_cast<int>(forms.size()), tags.data());
  return tags;
}

}  // namespace dateline::train
