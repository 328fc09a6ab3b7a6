// train_glance PARSER.bin CLUSTERS.bin TAGGER.bin DEV.conllu TRAIN.conllu... : adds to a trained parser what is clear
// without its large models, learned from what these do; the file is written anew.
#include "log_loss.h"
#include "parser_training.h"

using namespace dateline;
using namespace dateline::train;

namespace {

constexpr int kGlanceEpochs = 8;
constexpr double kRate = 0.01, kPartsOfOne = 32;
// How clear a move must be at a glance (chosen on EWT dev, against speed: docs/accuracy.md).
constexpr int kClearLead = 145;
constexpr int kSureArcs = 20, kOtherArcs = 200;  // met so often; at most one in so many with another relation

// What is clear without the large models: learned from what they do.
class ClearTrainer {
 public:
  // Looks at all that `parser` decides.
  void watch(const Parser& parser, const std::vector<Example>& examples) {
    ParserState state;
    for (const Example& e : examples) {
      state.start(static_cast<int>(e.head.size()));
      while (!state.done()) watch_move(parser, e, state);
    }
  }
  void learn(Random& random) {
    std::vector<uint32_t> order(moves_.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < kGlanceEpochs; ++epoch) {
      if (epoch == kGlanceEpochs / 2) forget();
      random.shuffle(order);
      for (const uint32_t i : order) learn_move(moves_[i]);
    }
  }
  // The model with what is clear in it.
  std::string pack(const ModelFile& file) const {
    std::vector<MoveModel::Weights> glance(kGlanceRows);
    for (size_t i = 0; i < glance.size(); ++i) {
      for (int m = 0; m < kMoves; ++m)
        glance[i].move[m] = quantise(rows_[i].move[m].sum(step_), step_, kPartsOfOne / kUnit);
    }
    std::vector<std::pair<std::string, std::string>> parts;
    for (const char* name : {"tags", "filter", "words", "pairs"}) copy(file, name, parts);
    parts.emplace_back("glance", bytes_of(glance));
    parts.emplace_back("lead", bytes_of(std::vector<int32_t>{kClearLead}));
    parts.emplace_back("arcs", bytes_of(arcs_.table(kSureArcs, kOtherArcs)));
    for (const char* name : {"lab.b", "lab.e"}) copy(file, name, parts);
    return pack_model(parts);
  }

 private:
  static void copy(const ModelFile& file, const char* name, std::vector<std::pair<std::string, std::string>>& parts) {
    auto bytes = file.part<char>(name);
    if (!bytes.ok()) fail(bytes.error().text());
    parts.emplace_back(name, std::string(bytes->first, bytes->second));
  }
  struct Choice {
    uint32_t rows[kGlanceFeatures];
    MoveBits moves;
  };
  void watch_move(const Parser& parser, const Example& e, ParserState& state) {
    Move move = state.only_move();
    if (move == kMoves) {
      move = parser.weigh_move(state, e.atoms.data());
      Choice choice{{}, {0, static_cast<uint8_t>(1 << move)}};
      for (int m = 0; m < kMoves; ++m)
        choice.moves.possible |= static_cast<uint8_t>(state.can(static_cast<Move>(m)) << m);
      glance_features(state, e.atoms.data(), choice.rows);
      moves_.push_back(choice);
    }
    if (move == kShift) return state.shift();
    const int child = state.child(), parent = state.parent(move);
    auto relation = static_cast<uint8_t>(Deprel::root);
    if (parent != state.n) {
      relation = parser.weigh_relation(state, e.atoms.data(), parent);
      uint32_t keys[kArcContexts];
      arc_contexts(e.atoms.data(), parent, child, keys);
      for (const uint32_t key : keys) arcs_.add(key, e.head[child] == parent ? e.relation[child] : relation);
    }
    state.attach(move, relation);
  }
  void learn_move(const Choice& choice) {
    int32_t scores[kMoves] = {};
    for (const uint32_t row : choice.rows) {
      for (int m = 0; m < kMoves; ++m) scores[m] += rows_[row].move[m].now;
    }
    ++step_;
    int32_t by[kMoves];
    if (!log_loss_step(scores, choice.moves, 1, kRate, by)) return;
    for (const uint32_t row : choice.rows) {
      for (int m = 0; m < kMoves; ++m) rows_[row].move[m].add(by[m], step_);
    }
  }
  void forget() {
    for (Row& row : rows_) {
      for (Weight& w : row.move) w.forget();
    }
    step_ = 0;
  }
  struct Row {
    Weight move[kMoves];
  };

  std::vector<Row> rows_ = std::vector<Row>(kGlanceRows);
  std::vector<Choice> moves_;
  SureCounts arcs_;
  uint32_t step_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) fail("train_glance PARSER.bin CLUSTERS.bin TAGGER.bin DEV.conllu TRAIN.conllu...");
  const std::string bytes = read_or_die(argv[1]), cluster_bytes = read_or_die(argv[2]);
  const std::string tagger_bytes = read_or_die(argv[3]);
  auto clusters = WordClusters::open(cluster_bytes);
  if (!clusters.ok()) fail(clusters.error().text());
  auto tagger = Tagger::open(tagger_bytes);
  if (!tagger.ok()) fail(tagger.error().text());
  const auto examples_of = [&](const std::vector<std::string>& paths) {
    std::vector<Example> examples;
    for (const Tree& t : read_trees(paths))
      examples.push_back(example_of(t, *clusters, *tagger, tags_of(*tagger, *clusters, t)));
    return examples;
  };
  const auto dev = examples_of({argv[4]});
  const Parser parser = open_parser(bytes);
  fmt::print("before: {}\n", scores_of(parser, dev));
  ClearTrainer trainer;
  trainer.watch(parser, examples_of(std::vector<std::string>(argv + 5, argv + argc)));
  Random random(1);
  trainer.learn(random);
  auto file = ModelFile::open(argv[1], bytes);
  if (!file.ok()) fail(file.error().text());
  const std::string out = trainer.pack(*file);
  const Parser quicker = open_parser(out);
  fmt::print("with what is clear: {}; {} bytes\n", scores_of(quicker, dev), out.size());
  if (auto written = write_file(argv[1], out); !written.ok()) fail(written.error().text());
}
