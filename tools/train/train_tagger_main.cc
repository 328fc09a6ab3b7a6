// train_tagger OUT.bin EPOCHS DEV.conllu TRAIN.conllu... : trains the tagger, prints its scores on DEV.
#include "tagger_training.h"

using namespace dateline;
using namespace dateline::train;

int main(int argc, char** argv) {
  if (argc < 5) fail("train_tagger OUT.bin EPOCHS DEV.conllu TRAIN.conllu...");
  const auto trees = read_trees(std::vector<std::string>(argv + 4, argv + argc));
  const auto dev = read_trees(std::vector<std::string>{argv[3]});
  const auto pairs = tag_inventory(trees);
  std::vector<const Tree*> all;
  for (const Tree& t : trees) all.push_back(&t);
  const std::string bytes = train_tagger(all, pairs, std::atoi(argv[2]), 1);
  if (auto written = write_file(argv[1], bytes); !written.ok()) fail(written.error().text());
  auto tagger = Tagger::open(bytes);
  if (!tagger.ok()) fail(tagger.error().text());
  size_t words = 0, upos = 0, xpos = 0;
  for (const Tree& t : dev) {
    const auto tags = tags_of(*tagger, t);
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
