// train_clusters OUT.bin INPUT... : groups words that stand beside the same words, by exchange (Martin, Liermann & Ney
// 1998: bigram classes, maximum likelihood), in whole numbers. Inputs by their names' endings: .conllu; .csv (GMB);
// .jsonl (a report a line, key "text"); .txt (MASC: word_TAG).
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "conllu.h"
#include "perceptron.h"
#include "text/clusters.h"
#include "text/tokeniser.h"
#include "text/word_form.h"

using namespace dateline;
using namespace dateline::train;

namespace {

constexpr int kLeastCount = 4, kFine = 384, kCoarse = 48, kRounds = 8;

using Words = std::vector<uint32_t>;  // WordForm::lower; 0 between sentences or lines

void add_csv(const std::string& bytes, Words& out) {
  for (std::string_view line : split(bytes, '\n')) {
    if (line.starts_with("Sentence:")) out.push_back(0);
    const size_t a = line.find(','), b = line.find(',', a + 1);
    if (a == std::string_view::npos || b == std::string_view::npos) continue;
    out.push_back(word_form(line.substr(a + 1, b - a - 1)).lower);
  }
}

void add_tagged(const std::string& bytes, Words& out) {
  for (std::string_view line : split(bytes, '\n')) {
    for (std::string_view item : split(line, ' ')) {
      const size_t cut = item.rfind('_');
      if (cut != std::string_view::npos && cut > 0) out.push_back(word_form(item.substr(0, cut)).lower);
    }
    out.push_back(0);
  }
}

void add_text(std::string_view text, const SegmenterWords& lists, Words& out) {
  const Tokeniser tokeniser(text, lists);
  std::vector<Span> spans;
  for (uint32_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      if (text[at++] == '\n') out.push_back(0);
      continue;
    }
    uint32_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    spans.clear();
    tokeniser.chunk({at, end}, spans);
    for (const Span s : spans) out.push_back(word_form(s.of(text)).lower);
    at = end;
  }
  out.push_back(0);
}

// n * log2(n) in 2^-16.
std::vector<int64_t> entropy_table(size_t size) {
  std::vector<int64_t> out(size, 0);
  for (size_t n = 2; n < size; ++n) {
    int whole = 63 - __builtin_clzll(n);
    uint64_t x = (static_cast<uint64_t>(n) << 31) >> whole;  // 1 <= x < 2, in 2^-31
    int64_t log = whole;
    for (int bit = 0; bit < 16; ++bit) {
      x = (x * x) >> 31;
      log <<= 1;
      if (x >> 32) log |= 1, x >>= 1;
    }
    out[n] = static_cast<int64_t>(n) * log;
  }
  return out;
}

class Exchange {
 public:
  Exchange(const std::vector<uint32_t>& ids, uint32_t words, int classes, const std::vector<int64_t>& table)
      : n_(words), k_(classes), table_(table), class_of_(words), right_(words), left_(words), count_(words, 0) {
    std::vector<std::pair<uint32_t, uint32_t>> pairs;
    for (size_t i = 0; i + 1 < ids.size(); ++i) pairs.emplace_back(ids[i], ids[i + 1]);
    std::sort(pairs.begin(), pairs.end());
    for (size_t i = 0; i < pairs.size();) {
      size_t j = i;
      while (j < pairs.size() && pairs[j] == pairs[i]) ++j;
      const auto [a, b] = pairs[i];
      right_[a].emplace_back(b, static_cast<int32_t>(j - i));
      left_[b].emplace_back(a, static_cast<int32_t>(j - i));
      count_[a] += static_cast<int32_t>(j - i);
      i = j;
    }
    // Words come by falling frequency: the frequent ones begin alone, the others are dealt out.
    for (uint32_t w = 0; w < n_; ++w) class_of_[w] = static_cast<uint16_t>(w % static_cast<uint32_t>(k_));
    bigrams_.assign(static_cast<size_t>(k_) * k_, 0);
    size_.assign(k_, 0);
    for (uint32_t w = 0; w < n_; ++w) {
      size_[class_of_[w]] += count_[w];
      for (const auto& [v, c] : right_[w]) bigrams_[at(class_of_[w], class_of_[v])] += c;
    }
  }

  size_t round() {
    size_t moved = 0;
    for (uint32_t w = 1; w < n_; ++w) moved += place(w);  // word 0, the border, keeps its class
    return moved;
  }
  const std::vector<uint16_t>& classes() const { return class_of_; }

 private:
  size_t at(int a, int b) const { return static_cast<size_t>(a) * k_ + b; }
  int64_t e(int32_t n) const { return table_[n]; }

  // Takes w out of its class (sign -1) or puts it into one (+1).
  void shift(uint32_t w, int cls, int sign) {
    for (const auto& [c, n] : to_) bigrams_[at(cls, c)] += sign * n;
    for (const auto& [c, n] : from_) bigrams_[at(c, cls)] += sign * n;
    bigrams_[at(cls, cls)] += sign * self_;
    size_[cls] += sign * count_[w];
  }

  bool place(uint32_t w) {
    to_.clear(), from_.clear(), self_ = 0;
    gather(right_[w], w, to_);
    gather(left_[w], w, from_);
    const int old = class_of_[w];
    shift(w, old, -1);
    int best = old;
    int64_t most = INT64_MIN;
    for (int c = 0; c < k_; ++c) {
      int64_t gain = -2 * (e(size_[c] + count_[w]) - e(size_[c]));
      int32_t own = self_;
      for (const auto& [d, n] : to_) {
        if (d == c)
          own += n;
        else
          gain += e(bigrams_[at(c, d)] + n) - e(bigrams_[at(c, d)]);
      }
      for (const auto& [d, n] : from_) {
        if (d == c)
          own += n;
        else
          gain += e(bigrams_[at(d, c)] + n) - e(bigrams_[at(d, c)]);
      }
      if (own > 0) gain += e(bigrams_[at(c, c)] + own) - e(bigrams_[at(c, c)]);
      if (gain > most || (gain == most && c == old)) most = gain, best = c;
    }
    class_of_[w] = static_cast<uint16_t>(best);
    shift(w, best, 1);
    return best != old;
  }

  void gather(const std::vector<std::pair<uint32_t, int32_t>>& list, uint32_t w,
              std::vector<std::pair<int, int32_t>>& out) {
    if (sums_.empty()) sums_.assign(k_, 0);
    touched_.clear();
    for (const auto& [v, n] : list) {
      if (v == w) {
        if (&out == &to_) self_ += n;
        continue;
      }
      const int c = class_of_[v];
      if (sums_[c] == 0) touched_.push_back(c);
      sums_[c] += n;
    }
    for (const int c : touched_) out.emplace_back(c, sums_[c]), sums_[c] = 0;
  }

  uint32_t n_;
  int k_;
  const std::vector<int64_t>& table_;
  std::vector<uint16_t> class_of_;
  std::vector<std::vector<std::pair<uint32_t, int32_t>>> right_, left_;
  std::vector<int32_t> count_, bigrams_, size_, sums_;
  std::vector<int> touched_;
  std::vector<std::pair<int, int32_t>> to_, from_;
  int32_t self_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) fail("train_clusters OUT.bin INPUT...");
  auto lists = load_segmenter_words(Resources::from_folder("resources"));
  if (!lists.ok()) fail(lists.error().text());
  Words words = {0};
  for (int i = 2; i < argc; ++i) {
    const std::string name = argv[i], bytes = read_or_die(name);
    if (name.ends_with(".csv"))
      add_csv(bytes, words);
    else if (name.ends_with(".txt"))
      add_tagged(bytes, words);
    else if (name.ends_with(".jsonl")) {
      for (std::string_view line : split(bytes, '\n')) {
        if (line.empty()) continue;
        add_text(nlohmann::json::parse(line).value("text", ""), *lists, words);
      }
    } else {
      for (const Tree& t : read_trees(std::vector<std::string>{name})) {
        for (const Word& w : t.words) words.push_back(word_form(w.form).lower);
        words.push_back(0);
      }
    }
  }
  // Numbers by falling frequency; 0 is the border, 1 every rare word.
  std::map<uint32_t, int64_t> counts;
  for (const uint32_t w : words) ++counts[w];
  std::vector<std::pair<int64_t, uint32_t>> order;
  for (const auto& [w, n] : counts) {
    if (w != 0 && n >= kLeastCount) order.emplace_back(-n, w);
  }
  std::sort(order.begin(), order.end());
  std::map<uint32_t, uint32_t> id;
  for (size_t i = 0; i < order.size(); ++i) id[order[i].second] = static_cast<uint32_t>(i + 2);
  std::vector<uint32_t> ids;
  for (const uint32_t w : words) ids.push_back(w == 0 ? 0 : id.contains(w) ? id[w] : 1);
  fmt::print("{} words, {} of them different and frequent\n", words.size(), order.size());
  const auto table = entropy_table(ids.size() + 1);
  std::vector<uint16_t> found[2];
  for (int level = 0; level < 2; ++level) {
    Exchange exchange(ids, static_cast<uint32_t>(order.size() + 2), level == 0 ? kFine : kCoarse, table);
    for (int r = 0; r < kRounds; ++r) {
      const size_t moved = exchange.round();
      fmt::print("level {} round {}: {} moved\n", level, r + 1, moved);
      std::fflush(stdout);
      if (moved * 200 < order.size()) break;
    }
    found[level] = exchange.classes();
  }
  size_t size = 1;
  while (size * 7 < order.size() * 10) size *= 2;
  std::vector<WordClusters::Row> rows(size);
  for (size_t i = 0; i < order.size(); ++i) {
    size_t at = order[i].second & (size - 1);
    while (rows[at].word != 0) at = (at + 1) & (size - 1);
    rows[at] = {order[i].second, static_cast<uint16_t>(found[0][i + 2] + 1),
                static_cast<uint16_t>(found[1][i + 2] + 1)};
  }
  const std::string bytes = pack_model({{"words", bytes_of(rows)}});
  if (auto written = write_file(argv[1], bytes); !written.ok()) fail(written.error().text());
  fmt::print("{} bytes\n", bytes.size());
}
