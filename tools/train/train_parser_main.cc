// train_parser OUT.bin EPOCHS CLUSTERS.bin TAGGER.bin PAIRS.bin DEV.conllu TRAIN.conllu... : trains the parser with a
// dynamic oracle (Goldberg & Nivre 2013) on tags that a tagger gave which had not seen the sentence (four parts).
// Several learners meet the trees in another order each; their weights are added up, which votes without costing the
// parser anything. It weighs everything; train_glance adds what is clear without. PAIRS comes from train_pairs.
#include "parser_learner.h"

using namespace dateline;
using namespace dateline::train;

int main(int argc, char** argv) {
  if (argc < 8) fail("train_parser OUT.bin EPOCHS CLUSTERS.bin TAGGER.bin PAIRS.bin DEV.conllu TRAIN.conllu...");
  constexpr int kScoutEpochs = 4;
  constexpr size_t kLearners = 8;
  const std::string cluster_bytes = read_or_die(argv[3]);
  auto clusters = WordClusters::open(cluster_bytes);
  if (!clusters.ok()) fail(clusters.error().text());
  const int epochs = std::atoi(argv[2]);
  const std::string tagger_bytes = read_or_die(argv[4]);
  auto tagger = Tagger::open(tagger_bytes);
  if (!tagger.ok()) fail(tagger.error().text());
  const std::string pair_bytes = read_or_die(argv[5]);
  auto pairs = open_pairs(argv[5], pair_bytes);
  auto trees = read_trees(std::vector<std::string>(argv + 7, argv + argc));
  tag_unseen(trees, *tagger, *clusters);
  std::vector<Example> examples, dev;
  for (const Tree& t : trees) examples.push_back(example_with_tags(t, *tagger, *clusters));
  for (const Tree& t : read_trees(std::vector<std::string>{argv[6]}))
    dev.push_back(example_of(t, *clusters, *tagger, tags_of(*tagger, *clusters, t)));

  // Once to see which features matter, then to learn their weights when they are alone.
  Learner scout(pairs.table);
  scout.learn(examples, 1, kScoutEpochs);
  const auto features = scout.chosen();
  std::vector<Learner> learners;
  for (size_t k = 0; k < kLearners; ++k) learners.emplace_back(pairs.table, features, 100 + k);
  in_threads(kLearners, [&](size_t k) {
    learners[k].learn(examples, k + 2, epochs);
    learners[k].settle();
  });
  for (size_t k = 0; k < kLearners; ++k) {
    if (k > 0) learners[0].merge(learners[k]);
    const std::string bytes = learners[0].pack(pairs.bytes);
    fmt::print("{} together: {}; {} bytes\n", k + 1, scores_of(open_parser(bytes), dev), bytes.size());
    if (auto written = write_file(argv[1], bytes); !written.ok()) fail(written.error().text());
  }
}
