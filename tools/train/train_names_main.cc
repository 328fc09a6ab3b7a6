// Trains resources/models/names.bin: an averaged perceptron over a linear chain (see src/annotate/name_tagger.h).
//
//   train_names NAMES.jsonl CLASSES.tsv OUT.bin [EPOCHS]
//
// NAMES.jsonl is written by tools/train/names_corpora.py, CLASSES.tsv by tools/data/make_word_classes.py. The text is
// cut into words by Dateline's own segmenter and tagged by its own tagger, as in use; in every other document the tags
// are left out, so that the model does not lean on them. All sums are of integers and the order of documents comes from
// a fixed seed: the same input gives the same bytes.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <random>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "annotate/name_tagger.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/strings.h"
#include "text/segmenter.h"
#include "text/syntax.h"

using namespace dateline;

namespace {

constexpr uint32_t kSlots = 1u << 18;
constexpr size_t kMostFeatures = 200000;
constexpr int kLeastCount = 3;
constexpr uint32_t kSeed = 20261122;

struct Example {
  std::vector<std::vector<uint32_t>> features;  // [token] ids
  std::vector<uint8_t> labels;
};

void fail(const std::string& message) {
  std::fprintf(stderr, "train_names: %s\n", message.c_str());
  std::exit(2);
}

template <typename T>
T must(Result<T> result) {
  if (!result.ok()) fail(result.error().text());
  return std::move(result).value();
}

std::string pack_classes(const std::string& path) {
  std::string slots(size_t{1 << 18} * 6, '\0');
  const std::string text = must(read_file(path));
  for (std::string_view line : split(text, '\n')) {
    const auto cells = split(line, '\t');
    if (cells.size() < 3) continue;
    const auto value = static_cast<uint16_t>(
        1 + (std::atoi(std::string(cells[1]).c_str()) << 3 | std::atoi(std::string(cells[2]).c_str())));
    const uint64_t h = hash64(cells[0]);
    uint32_t at = static_cast<uint32_t>(h) & ((1 << 18) - 1);
    for (;; at = (at + 1) & ((1 << 18) - 1)) {
      uint16_t there;
      std::memcpy(&there, slots.data() + size_t{at} * 6 + 4, 2);
      if (there == 0) break;
    }
    const auto check = static_cast<uint32_t>(h >> 32);
    std::memcpy(slots.data() + size_t{at} * 6, &check, 4);
    std::memcpy(slots.data() + size_t{at} * 6 + 4, &value, 2);
  }
  return slots;
}

// Labels of a sentence's tokens from names given as bytes; a name counts where it covers whole tokens.
std::vector<uint8_t> labels_of(const Document& doc, const Sentence& s, const nlohmann::json& names) {
  std::vector<uint8_t> labels(s.tokens.size(), 0);
  for (const auto& name : names) {
    const Span span{name[0], name[1]};
    if (!s.span.overlaps(span)) continue;
    const size_t type = std::string_view("pol").find(name[2].get<std::string>());
    uint32_t begin = s.tokens.end, end = s.tokens.begin;
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      if (!doc.tokens[t].span.overlaps(span)) continue;
      begin = std::min(begin, t);
      end = t + 1;
    }
    if (begin >= end) continue;
    for (uint32_t t = begin; t < end; ++t) {
      const NamePart part = end - begin == 1 ? NamePart::unit
                            : t == begin     ? NamePart::begin
                            : t + 1 == end   ? NamePart::last
                                             : NamePart::inside;
      labels[t - s.tokens.begin] = name_label(type, part);
    }
  }
  return labels;
}

class Corpus {
 public:
  Corpus(const std::string& path, const Resources& resources, const NameLexicon& lexicon, const WordClasses& classes)
      : segmenter_(must(Segmenter::load(resources))),
        syntax_(must(SyntaxAnnotator::load(resources))),
        features_(lexicon, classes) {
    std::ifstream in(path);
    if (!in) fail("no " + path);
    for (std::string line; std::getline(in, line); ++documents_) read(nlohmann::json::parse(line));
    keep_frequent();
  }

  std::vector<Example> examples;
  std::vector<uint64_t> hashes;  // [id]
  size_t documents_ = 0, tokens_ = 0;

 private:
  void read(const nlohmann::json& row) {
    Document doc;
    doc.text = row["text"];
    doc.language = "en";
    doc.sections = {{{0, static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
    segmenter_.annotate(doc);
    syntax_.annotate(doc);
    const auto words = features_.look(doc);
    uint64_t out[NameFeatures::kCount];
    for (const Sentence& s : doc.sentences) {
      Example example;
      example.labels = labels_of(doc, s, row["names"]);
      for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        features_.at(words, s, t, documents_ % 2 == 0, out);
        std::vector<uint32_t> ids;
        for (size_t f = 0; f < NameFeatures::kCount && out[f] != 0; ++f) {
          auto [it, fresh] = id_of_.emplace(out[f], static_cast<uint32_t>(hashes.size()));
          if (fresh) hashes.push_back(out[f]), count_.push_back(0);
          ++count_[it->second];
          ids.push_back(it->second);
        }
        example.features.push_back(std::move(ids));
      }
      tokens_ += s.tokens.size();
      examples.push_back(std::move(example));
    }
  }

  void keep_frequent() {
    std::vector<uint32_t> renumber(hashes.size(), UINT32_MAX);
    std::vector<uint64_t> kept;
    for (size_t i = 0; i < hashes.size(); ++i) {
      if (count_[i] < kLeastCount) continue;
      renumber[i] = static_cast<uint32_t>(kept.size());
      kept.push_back(hashes[i]);
    }
    for (Example& e : examples) {
      for (auto& ids : e.features) {
        std::vector<uint32_t> fewer;
        for (uint32_t id : ids) {
          if (renumber[id] != UINT32_MAX) fewer.push_back(renumber[id]);
        }
        ids = std::move(fewer);
      }
    }
    hashes = std::move(kept);
    id_of_.clear();
  }

  Segmenter segmenter_;
  SyntaxAnnotator syntax_;
  NameFeatures features_;
  std::unordered_map<uint64_t, uint32_t> id_of_;
  std::vector<uint32_t> count_;
};

struct Weights {
  std::vector<NameScores> now;
  std::vector<std::array<int64_t, kNameLabels>> sum;  // of now * time since the change, the usual trick for averages
  std::array<NameScores, kNameLabels + 1> transitions{};
  std::array<std::array<int64_t, kNameLabels>, kNameLabels + 1> transition_sum{};
};

void train(const Corpus& corpus, int epochs, Weights& w) {
  w.now.assign(corpus.hashes.size(), {});
  w.sum.assign(corpus.hashes.size(), {});
  std::vector<uint32_t> order(corpus.examples.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(kSeed);
  int64_t time = 1;
  std::vector<NameScores> scores;
  std::vector<uint8_t> labels;
  auto allowed = w.transitions;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    size_t wrong = 0, tokens = 0;
    for (uint32_t i : order) {
      const Example& e = corpus.examples[i];
      scores.assign(e.labels.size(), {});
      for (size_t t = 0; t < e.labels.size(); ++t) {
        for (uint32_t id : e.features[t]) {
          for (size_t l = 0; l < kNameLabels; ++l) scores[t][l] += w.now[id][l];
        }
      }
      for (size_t a = 0; a <= kNameLabels; ++a) {
        for (size_t b = 0; b < kNameLabels; ++b)
          allowed[a][b] = name_label_follows(a, b) ? w.transitions[a][b] : -(1 << 28);
      }
      best_name_labels(scores, allowed, labels);
      tokens += labels.size();
      ++time;
      if (labels == e.labels) continue;
      size_t before_gold = kNameLabels, before_mine = kNameLabels;
      for (size_t t = 0; t < labels.size(); ++t) {
        const uint8_t gold = e.labels[t], mine = labels[t];
        if (gold != mine) {
          ++wrong;
          for (uint32_t id : e.features[t]) {
            ++w.now[id][gold], w.sum[id][gold] += time;
            --w.now[id][mine], w.sum[id][mine] -= time;
          }
        }
        if (gold != mine || before_gold != before_mine) {
          ++w.transitions[before_gold][gold], w.transition_sum[before_gold][gold] += time;
          --w.transitions[before_mine][mine], w.transition_sum[before_mine][mine] -= time;
        }
        before_gold = gold, before_mine = mine;
      }
    }
    std::fprintf(stderr, "epoch %d: %zu of %zu words wrong\n", epoch + 1, wrong, tokens);
  }
  // The average of all states, times `time`: time * now - sum.
  for (size_t id = 0; id < w.now.size(); ++id) {
    for (size_t l = 0; l < kNameLabels; ++l) w.sum[id][l] = time * w.now[id][l] - w.sum[id][l];
  }
  for (size_t a = 0; a <= kNameLabels; ++a) {
    for (size_t b = 0; b < kNameLabels; ++b)
      w.transition_sum[a][b] = time * w.transitions[a][b] - w.transition_sum[a][b];
  }
}

std::string pack(const Corpus& corpus, const Weights& w, const std::string& classes) {
  // The features with the largest weights, brought to 8 bits; a few outliers are cut.
  std::vector<std::pair<int64_t, uint32_t>> rank;
  for (uint32_t id = 0; id < w.sum.size(); ++id) {
    int64_t most = 0;
    for (int64_t x : w.sum[id]) most = std::max(most, std::abs(x));
    if (most > 0) rank.emplace_back(-most, id);
  }
  std::sort(rank.begin(), rank.end());
  if (rank.size() > kMostFeatures) rank.resize(kMostFeatures);
  const int64_t top = rank.empty() ? 1 : std::max<int64_t>(1, -rank[rank.size() / 200].first);
  auto scaled = [&](int64_t x, int64_t limit) {
    return std::clamp((x * 127 + (x < 0 ? -top / 2 : top / 2)) / top, -limit, limit);
  };
  std::string out = "DLNAMES1";
  auto put = [&](auto value) { out.append(reinterpret_cast<const char*>(&value), sizeof value); };
  put(static_cast<uint32_t>(classes.size()));
  put(kSlots);
  for (const auto& row : w.transition_sum) {
    for (int64_t x : row) put(static_cast<int16_t>(scaled(x, 32000)));
  }
  out += classes;
  std::string slots(size_t{kSlots} * NameModel::kSlotBytes, '\0');
  size_t lost = 0;
  for (const auto& [negative, id] : rank) {
    const uint64_t hash = corpus.hashes[id];
    uint32_t at = NameModel::slot_of(hash, kSlots - 1), probe = 0;
    while (probe < NameModel::kProbes &&
           (slots[size_t{at} * NameModel::kSlotBytes] != 0 || slots[size_t{at} * NameModel::kSlotBytes + 1] != 0)) {
      at = (at + 1) & (kSlots - 1);
      ++probe;
    }
    if (probe == NameModel::kProbes) {
      ++lost;
      continue;
    }
    char* slot = slots.data() + size_t{at} * NameModel::kSlotBytes;
    const uint16_t check = NameModel::check_of(hash);
    std::memcpy(slot, &check, 2);
    for (size_t l = 0; l < kNameLabels; ++l)
      slot[2 + l] = static_cast<char>(static_cast<int8_t>(scaled(w.sum[id][l], 127)));
  }
  std::fprintf(stderr, "%zu features of %zu kept, %zu found no slot\n", rank.size() - lost, corpus.hashes.size(), lost);
  return out + slots;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) fail("usage: train_names NAMES.jsonl CLASSES.tsv OUT.bin [EPOCHS]");
  const Resources resources = Resources::embedded();
  const NameLexicon lexicon = must(NameLexicon::load(resources));
  const std::string packed = pack_classes(argv[2]);
  const WordClasses classes = WordClasses::over(packed);
  const Corpus corpus(argv[1], resources, lexicon, classes);
  std::fprintf(stderr, "%zu documents, %zu words, %zu features\n", corpus.documents_, corpus.tokens_,
               corpus.hashes.size());
  Weights weights;
  train(corpus, argc > 4 ? std::atoi(argv[4]) : 8, weights);
  const std::string model = pack(corpus, weights, packed);
  if (auto status = write_file(argv[3], model); !status.ok()) fail(status.error().text());
  std::fprintf(stderr, "%s: %zu bytes, xxh3 %016llx\n", argv[3], model.size(),
               static_cast<unsigned long long>(hash64(model)));
  return 0;
}
