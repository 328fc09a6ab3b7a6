// Training the tagger; used by its own program and, in parts, by the parser's, which must learn from tags that are
// as wrong as they will be.
#pragma once

#include <future>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "conllu.h"
#include "dropout.h"
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

// The words that had one tag all but never anything else, by WordForm::exact.
inline std::vector<Sure> sure_words(const std::vector<TaggerExample>& examples) {
  SureCounts counts;
  for (const TaggerExample& e : examples) {
    for (size_t i = 0; i < e.forms.size(); ++i) counts.add(e.forms[i].exact, e.gold[i]);
  }
  return counts.table(25, 400);
}

// What else makes a tag sure, by tag_contexts(), where the words before are tagged as this tagger does.
inline std::vector<Sure> sure_contexts(const std::vector<TaggerExample>& examples, const SureTable& sure,
                                       const Tagger& tagger) {
  SureCounts counts;
  std::vector<uint8_t> tags;
  uint32_t keys[kTagContexts];
  for (const TaggerExample& e : examples) {
    const int n = static_cast<int>(e.forms.size());
    tags.resize(e.forms.size());
    tagger.tag(e.forms.data(), n, tags.data());
    for (int i = 0; i < n; ++i) {
      if (sure.find(e.forms[i].exact) >= 0) continue;
      tag_contexts(e.forms.data(), n, i, tags.data(), keys);
      for (const uint32_t key : keys) counts.add(key, e.gold[i]);
    }
  }
  return counts.table(20, 200);
}

// work(0), work(1) and so on, some at a time.
template <typename Work>
void in_threads(size_t times, const Work& work) {
  constexpr size_t kThreads = 4;
  std::vector<std::future<void>> threads;
  for (size_t t = 0; t < kThreads; ++t) {
    threads.push_back(std::async(std::launch::async, [&work, times, t] {
      for (size_t i = t; i < times; i += kThreads) work(i);
    }));
  }
  for (auto& thread : threads) thread.get();
}

// Learns from one sentence; how many words it had wrong. `dropout`: none if null.
inline size_t learn_tags(const TaggerExample& e, const SureTable& sure, int classes, Dropout* dropout,
                         SparseTrainer& trainer) {
  uint32_t keys[kTaggerFeatures];
  int32_t scores[kMaxTags];
  const int n = static_cast<int>(e.forms.size());
  std::vector<uint8_t> tags(e.forms.size(), kNoTag);
  size_t wrong = 0;
  for (int i = 0; i < n; ++i) {
    if (const int tag = sure.find(e.forms[i].exact); tag >= 0) {
      tags[i] = static_cast<uint8_t>(tag);
      continue;
    }
    int count = tagger_features(e.forms.data(), n, i, tags.data(), e.capitals, keys);
    if (dropout != nullptr) dropout->thin(keys, count);
    trainer.score(keys, count, scores);
    const int guess = best_of(scores, classes);
    trainer.step();
    if (guess != e.gold[i]) trainer.update(keys, count, e.gold[i], guess), ++wrong;
    tags[i] = static_cast<uint8_t>(guess);
  }
  return wrong;
}

// The bytes of a tagger trained on these trees: once to see which features matter, once to learn their weights when
// they are alone, with dropout, by several learners that meet the trees in another order each, whose weights are added
// up. Without `contexts` it weighs every word that is not sure by itself.
inline std::string train_tagger(const std::vector<const Tree*>& trees, const std::vector<TagPair>& pairs,
                                const WordClusters& clusters, int epochs, uint64_t seed, size_t learners,
                                bool contexts) {
  constexpr double kScale = 12;
  constexpr int kLeast = 15;
  constexpr double kDropout = 0.2;
  const auto examples = tagger_examples(trees, pairs, clusters);
  const std::vector<Sure> words = sure_words(examples);
  const SureTable sure(words.data(), words.size());
  const int classes = static_cast<int>(pairs.size());
  std::vector<uint32_t> order(examples.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  Random random(seed);
  const auto learn = [&](SparseTrainer& trainer, int times, Dropout* dropout, Random& dice,
                         std::vector<uint32_t>& turns) {
    for (int epoch = 0; epoch < times; ++epoch) {
      dice.shuffle(turns);
      size_t wrong = 0;
      for (const uint32_t at : turns) wrong += learn_tags(examples[at], sure, classes, dropout, trainer);
      fmt::print(stderr, "tagger epoch {}: {} words wrong\n", epoch + 1, wrong);
    }
  };
  SparseTrainer scout(classes);
  learn(scout, (epochs + 1) / 2, nullptr, random, order);
  std::vector<SparseTrainer> trainers(learners, SparseTrainer(classes, scout.chosen(kScale, kLeast)));
  in_threads(learners, [&](size_t k) {
    Random own = k == 0 ? random : Random(seed + k);
    std::vector<uint32_t> own_order = order;
    Dropout dropout(kDropout, seed + k);
    learn(trainers[k], epochs, &dropout, own, own_order);
    trainers[k].settle();
  });
  for (size_t k = 1; k < learners; ++k) trainers[0].merge(trainers[k]);
  const auto packed = trainers[0].pack(trainers[0].fitting(kScale), 1, learners > 1 ? 7 : 1);
  const std::string &buckets = packed.first, &entries = packed.second;
  const auto pack = [&](const std::vector<Sure>& sure_in_context) {
    return pack_model({{"pairs", bytes_of(pairs)},
                       {"sure", bytes_of(words)},
                       {"sure.c", bytes_of(sure_in_context)},
                       {"tag.b", buckets},
                       {"tag.e", entries}});
  };
  const std::string weighing = pack(SureCounts().table(1, 1));
  if (!contexts) return weighing;
  auto tagger = Tagger::open(weighing);
  if (!tagger.ok()) fail(tagger.error().text());
  return pack(sure_contexts(examples, sure, *tagger));
}

inline std::vector<uint8_t> tags_of(const Tagger& tagger, const WordClusters& clusters, const Tree& tree) {
  const auto forms = forms_of(tree, clusters);
  std::vector<uint8_t> tags(forms.size());
  tagger.tag(forms.data(), static_cast<int>(forms.size()), tags.data());
  return tags;
}

}  // namespace dateline::train
