// Training the parser: what its two programs share.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tagger_training.h"
#include "text/marks.h"
#include "text/parser.h"

namespace dateline::train {

// A tree as the parser sees it: of its words alone.
struct Example {
  WordsAndMarks marks;
  std::vector<Atom> atoms;
  std::vector<int> head;
  std::vector<uint8_t> relation;
  std::vector<int> gold_head;  // the tree as it is, by token
  std::vector<uint8_t> gold_relation;
  std::vector<std::vector<int>> children;
};

// Lifts crossing arcs to the grandparent until there are none (Nivre & Nilsson 2005).
inline void make_projective(std::vector<int>& head) {
  const int n = static_cast<int>(head.size());
  for (bool again = true; again;) {
    again = false;
    int shortest = -1;
    for (int d = 0; d < n; ++d) {
      const int h = head[d], low = std::min(d, h), high = std::max(d, h);
      for (int k = low + 1; k < high; ++k) {
        int up = k;
        for (int steps = 0; up != h && up != n && steps <= n; ++steps) up = head[up];
        if (up == h) continue;
        if (shortest < 0 || std::abs(d - h) < std::abs(shortest - head[shortest])) shortest = d;
        break;
      }
    }
    if (shortest >= 0 && head[shortest] < n) {
      head[shortest] = head[head[shortest]];
      again = true;
    }
  }
}

// Of several roots (a mark was the root) the first has the others.
inline void one_root(std::vector<int>& head) {
  const int n = static_cast<int>(head.size());
  int root = -1;
  for (int i = 0; i < n; ++i) {
    if (head[i] == n && root < 0)
      root = i;
    else if (head[i] == n)
      head[i] = root;
  }
}

// The tree of the words alone: what hangs on a mark hangs on what that hangs on.
inline void set_tree(const Tree& tree, Example& e) {
  const auto& words = e.marks.words();
  const int n = static_cast<int>(tree.words.size());
  std::vector<int> place(tree.words.size() + 1, static_cast<int>(words.size()));  // of a token among the words
  for (size_t w = 0; w < words.size(); ++w) place[words[w]] = static_cast<int>(w);
  for (const int word : words) {
    int up = tree.words[word].head;
    while (up != n && e.marks.is_mark(up)) up = tree.words[up].head;
    e.head.push_back(place[up]);
    e.relation.push_back(static_cast<uint8_t>(tree.words[word].relation));
  }
  one_root(e.head);
  make_projective(e.head);
  e.children.resize(e.head.size() + 1);
  for (size_t i = 0; i < e.head.size(); ++i) e.children[e.head[i]].push_back(static_cast<int>(i));
}

inline Example example_of(const Tree& tree, const WordClusters& clusters, const Tagger& tagger,
                          const std::vector<uint8_t>& tags) {
  Example e;
  const auto forms = forms_of(tree, clusters);
  e.marks.start();
  for (size_t i = 0; i < forms.size(); ++i) e.marks.add(tree.words[i].form, tagger.pair(tags[i]).upos == Upos::PUNCT);
  e.marks.finish();
  const auto& words = e.marks.words();
  for (size_t w = 0; w < words.size(); ++w)
    e.atoms.push_back(parser_atom(forms[words[w]], tags[words[w]], e.marks.gaps()[w]));
  e.atoms.push_back(root_atom(e.marks.gaps().back()));
  set_tree(tree, e);
  for (const Word& w : tree.words) {
    e.gold_head.push_back(w.head);
    e.gold_relation.push_back(static_cast<uint8_t>(w.relation));
  }
  return e;
}

// How many arcs of the right tree a move makes impossible.
inline int cost(const ParserState& s, const Example& e, Move move) {
  int lost = 0;
  if (move == kShift) {
    const int b = s.b0;
    for (size_t i = 0; i < s.stack.size(); ++i) {
      lost += e.head[s.stack[i]] == b;
      if (i + 1 < s.stack.size()) lost += e.head[b] == s.stack[i];
    }
    return lost;
  }
  const int c = s.child();
  for (const int d : e.children[c]) lost += d >= s.b0;
  const int h = e.head[c];
  if (move == kRight) return lost + (h >= s.b0);
  return lost + (h > s.b0 || (s.stack.size() > 1 && h == s.stack[s.stack.size() - 2]));
}

inline Parser open_parser(std::string_view bytes) {
  auto parser = Parser::open(bytes);
  if (!parser.ok()) fail(parser.error().text());
  return std::move(*parser);
}

// What train_pairs wrote: the table, and its bytes.
struct PairsFile {
  WordPairs table;
  std::string bytes;
};
inline PairsFile open_pairs(const char* path, std::string_view bytes) {
  const auto or_die = [](auto result) {
    if (!result.ok()) fail(result.error().text());
    return *std::move(result);
  };
  const ModelFile file = or_die(ModelFile::open(path, bytes));
  const auto [lines, size] = or_die(file.part<char>("pairs"));
  return {or_die(WordPairs::open(file, "pairs")), std::string(lines, size)};
}

constexpr size_t kGlanceRows = size_t{1} << kGlanceBits;

// The parts of a model that weighs everything.
inline void nothing_clear(std::vector<std::pair<std::string, std::string>>& parts) {
  parts.emplace_back("glance", bytes_of(std::vector<MoveModel::Weights>(kGlanceRows)));
  parts.emplace_back("lead", bytes_of(std::vector<int32_t>{INT32_MAX}));
  parts.emplace_back("arcs", bytes_of(SureCounts().table(1, 1)));
}

// The heads of all tokens where the parser gave those of the words.
inline std::vector<int> heads_of_tokens(const Example& e, const ParserState& state) {
  WordsAndMarks marks = e.marks;
  std::vector<int> head(e.gold_head.size());
  for (int i = 0; i < state.n; ++i) {
    const int up = state.head[i];
    head[marks.words()[i]] = up == state.n ? static_cast<int>(head.size()) : marks.words()[up];
  }
  marks.hang(head);
  return head;
}

// How well it does on sentences whose trees are known, in tokens.
inline std::string scores_of(const Parser& parser, const std::vector<Example>& examples) {
  const auto plain = [](uint8_t relation) {
    const auto name = kDeprelNames[relation];
    return name.substr(0, name.find(':'));
  };
  size_t tokens = 0, heads = 0, both = 0;
  ParserState state;
  for (const Example& e : examples) {
    parser.parse(e.atoms.data(), static_cast<int>(e.head.size()), state);
    const std::vector<int> head = heads_of_tokens(e, state);
    std::vector<uint8_t> relation(head.size(), static_cast<uint8_t>(Deprel::punct));
    for (int i = 0; i < state.n; ++i) relation[e.marks.words()[i]] = state.label[i];
    for (size_t i = 0; i < head.size(); ++i) {
      const bool right = head[i] == e.gold_head[i];
      ++tokens;
      heads += right;
      both += right && plain(relation[i]) == plain(e.gold_relation[i]);
    }
  }
  return fmt::format("dev uas {:.2f} las {:.2f}", 100.0 * heads / tokens, 100.0 * both / tokens);
}

}  // namespace dateline::train
