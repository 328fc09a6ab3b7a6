// Reading Universal Dependencies treebanks (universaldependencies.org/format.html) for the trainers.
#pragma once

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/strings.h"
#include "dateline/syntax.h"
#include "text/clusters.h"
#include "text/tagger.h"

namespace dateline::train {

struct Word {
  std::string form, lemma;
  TagPair tag{};
  int head = -1;  // index in the sentence; its size for the root
  Deprel relation = Deprel::dep;
};

// A stretch without white space as the text has it: "don't" is one of two words.
struct Surface {
  std::string form;
  int first = 0, words = 1;
  bool space_after = true;
};

struct Tree {
  std::vector<Word> words;
  std::vector<Surface> surfaces;
  std::string text;
  bool new_document = false, new_paragraph = false;
};

template <typename E, size_t N>
E enum_of(const std::array<std::string_view, N>& names, std::string_view name, E otherwise) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<E>(i);
  }
  return otherwise;
}

inline Xpos xpos_of(std::string_view tag) {
  if (tag == "$") return Xpos::SYM;
  if (tag.empty() || tag == "GW" || tag == "AFX" || tag == "XX" || tag == "ADD") return Xpos::NIL;
  const Xpos known = enum_of(kXposNames, tag, Xpos::PUNCT);
  return known;
}

inline Deprel relation_of(std::string_view name) {
  const Deprel whole = enum_of(kDeprelNames, name, Deprel::dep);
  if (whole != Deprel::dep || name == "dep") return whole;
  return enum_of(kDeprelNames, name.substr(0, name.find(':')), Deprel::dep);
}

[[noreturn]] inline void fail(const std::string& message) {
  fmt::print(stderr, "{}\n", message);
  std::exit(2);
}

inline std::string read_or_die(const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes.ok()) fail(bytes.error().text());
  return std::move(*bytes);
}

inline void read_trees(const std::string& path, std::vector<Tree>& out) {
  const std::string bytes = read_or_die(path);
  Tree tree;
  int covered = 0;
  for (std::string_view line : split(bytes, '\n')) {
    if (line.starts_with("# newdoc")) tree.new_document = true;
    if (line.starts_with("# newpar") && !line.starts_with("# newpar_")) tree.new_paragraph = true;
    if (line.starts_with("# text = ")) tree.text = line.substr(9);
    if (line.starts_with('#')) continue;
    if (line.empty()) {
      if (!tree.words.empty()) {
        for (Word& w : tree.words) w.head = w.head == 0 ? static_cast<int>(tree.words.size()) : w.head - 1;
        out.push_back(std::move(tree));
      }
      tree = Tree{};
      covered = 0;
      continue;
    }
    const auto cells = split(line, '\t');
    if (cells.size() != 10 || cells[0].find('.') != std::string_view::npos) continue;
    const bool glued = cells[9].find("SpaceAfter=No") != std::string_view::npos;
    if (const size_t dash = cells[0].find('-'); dash != std::string_view::npos) {
      const int first = std::atoi(std::string(cells[0].substr(0, dash)).c_str());
      const int last = std::atoi(std::string(cells[0].substr(dash + 1)).c_str());
      tree.surfaces.push_back({std::string(cells[1]), first - 1, last - first + 1, !glued});
      covered = last;
      continue;
    }
    Word word;
    word.form = cells[1];
    word.lemma = cells[2];
    word.tag = {enum_of(kUposNames, cells[3], Upos::X), xpos_of(cells[4])};
    word.head = std::atoi(std::string(cells[6]).c_str());
    word.relation = relation_of(cells[7]);
    tree.words.push_back(std::move(word));
    const int id = static_cast<int>(tree.words.size());
    if (id > covered) tree.surfaces.push_back({std::string(cells[1]), id - 1, 1, !glued});
  }
}

// All trees of the files, in their order.
inline std::vector<Tree> read_trees(const std::vector<std::string>& paths) {
  std::vector<Tree> out;
  for (const std::string& path : paths) read_trees(path, out);
  return out;
}

inline std::vector<WordForm> forms_of(const Tree& tree, const WordClusters& clusters) {
  std::vector<WordForm> out;
  for (const Word& w : tree.words) out.push_back(clusters.form(w.form));
  return out;
}

// Fixed shuffling, the same on every machine (splitmix64; Fisher-Yates).
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t next() {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  uint64_t below(uint64_t n) { return next() % n; }
  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  uint64_t state_;
};

}  // namespace dateline::train
