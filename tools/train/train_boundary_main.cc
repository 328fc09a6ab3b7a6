// train_boundary OUT.bin EPOCHS CLUSTERS.bin DEV.conllu TRAIN.conllu... : learns where sentences end, from treebanks
// put together again as running text (sentences joined by a space, paragraphs apart).
#include "conllu.h"
#include "perceptron.h"
#include "text/boundary.h"

using namespace dateline;
using namespace dateline::train;

namespace {

struct Paragraph {
  std::string text;
  std::vector<Span> words;
  std::vector<char> ends;  // after word i
  size_t sentences = 0;
};

std::vector<Paragraph> paragraphs_of(const std::vector<Tree>& trees, const SegmenterWords& lists) {
  std::vector<Paragraph> out;
  std::vector<std::vector<uint32_t>> edges;
  bool glued = true;
  for (const Tree& t : trees) {
    if (out.empty() || t.new_paragraph || t.new_document) out.emplace_back(), edges.emplace_back(), glued = true;
    if (!glued) out.back().text += ' ';
    out.back().text += t.text;
    edges.back().push_back(static_cast<uint32_t>(out.back().text.size()));
    ++out.back().sentences;
    glued = !t.surfaces.back().space_after;
  }
  for (size_t p = 0; p < out.size(); ++p) {
    Paragraph& para = out[p];
    const Tokeniser tokeniser(para.text, lists);
    for (uint32_t at = 0; at < para.text.size();) {
      if (is_space(para.text[at])) {
        ++at;
        continue;
      }
      uint32_t end = at;
      while (end < para.text.size() && !is_space(para.text[end])) ++end;
      tokeniser.chunk({at, end}, para.words);
      at = end;
    }
    for (const Span w : para.words) para.ends.push_back(std::binary_search(edges[p].begin(), edges[p].end(), w.end));
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) fail("train_boundary OUT.bin EPOCHS CLUSTERS.bin DEV.conllu TRAIN.conllu...");
  auto lists = load_segmenter_words(Resources::from_folder("resources"));
  if (!lists.ok()) fail(lists.error().text());
  const std::string cluster_bytes = read_or_die(argv[3]);
  auto clusters = WordClusters::open(cluster_bytes);
  if (!clusters.ok()) fail(clusters.error().text());
  const auto dev = paragraphs_of(read_trees(std::vector<std::string>{argv[4]}), *lists);
  const auto train = paragraphs_of(read_trees(std::vector<std::string>(argv + 5, argv + argc)), *lists);

  // `decide` for each boundary asked about: whether a sentence ends there.
  auto walk = [&](const Paragraph& p, const auto& decide) {
    const Stretch stretch(p.text, p.words, *lists, *clusters);
    for (size_t i = 0, begin = 0; i + 1 < p.words.size(); ++i) {
      if (!stretch.is_candidate(i)) continue;
      size_t last = i;
      while (stretch.closes(last + 1)) ++last;
      if (!decide(stretch, i, begin, p.ends[last] != 0)) continue;
      begin = last + 1;
      i = last;
    }
  };
  SparseTrainer trainer(2);
  std::vector<uint32_t> order(train.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  Random random(1);
  uint32_t keys[Stretch::kFeatures];
  int32_t scores[2];
  for (int epoch = 0; epoch < std::atoi(argv[2]); ++epoch) {
    random.shuffle(order);
    for (const uint32_t at : order) {
      walk(train[at], [&](const Stretch& s, size_t i, size_t begin, bool gold) {
        const int n = s.features(i, begin, keys);
        trainer.score(keys, n, scores);
        trainer.step();
        if ((scores[1] > scores[0]) != gold) trainer.update(keys, n, gold, !gold);
        return gold;
      });
    }
  }
  auto [slots, entries] = trainer.pack(16, 1);
  const std::string bytes = pack_model({{"end.b", slots}, {"end.e", entries}});
  if (auto written = write_file(argv[1], bytes); !written.ok()) fail(written.error().text());
  auto model = BoundaryModel::open(bytes);
  size_t gold = 0, found = 0, right = 0;  // inner boundaries; the ends of paragraphs are given
  for (const Paragraph& p : dev) {
    gold += p.sentences - 1;
    walk(p, [&](const Stretch& s, size_t i, size_t begin, bool is_end) {
      const bool guess = model->ends(s, i, begin);
      found += guess, right += guess && is_end;
      return guess;
    });
  }
  fmt::print("dev: {} of {} boundaries found, {} right; {} bytes\n", right, gold, found, bytes.size());
}
