// Trains resources/models/names.bin: a linear chain (see src/annotate/name_tagger.h).
//
//   train_names NAMES.jsonl CLASSES.tsv OUT.bin
//
// NAMES.jsonl is written by tools/train/names_corpora.py, CLASSES.tsv by tools/data/make_word_classes.py. The text is
// cut into words by Dateline's own segmenter and tagged by its own tagger, as in use. The order of sentences comes from
// a fixed seed: the same input gives the same bytes.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "annotate/name_tagger.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/strings.h"
#include "names_chain.h"
#include "names_corpus.h"

using namespace dateline;
using train::must;

namespace {

constexpr uint32_t kSlots = 1u << 17;
constexpr uint32_t kClassSlots = 1u << 18;
// What a word in no name scores less, in the units of the packed weights: texts in use hold more names that are new
// than those learned from. Parts left out in training are as well off with it as without.
constexpr long kLeaning = 16;

// The table of WordClasses: rows of word, cluster, capital rate, group, family, kind.
std::string pack_classes(const std::string& path) {
  std::string slots(size_t{kClassSlots} * WordClasses::kSlotBytes, '\0');
  const std::string text = must(read_file(path));
  for (std::string_view line : split(text, '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() < 6) continue;
    auto number = [&](size_t i) { return static_cast<uint16_t>(std::atoi(std::string(cells[i]).c_str())); };
    WordClass c;
    c.cluster = number(1), c.group = number(3), c.family = number(4);
    c.capital_rate = static_cast<uint8_t>(number(2)), c.kind = static_cast<uint8_t>(number(5));
    if (WordClasses::pack(c) == 0) continue;
    const uint64_t hash = hash64(cells[0]);
    const uint64_t slot = WordClasses::check_of(hash) << WordClasses::kClassBits | WordClasses::pack(c);
    for (uint32_t at = WordClasses::slot_of(hash);; ++at) {
      char* there = slots.data() + size_t{at & (kClassSlots - 1)} * WordClasses::kSlotBytes;
      uint64_t taken;
      std::memcpy(&taken, there, sizeof taken);
      if (taken != 0) continue;
      std::memcpy(there, &slot, sizeof slot);
      break;
    }
  }
  return slots;
}

// The features by their largest weight, most first; those that weigh nothing are left out.
std::vector<std::pair<float, uint32_t>> rank_of(const train::ChainWeights& weights) {
  std::vector<std::pair<float, uint32_t>> rank;
  for (uint32_t id = 0; id < weights.of.size(); ++id) {
    float most = 0;
    for (float x : weights.of[id]) most = std::max(most, std::abs(x));
    if (most > 0) rank.emplace_back(-most, id);
  }
  std::sort(rank.begin(), rank.end());
  if (rank.empty()) train::fail("nothing learned");
  return rank;
}

// Weights as 8 bits, a few outliers cut. Those that find their bucket full are the ones that weigh least.
std::string pack(const std::vector<uint64_t>& hashes, const train::ChainWeights& weights, const std::string& classes) {
  const auto rank = rank_of(weights);
  const float top = -rank[rank.size() / 1000].first;
  auto scaled = [&](float x, long limit) { return std::clamp(std::lround(x * 127 / top), -limit, limit); };
  std::string out = "DLNAMES2";
  auto put = [&](auto value) { out.append(reinterpret_cast<const char*>(&value), sizeof value); };
  put(static_cast<uint32_t>(classes.size()));
  put(kSlots);
  for (const auto& row : weights.transitions) {
    for (size_t b = 0; b < kNameLabels; ++b) put(static_cast<int16_t>(scaled(row[b], 32000) - (b == 0 ? kLeaning : 0)));
  }
  out += classes;
  std::string slots(size_t{kSlots} * NameModel::kSlotBytes, '\0');
  size_t kept = 0;
  for (const auto& [negative, id] : rank) {
    const uint32_t bucket = NameModel::slot_of(hashes[id], kSlots - 1);
    uint32_t at = bucket;
    auto slot = [&] { return slots.data() + size_t{at} * NameModel::kSlotBytes; };
    while (at < bucket + NameModel::kProbes && (slot()[0] != 0 || slot()[1] != 0)) ++at;
    if (at == bucket + NameModel::kProbes) continue;
    const uint16_t check = NameModel::check_of(hashes[id]);
    std::memcpy(slot(), &check, 2);
    for (size_t l = 0; l < kNameLabels; ++l) slot()[2 + l] = static_cast<char>(scaled(weights.of[id][l], 127));
    ++kept;
  }
  std::fprintf(stderr, "%zu features of %zu kept\n", kept, hashes.size());
  return out + slots;
}

// The mean of some learners that meet the sentences in another order each and leave out other features.
train::ChainWeights learn(const train::NamesCorpus& corpus) {
  constexpr uint32_t kLearners = 4;
  train::ChainWeights mean(corpus.hashes.size());
  for (uint32_t i = 0; i < kLearners; ++i) {
    train::ChainTrainer::Settings settings;
    settings.seed += i;
    mean.add(train::ChainTrainer(corpus.examples, corpus.hashes.size(), settings).run(), 1.0f / kLearners);
  }
  return mean;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) train::fail("usage: train_names NAMES.jsonl CLASSES.tsv OUT.bin");
  const Resources resources = Resources::embedded();
  const NameLexicon lexicon = must(NameLexicon::load(resources));
  const std::string packed = pack_classes(argv[2]);
  const WordClasses classes = WordClasses::over(packed);
  const train::NamesCorpus corpus(argv[1], resources, lexicon, classes);
  std::fprintf(stderr, "%zu documents, %zu words, %zu features\n", corpus.documents, corpus.tokens,
               corpus.hashes.size());
  const train::ChainWeights weights = learn(corpus);
  const std::string model = pack(corpus.hashes, weights, packed);
  if (auto status = write_file(argv[3], model); !status.ok()) train::fail(status.error().text());
  std::fprintf(stderr, "%s: %zu bytes, xxh3 %016llx\n", argv[3], model.size(),
               static_cast<unsigned long long>(hash64(model)));
  return 0;
}
