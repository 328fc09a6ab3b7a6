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

// The bytes of a tagger trained on these trees.
inline std::string train_tagger(const std::vector<const Tree*>& trees, const std::vector<TagPair>& pairs,
                                const Clusters& clusters, int epochs, uint64_t seed, double least = 1.5) {
  SparseTrainer trainer(static_cast<int>(pairs.size()));
  struct Example {
    std::vector<WordForm> forms;
    std::vector<uint8_t> gold;
    int capitals;
  };
  std::vector<Example> examples;
  for (const Tree* t : trees) {
    Example e{forms_of(*t, clusters), {}, 0};
    for (const Word& w : t->words) e.gold.push_back(tag_id(pairs, w.tag));
    e.capitals = capital_share(e.forms.data(), static_cast<int>(e.forms.size()));
    examples.push_back(std::move(e));
  }
  std::vector<uint32_t> order(examples.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  Random random(seed);
  uint32_t keys[kTaggerFeatures];
  int32_t scores[kMaxTags];
  std::vector<uint8_t> tags;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    random.shuffle(order);
    size_t wrong = 0, words = 0;
    for (const uint32_t at : order) {
      const Example& e = examples[at];
      const int n = static_cast<int>(e.forms.size());
      tags.assign(e.forms.size(), kNoTag);
      for (int i = 0; i < n; ++i) {
        const int count = tagger_features(e.forms.data(), n, i, tags.data(), e.capitals, keys);
        trainer.score(keys, count, scores);
        const int guess = best_of(scores, static_cast<int>(pairs.size()));
        trainer.step();
        if (guess != e.gold[i]) trainer.update(keys, count, e.gold[i], guess), ++wrong;
        tags[i] = static_cast<uint8_t>(guess);
        ++words;
      }
    }
    fmt::print(stderr, "tagger epoch {}: {:.2f}% wrong\n", epoch + 1, 100.0 * wrong / words);
  }
  auto [slots, entries] = trainer.pack(12, least);
  return pack_model({{"pairs", bytes_of(pairs)}, {"tag.s", slots}, {"tag.e", entries}});
}

inline std::vector<uint8_t> tags_of(const Tagger& tagger, const Clusters& clusters, const Tree& tree) {
  const auto forms = forms_of(tree, clusters);
  std::vector<uint8_t> tags(forms.size());
  tagger.tag(forms.data(), static_cast<int>(forms.size()), tags.data());
  return tags;
}

}  // namespace dateline::train
