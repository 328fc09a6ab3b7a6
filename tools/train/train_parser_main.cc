// train_parser OUT.bin EPOCHS CLUSTERS.bin TAGGER.bin DEV.conllu TRAIN.conllu... : trains the parser with a dynamic
// oracle (Goldberg & Nivre 2013) on tags that a tagger gave which had not seen the sentence (four parts). It weighs
// everything; train_glance adds what is clear without.
#include "parser_training.h"

using namespace dateline;
using namespace dateline::train;

namespace {

constexpr int kFolds = 4, kScoutEpochs = 4;
constexpr size_t kTagRows = size_t{1} << 18, kFilterBits = size_t{1} << 20;
constexpr double kScale = 8;
constexpr int kLeastMove = 24, kLeastLabel = 16;  // what a feature must weigh in sum to be worth its room

// How many arcs of the right tree a move makes impossible.
int cost(const ParserState& s, const Example& e, Move move) {
  int lost = 0;
  if (move == kShift) {
    const int b = s.b0;
    for (size_t i = 0; i < s.stack.size(); ++i) {
      lost += e.head[s.stack[i]] == b;
      if (i + 1 < s.stack.size()) lost += e.head[b] == s.stack[i];
    }
    return lost;
  }
  const int c = s.child();
  for (const int d : e.children[c]) lost += d >= s.b0;
  const int h = e.head[c];
  if (move == kRight) return lost + (h >= s.b0);
  return lost + (h > s.b0 || (s.stack.size() > 1 && h == s.stack[s.stack.size() - 2]));
}

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
    for (int i = 0; i < f.tag_count; ++i) add(tags_[MoveModel::tag_row(f.tags[i], kTagRows)], scores);
    for (int i = 0; i < f.word_count; ++i) {
      if (const Row* row = words_.find(f.words[i])) add(*row, scores);
    }
  }
  void update(const MoveFeatures& f, int right, int wrong) {
    for (int i = 0; i < f.tag_count; ++i) change(tags_[MoveModel::tag_row(f.tags[i], kTagRows)], right, wrong);
    for (int i = 0; i < f.word_count; ++i) {
      if (Row* row = open_ ? &words_[f.words[i]] : words_.find(f.words[i])) change(*row, right, wrong);
    }
  }
  void step() { ++step_; }

  // The features of words that matter, by key: most tell of one sentence only.
  std::vector<uint32_t> chosen() const {
    std::vector<uint32_t> kept;
    words_.each([&](uint32_t key, const Row& row) {
      if (worth(weights(row)) >= kLeastMove) kept.push_back(key);
    });
    std::sort(kept.begin(), kept.end());
    return kept;
  }

  // The parts of the model.
  std::vector<std::pair<std::string, std::string>> pack() const {
    std::vector<MoveModel::Weights> tags;
    for (const Row& row : tags_) tags.push_back(weights(row));
    std::vector<Keyed<MoveModel::Weights>> words;
    std::vector<uint64_t> filter(kFilterBits / 64);
    words_.each([&](uint32_t key, const Row& row) {
      words.push_back({key, worth(weights(row)), weights(row)});
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
  void change(Row& row, int right, int wrong) {
    row.move[right].add(1, step_);
    row.move[wrong].add(-1, step_);
  }
  static int worth(const MoveModel::Weights& w) {
    return std::abs(w.move[0]) + std::abs(w.move[1]) + std::abs(w.move[2]);
  }
  MoveModel::Weights weights(const Row& row) const {
    MoveModel::Weights w{};
    for (int m = 0; m < kMoves; ++m) w.move[m] = quantise(row.move[m].sum(step_), std::max(step_, 1u), kScale);
    return w;
  }

  std::vector<Row> tags_ = std::vector<Row>(kTagRows);
  KeyMap<Row> words_;
  bool open_ = true;  // to features not met before
  uint32_t step_ = 0;
};

class Trainer {
 public:
  Trainer() = default;
  // Learns weights for the features alone that matter to another.
  explicit Trainer(const Trainer& scout)
      : moves_(scout.moves_.chosen()),
        labels_(static_cast<int>(kDeprelNames.size()), scout.labels_.chosen(kScale, kLeastLabel)) {}

  // Learns from all examples once, in another order each time.
  void epoch(const std::vector<Example>& examples, std::vector<uint32_t>& order, Random& random, bool explore) {
    wrong = total = 0;
    random.shuffle(order);
    for (const uint32_t at : order) sentence(examples[at], explore);
  }
  std::string pack() const {
    auto parts = moves_.pack();
    nothing_clear(parts);
    auto [slots, entries] = labels_.pack(kScale, 1);
    parts.emplace_back("lab.b", slots);
    parts.emplace_back("lab.e", entries);
    return pack_model(parts);
  }
  size_t wrong = 0, total = 0;

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
      int32_t scores[kMoves];
      moves_.score(features_, scores);
      int guess = -1, right = -1, lowest = 1 << 30;
      for (int m = 0; m < kMoves; ++m) {
        if (!state_.can(static_cast<Move>(m))) continue;
        if (guess < 0 || scores[m] > scores[guess]) guess = m;
        const int c = cost(state_, e, static_cast<Move>(m));
        if (c < lowest || (c == lowest && right >= 0 && scores[m] > scores[right])) lowest = c, right = m;
      }
      moves_.step();
      const bool good = cost(state_, e, static_cast<Move>(guess)) == lowest;
      if (!good) moves_.update(features_, right, guess), ++wrong;
      ++total;
      apply(e, static_cast<Move>(good || explore ? guess : right));
    }
  }
  void apply(const Example& e, Move move) {
    if (move == kShift) return state_.shift();
    const int n = state_.n, c = state_.child(), p = state_.parent(move);
    uint8_t label = static_cast<uint8_t>(Deprel::root);
    if (p != n) {
      uint32_t keys[kLabelFeatures];
      int32_t scores[64];
      const int count = label_features(state_, e.atoms.data(), p, c, keys);
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

  ParserState state_;
  MoveTrainer moves_;
  SparseTrainer labels_{static_cast<int>(kDeprelNames.size())};
  MoveFeatures features_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 7) fail("train_parser OUT.bin EPOCHS CLUSTERS.bin TAGGER.bin DEV.conllu TRAIN.conllu...");
  const std::string cluster_bytes = read_or_die(argv[3]);
  auto clusters = WordClusters::open(cluster_bytes);
  if (!clusters.ok()) fail(clusters.error().text());
  const int epochs = std::atoi(argv[2]);
  const std::string tagger_bytes = read_or_die(argv[4]);
  auto tagger = Tagger::open(tagger_bytes);
  if (!tagger.ok()) fail(tagger.error().text());
  std::vector<TagPair> pairs;
  for (int i = 0; i < tagger->size(); ++i) pairs.push_back(tagger->pair(static_cast<uint8_t>(i)));
  const auto trees = read_trees(std::vector<std::string>(argv + 6, argv + argc));
  const auto dev_trees = read_trees(std::vector<std::string>{argv[5]});

  std::vector<Example> examples, dev;
  for (const Tree& t : dev_trees) dev.push_back(example_of(t, *clusters, tags_of(*tagger, *clusters, t)));
  examples.resize(trees.size());
  for (int fold = 0; fold < kFolds; ++fold) {
    std::vector<const Tree*> others;
    for (size_t i = 0; i < trees.size(); ++i) {
      if (static_cast<int>(i / 50 % kFolds) != fold) others.push_back(&trees[i]);
    }
    const std::string bytes = train_tagger(others, pairs, *clusters, 4, 1, false);
    auto part = Tagger::open(bytes);
    for (size_t i = 0; i < trees.size(); ++i) {
      if (static_cast<int>(i / 50 % kFolds) == fold)
        examples[i] = example_of(trees[i], *clusters, tags_of(*part, *clusters, trees[i]));
    }
  }
  std::vector<uint32_t> order(examples.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  Random random(1);
  // Once to see which features matter, once to learn their weights when they are alone.
  Trainer scout;
  for (int epoch = 0; epoch < kScoutEpochs; ++epoch) scout.epoch(examples, order, random, epoch > 0);
  Trainer trainer(scout);
  for (int epoch = 0; epoch < epochs; ++epoch) {
    trainer.epoch(examples, order, random, epoch > 0);
    const std::string bytes = trainer.pack();
    fmt::print("epoch {}: {:.2f}% wrong; {}; {} bytes\n", epoch + 1, 100.0 * trainer.wrong / trainer.total,
               scores_of(open_parser(bytes), dev), bytes.size());
    std::fflush(stdout);
    if (auto written = write_file(argv[1], bytes); !written.ok()) fail(written.error().text());
  }
}
