// Training the parser: what its two programs share.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tagger_training.h"
#include "text/parser.h"

namespace dateline::train {

struct Example {
  std::vector<Atom> atoms;
  std::vector<int> head;
  std::vector<uint8_t> relation;
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

inline Example example_of(const Tree& tree, const WordClusters& clusters, const std::vector<uint8_t>& tags) {
  Example e;
  const auto forms = forms_of(tree, clusters);
  for (size_t i = 0; i < forms.size(); ++i) e.atoms.push_back(parser_atom(forms[i], tags[i]));
  e.atoms.push_back(root_atom());
  for (const Word& w : tree.words) e.head.push_back(w.head), e.relation.push_back(static_cast<uint8_t>(w.relation));
  make_projective(e.head);
  e.children.resize(e.head.size() + 1);
  for (size_t i = 0; i < e.head.size(); ++i) e.children[e.head[i]].push_back(static_cast<int>(i));
  return e;
}

inline Parser open_parser(std::string_view bytes) {
  auto parser = Parser::open(bytes);
  if (!parser.ok()) fail(parser.error().text());
  return std::move(*parser);
}

constexpr size_t kGlanceRows = size_t{1} << kGlanceBits;

// The parts of a model that weighs everything.
inline void nothing_clear(std::vector<std::pair<std::string, std::string>>& parts) {
  parts.emplace_back("glance", bytes_of(std::vector<MoveModel::Weights>(kGlanceRows)));
  parts.emplace_back("lead", bytes_of(std::vector<int32_t>{INT32_MAX}));
  parts.emplace_back("arcs", bytes_of(SureCounts().table(1, 1)));
}

// How well it does on sentences whose trees are known, in words.
inline std::string scores_of(const Parser& parser, const std::vector<Example>& examples) {
  size_t words = 0, heads = 0, both = 0;
  ParserState state;
  for (const Example& e : examples) {
    const int n = static_cast<int>(e.head.size());
    parser.parse(e.atoms.data(), n, state);
    for (int i = 0; i < n; ++i) {
      ++words;
      heads += state.head[i] == e.head[i];
      auto plain = [](uint8_t r) {
        const auto name = kDeprelNames[r];
        return name.substr(0, name.find(':'));
      };
      both += state.head[i] == e.head[i] && plain(state.label[i]) == plain(e.relation[i]);
    }
  }
  return fmt::format("dev uas {:.2f} las {:.2f}", 100.0 * heads / words, 100.0 * both / words);
}

}  // namespace dateline::train
