// train_tagger OUT.bin EPOCHS CLUSTERS.bin DEV.conllu TRAIN.conllu... : trains the tagger, prints its scores on DEV.
#include "tagger_training.h"

using namespace dateline;
using namespace dateline::train;

int main(int argc, char** argv) {
  if (argc < 6) fail("train_tagger OUT.bin EPOCHS CLUSTERS.bin DEV.conllu TRAIN.conllu...");
  const auto trees = read_trees(std::vector<std::string>(argv + 5, argv + argc));
  const auto dev = read_trees(std::vector<std::string>{argv[4]});
  const std::string cluster_bytes = read_or_die(argv[3]);
  auto clusters = WordClusters::open(cluster_bytes);
  if (!clusters.ok()) fail(clusters.error().text());
  const auto pairs = tag_inventory(trees);
  std::vector<const Tree*> all;
  for (const Tree& t : trees) all.push_back(&t);
  const std::string bytes = train_tagger(all, pairs, *clusters, std::atoi(argv[2]), 1, 4, true);
  if (auto written = write_file(argv[1], bytes); !written.ok()) fail(written.error().text());
  auto tagger = Tagger::open(bytes);
  if (!tagger.ok()) fail(tagger.error().text());
  size_t words = 0, upos = 0, xpos = 0;
  for (const Tree& t : dev) {
    const auto tags = tags_of(*tagger, *clusters, t);
    for (size_t i = 0; i < tags.size(); ++i) {
      const TagPair got = tagger->pair(tags[i]);
      ++words;
      upos += got.upos == t.words[i].tag.upos;
      xpos += got.xpos == t.words[i].tag.xpos;
    }
  }
  fmt::print("{} trees, {} tags, {} bytes; dev upos {:.2f} xpos {:.2f}\n", trees.size(), pairs.size(), bytes.size(),
             100.0 * upos / words, 100.0 * xpos / words);
}
