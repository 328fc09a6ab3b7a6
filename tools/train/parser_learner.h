// Learning to parse: the weights, the oracle and what is learned from, for all programs that train parsers.
#pragma once

#include <optional>

#include "dropout.h"
#include "log_loss.h"
#include "parser_training.h"

namespace dateline::train {

constexpr size_t kFolds = 4;
constexpr size_t kTagRows = size_t{1} << 18, kFilterBits = size_t{1} << 20;
constexpr double kScale = 8;
constexpr double kFirstRate = 0.05, kLastRate = 0.01;  // of the moves
constexpr double kDropout = 0.2;
// What a feature must weigh in sum to be worth its room; and how many features there is room for.
constexpr int kLeastMove = 24, kLeastLabel = 16;
constexpr size_t kMostWords = size_t{1} << 19, kMostLabels = size_t{1} << 18;

// The three moves' weights of the features; tags' by their row as in the model, words' each on its own.
class MoveTrainer {
 public:
  MoveTrainer() = default;
  // Learns weights for these features of words alone.
  explicit MoveTrainer(const std::vector<uint32_t>& chosen) : open_(false) {
    for (const uint32_t key : chosen) words_[key];
  }

  void score(const MoveFeatures& f, int32_t* scores) const {
    std::fill(scores, scores + kMoves, 0);
    for (int i = 0; i < f.word_count; ++i) words_.ask(f.words[i]);
    for (int i = 0; i < f.tag_count; ++i) __builtin_prefetch(&tags_[MoveModel::tag_row(f.tags[i], kTagRows)]);
    const Row* rows[MoveFeatures::kWords];
    int known = 0;
    for (int i = 0; i < f.word_count; ++i) {
      rows[known] = words_.find(f.words[i]);
      if (rows[known] != nullptr) __builtin_prefetch(rows[known++]);
    }
    for (int i = 0; i < f.tag_count; ++i) add(tags_[MoveModel::tag_row(f.tags[i], kTagRows)], scores);
    for (int i = 0; i < known; ++i) add(*rows[i], scores);
  }
  void update(const MoveFeatures& f, const int32_t* by) {
    for (int i = 0; i < f.tag_count; ++i) change(tags_[MoveModel::tag_row(f.tags[i], kTagRows)], by);
    for (int i = 0; i < f.word_count; ++i) {
      if (Row* row = open_ ? &words_[f.words[i]] : words_.find(f.words[i])) change(*row, by);
    }
  }
  void step() { ++step_; }
  // From here on counts for the average.
  void forget() {
    each_weight([](Weight& w) { w.forget(); });
    step_ = 0;
  }
  // See SparseTrainer.
  void settle() {
    each_weight([&](Weight& w) { w.settle(step_); });
    step_ = Weight::kOne;
  }
  void merge(const MoveTrainer& other) {
    const auto add_row = [](Row& to, const Row& row) {
      for (int m = 0; m < kMoves; ++m) to.move[m].total += row.move[m].total;
    };
    for (size_t i = 0; i < tags_.size(); ++i) add_row(tags_[i], other.tags_[i]);
    other.words_.each([&](uint32_t key, const Row& row) { add_row(words_[key], row); });
    step_ += other.step_;
  }

  // The features of words that matter, by key: most tell of one sentence only.
  std::vector<uint32_t> chosen() const {
    std::vector<std::pair<int, uint32_t>> kept;
    words_.each([&](uint32_t key, const Row& row) {
      if (const int w = worth(weights(row, kScale)); w >= kLeastMove) kept.emplace_back(-w, key);
    });
    return worthiest(kept, kMostWords);
  }

  // The parts of the model.
  std::vector<std::pair<std::string, std::string>> pack() const {
    std::vector<MoveModel::Weights> tags;
    const double scale = fitting_scale([&](const auto& look) { each_sum(look); }, std::max(step_, 1u), kScale);
    for (const Row& row : tags_) tags.push_back(weights(row, scale));
    std::vector<Keyed<MoveModel::Weights>> words;
    std::vector<uint64_t> filter(kFilterBits / 64);
    words_.each([&](uint32_t key, const Row& row) {
      const auto whole = weights(row, scale);
      words.push_back({key, worth(whole), whole});
      const uint32_t bit = MoveModel::filter_bit(key, kFilterBits);
      filter[bit >> 6] |= uint64_t{1} << (bit & 63);
    });
    return {{"tags", bytes_of(tags)}, {"filter", bytes_of(filter)}, {"words", bytes_of(to_buckets(std::move(words)))}};
  }

 private:
  struct Row {
    Weight move[kMoves];
  };
  static void add(const Row& row, int32_t* scores) {
    for (int m = 0; m < kMoves; ++m) scores[m] += row.move[m].now;
  }
  void change(Row& row, const int32_t* by) {
    for (int m = 0; m < kMoves; ++m) {
      if (by[m] != 0) row.move[m].add(by[m], step_);
    }
  }
  template <typename Change>
  void each_weight(const Change& change) {
    const auto of_row = [&](Row& row) {
      for (Weight& w : row.move) change(w);
    };
    for (Row& row : tags_) of_row(row);
    words_.each_value(of_row);
  }
  static int worth(const MoveModel::Weights& w) {
    return std::abs(w.move[0]) + std::abs(w.move[1]) + std::abs(w.move[2]);
  }
  template <typename Look>
  void each_sum(const Look& look) const {
    const auto of_row = [&](const Row& row) {
      for (const Weight& w : row.move) look(w.sum(step_));
    };
    for (const Row& row : tags_) of_row(row);
    words_.each([&](uint32_t, const Row& row) { of_row(row); });
  }
  MoveModel::Weights weights(const Row& row, double scale) const {
    MoveModel::Weights w{};
    for (int m = 0; m < kMoves; ++m) w.move[m] = quantise(row.move[m].sum(step_), std::max(step_, 1u), scale);
    return w;
  }

  std::vector<Row> tags_ = std::vector<Row>(kTagRows);
  KeyMap<Row> words_;
  bool open_ = true;  // to features not met before
  uint32_t step_ = 0;
};

// Learns from trees one by one, moves and relations. The first, who finds the features that matter, is a perceptron; so
// are relations. The moves of those who learn the weights of these features maximise the likelihood of a right move
// (which did better: docs/accuracy.md); all these learn with dropout.
class Learner {
 public:
  // `pairs` must outlive it.
  explicit Learner(const WordPairs& pairs) : pairs_(pairs) {}
  // Learns weights for these features alone.
  struct Features {
    std::vector<uint32_t> moves, labels;
  };
  Learner(const WordPairs& pairs, const Features& features, uint64_t seed)
      : pairs_(pairs),
        dropout_(std::in_place, kDropout, seed),
        moves_(features.moves),
        labels_(static_cast<int>(kDeprelNames.size()), features.labels) {}

  // The features that matter, as far as there is room for them.
  Features chosen() const { return {moves_.chosen(), labels_.chosen(kScale, kLeastLabel, kMostLabels)}; }
  // Learns from all examples so many times, in another order each.
  void learn(const std::vector<Example>& examples, uint64_t seed, int epochs) {
    std::vector<uint32_t> order(examples.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    Random random(seed);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      rate_ = kFirstRate + (kLastRate - kFirstRate) * epoch / std::max(epochs - 1, 1);
      if (dropout_ && epoch == epochs / 2) moves_.forget();  // the average of the later half
      random.shuffle(order);
      for (const uint32_t at : order) sentence(examples[at], epoch > 0);
    }
  }
  void settle() { moves_.settle(), labels_.settle(); }
  void merge(const Learner& other) { moves_.merge(other.moves_), labels_.merge(other.labels_); }
  // `pairs`: the bytes of that table.
  std::string pack(const std::string& pairs) const {
    auto parts = moves_.pack();
    nothing_clear(parts);
    parts.emplace_back("pairs", pairs);
    auto [slots, entries] = labels_.pack(labels_.fitting(kScale), 1, 2);
    parts.emplace_back("lab.b", slots);
    parts.emplace_back("lab.e", entries);
    return pack_model(parts);
  }

 private:
  void sentence(const Example& e, bool explore) {
    const int n = static_cast<int>(e.head.size());
    state_.start(n);
    while (!state_.done()) {
      if (state_.stack.empty()) {
        state_.shift();
        continue;
      }
      tag_features(state_, e.atoms.data(), features_);
      word_features(state_, e.atoms.data(), features_);
      uint32_t pairs[kPairs];
      pair_keys(state_, e.atoms.data(), pairs);
      pair_features(state_, e.atoms.data(), pairs_, pairs, features_);
      if (dropout_) {
        dropout_->thin(features_.tags, features_.tag_count);
        dropout_->thin(features_.words, features_.word_count);
      }
      int32_t scores[kMoves];
      moves_.score(features_, scores);
      int costs[kMoves], lowest = 1 << 30;
      for (int m = 0; m < kMoves; ++m) {
        costs[m] = state_.can(static_cast<Move>(m)) ? cost(state_, e, static_cast<Move>(m)) : -1;
        if (costs[m] >= 0) lowest = std::min(lowest, costs[m]);
      }
      int right = -1, other = -1;  // the best moves that lose nothing more, and that do
      for (int m = 0; m < kMoves; ++m) {
        if (costs[m] < 0) continue;
        int& best = costs[m] == lowest ? right : other;
        if (best < 0 || scores[m] > scores[best]) best = m;
      }
      const bool good = other < 0 || scores[right] > scores[other];
      moves_.step();
      if (dropout_)
        raise_right(scores, costs, lowest);
      else if (!good)
        part(right, other);
      apply(e, static_cast<Move>(good || !explore ? right : other));
    }
  }
  void part(int right, int wrong) {
    int32_t by[kMoves] = {};
    by[right] = 1, by[wrong] = -1;
    moves_.update(features_, by);
  }
  void raise_right(const int32_t* scores, const int* costs, int lowest) {
    MoveBits moves;
    for (int m = 0; m < kMoves; ++m) {
      moves.possible |= static_cast<uint8_t>((costs[m] >= 0) << m);
      moves.right |= static_cast<uint8_t>((costs[m] == lowest) << m);
    }
    int32_t by[kMoves];
    if (log_loss_step(scores, moves, dropout_->up(), rate_, by)) moves_.update(features_, by);
  }
  void apply(const Example& e, Move move) {
    if (move == kShift) return state_.shift();
    const int n = state_.n, c = state_.child(), p = state_.parent(move);
    uint8_t label = static_cast<uint8_t>(Deprel::root);
    if (p != n) {
      uint32_t keys[kLabelFeatures];
      int32_t scores[64];
      int count = label_features(state_, e.atoms.data(), p, c, keys);
      if (dropout_) dropout_->thin(keys, count);
      labels_.score(keys, count, scores);
      scores[label] = INT32_MIN;
      label = static_cast<uint8_t>(best_of(scores, static_cast<int>(kDeprelNames.size())));
      if (e.head[c] == p) {
        labels_.step();
        if (label != e.relation[c]) labels_.update(keys, count, e.relation[c], label);
      }
    }
    state_.attach(move, label);
  }

  const WordPairs& pairs_;
  ParserState state_;
  std::optional<Dropout> dropout_;  // none: all by the perceptron
  double rate_ = kFirstRate;
  MoveTrainer moves_;
  SparseTrainer labels_{static_cast<int>(kDeprelNames.size())};
  MoveFeatures features_;
};

inline void set_tags(Tree& tree, const Tagger& tagger, const std::vector<uint8_t>& tags) {
  for (size_t i = 0; i < tags.size(); ++i) tree.words[i].tag = tagger.pair(tags[i]);
}

// A tree as the parser sees it.
inline Example example_with_tags(const Tree& tree, const Tagger& tagger, const WordClusters& clusters) {
  std::vector<uint8_t> tags;
  for (const Word& w : tree.words) tags.push_back(static_cast<uint8_t>(std::max(tagger.find(w.tag), 0)));
  return example_of(tree, clusters, tagger, tags);
}

// Gives the words tags from a tagger that had not seen the sentence, as wrong as they will be.
inline void tag_unseen(std::vector<Tree>& trees, const Tagger& tagger, const WordClusters& clusters) {
  std::vector<TagPair> pairs;
  for (int i = 0; i < tagger.size(); ++i) pairs.push_back(tagger.pair(static_cast<uint8_t>(i)));
  std::vector<std::vector<uint8_t>> tags(trees.size());
  in_threads(kFolds, [&](size_t fold) {
    std::vector<const Tree*> others;
    for (size_t i = 0; i < trees.size(); ++i) {
      if (i / 50 % kFolds != fold) others.push_back(&trees[i]);
    }
    const std::string bytes = train_tagger(others, pairs, clusters, 4, 1, 1, false);
    auto part = Tagger::open(bytes);
    for (size_t i = 0; i < trees.size(); ++i) {
      if (i / 50 % kFolds == fold) tags[i] = tags_of(*part, clusters, trees[i]);
    }
  });
  for (size_t i = 0; i < trees.size(); ++i) set_tags(trees[i], tagger, tags[i]);
}

}  // namespace dateline::train
