// train_pairs OUT.bin [CLUSTERS.bin TAGGER.bin PARSER.bin NEWS.jsonl]: counts which words hang on which in running text
// (a report a line, key "text"), as that parser reads it. Without them the table is empty: with that the first parser
// is trained.
#include <cmath>
#include <nlohmann/json.hpp>

#include "parser_training.h"
#include "text/segmenter.h"

using namespace dateline;
using namespace dateline::train;

namespace {

using Kind = WordPairs::Kind;
constexpr size_t kLines = size_t{1} << 15, kKinds = 4, kParts = 4;
constexpr uint32_t kLeastOften = 3;

// How often a head has a dependent; WordForm::lower of both.
struct Pair {
  uint32_t times = 0, head = 0, dependent = 0;
  Kind kind{};
};

class PairCounts {
 public:
  // Of one sentence: the words that the parser saw, and its tree.
  void add(const std::vector<Atom>& words, const ParserState& tree) {
    for (int i = 0; i < tree.n; ++i) {
      const int head = tree.head[i];
      if (head == tree.n) continue;
      add(head < i ? Kind::before : Kind::behind, words[head], words[i]);
      const int above = tree.head[head];
      if (tree.label[i] == static_cast<uint8_t>(Deprel::case_) && above < i)
        add(Kind::of_preposition, words[above], words[i]);
    }
  }
  void add(const PairCounts& other) {
    other.pairs_.each([&](uint32_t key, const Pair& pair) { count(key, pair); });
  }

  std::string table() const;

 private:
  void add(Kind kind, const Atom& head, const Atom& dependent) {
    count(WordPairs::key(kind, head.word, dependent.word),
          {1, static_cast<uint32_t>(head.word), static_cast<uint32_t>(dependent.word), kind});
  }
  void count(uint32_t key, const Pair& pair) {
    Pair& at = pairs_[key];
    const uint32_t times = at.times + pair.times;
    at = pair;
    at.times = times;
  }

  KeyMap<Pair> pairs_;
};

// How often (three steps), and by what power of two oftener than words of these frequencies by chance (five).
uint32_t level_of(const Pair& pair, double all, double head, double dependent) {
  const double oftener = std::log2(pair.times * all / head / dependent);
  const uint32_t often = pair.times < 6 ? 0 : pair.times < 30 ? 1 : 2;
  const uint32_t close = oftener < 0 ? 0 : oftener < 1.5 ? 1 : oftener < 4 ? 2 : oftener < 7 ? 3 : 4;
  return 1 + often * 5 + close;
}

// The bytes of the table; of two that it could not tell apart it holds the more frequent one.
std::string PairCounts::table() const {
  std::array<double, kKinds> all{};
  std::array<std::map<uint32_t, double>, kKinds> heads, dependents;
  std::vector<std::pair<uint32_t, const Pair*>> kept;
  pairs_.each([&](uint32_t key, const Pair& pair) {
    const auto kind = static_cast<size_t>(pair.kind);
    all[kind] += pair.times;
    heads[kind][pair.head] += pair.times;
    dependents[kind][pair.dependent] += pair.times;
    if (pair.times >= kLeastOften) kept.emplace_back(key, &pair);
  });
  std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) {
    return std::pair(b.second->times, a.first) < std::pair(a.second->times, b.first);
  });
  std::vector<WordPairs::Line> lines(kLines);
  size_t written = 0;
  for (const auto& [key, pair] : kept) {
    const auto kind = static_cast<size_t>(pair->kind);
    auto& entries = lines[WordPairs::line(key, kLines)].entry;
    const auto place = std::find_if(std::begin(entries), std::end(entries), [&](uint16_t entry) {
      return entry == 0 || entry >> 4 == WordPairs::entry(key, 0) >> 4;
    });
    if (place == std::end(entries) || *place != 0) continue;
    *place = WordPairs::entry(
        key, level_of(*pair, all[kind], heads[kind].at(pair->head), dependents[kind].at(pair->dependent)));
    ++written;
  }
  fmt::print("{} pairs, {} often enough, {} in the table\n", pairs_.size(), kept.size(), written);
  return bytes_of(lines);
}

// What reads the news.
struct Reader {
  const WordClusters& clusters;
  const Tagger& tagger;
  const Parser& parser;
  const Segmenter& segmenter;

  void read(std::string text, PairCounts& counts) const {
    Document doc;
    doc.text = std::move(text);
    doc.sections = {{{0, static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
    segmenter.annotate(doc);
    ParserState state;
    for (const Sentence& sentence : doc.sentences) {
      Tree words;
      for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
        words.words.push_back(
            {std::string(doc.words(doc.tokens[t])), "", {}, static_cast<int>(sentence.tokens.size())});
      const Example e = example_of(words, clusters, tagger, tags_of(tagger, clusters, words));
      parser.parse(e.atoms.data(), static_cast<int>(e.head.size()), state);
      counts.add(e.atoms, state);
    }
  }
};

PairCounts read(const Reader& reader, const char* path) {
  const std::string bytes = read_or_die(path);
  const auto lines = split(bytes, '\n');
  std::vector<PairCounts> counts(kParts);
  in_threads(kParts, [&](size_t part) {
    for (size_t i = part; i < lines.size(); i += kParts) {
      if (!lines[i].empty()) reader.read(nlohmann::json::parse(lines[i]).value("text", ""), counts[part]);
    }
  });
  for (size_t part = 1; part < kParts; ++part) counts[0].add(counts[part]);
  return std::move(counts[0]);
}

PairCounts read(char** paths) {
  const std::string cluster_bytes = read_or_die(paths[0]), tagger_bytes = read_or_die(paths[1]);
  const std::string parser_bytes = read_or_die(paths[2]);
  auto clusters = WordClusters::open(cluster_bytes);
  auto tagger = Tagger::open(tagger_bytes);
  auto segmenter = Segmenter::load(Resources::from_folder("resources"));
  if (!clusters.ok() || !tagger.ok() || !segmenter.ok()) fail("a model is missing or ill-formed");
  return read({*clusters, *tagger, open_parser(parser_bytes), *segmenter}, paths[3]);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && argc != 6) fail("train_pairs OUT.bin [CLUSTERS.bin TAGGER.bin PARSER.bin NEWS.jsonl]");
  const PairCounts counts = argc == 6 ? read(argv + 2) : PairCounts();
  if (auto written = write_file(argv[1], pack_model({{"pairs", counts.table()}})); !written.ok())
    fail(written.error().text());
}
