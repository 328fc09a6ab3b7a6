#include "text/parser.h"

namespace dateline {

Atom parser_atom(const WordForm& form, uint8_t tag) {
  return {form.lower, uint64_t{tag} + 0x1000, form.fine + 0x2000ull, form.coarse + 0x4000ull};
}

Atom root_atom() { return {0x31, 0x32, 0x33, 0x34}; }

Result<Parser> Parser::load(const Resources& resources) {
  TRY(std::string_view bytes, resources.get(kFile));
  LargePages pages(bytes);
  TRY(Parser parser, open(pages.bytes()));
  parser.pages_ = std::move(pages);
  return parser;
}

Result<Parser> Parser::open(std::string_view bytes) {
  Parser parser;
  TRY(ModelFile file, ModelFile::open(kFile, bytes));
  TRY(parser.moves_, MoveModel::open(file));
  TRY(parser.labels_, SparseLinear::open(file, "lab", static_cast<int>(kDeprelNames.size())));
  return parser;
}

void Parser::parse(const Atom* atoms, int n, ParserState& state) const {
  state.start(n);
  MoveFeatures features;
  uint32_t keys[kLabelFeatures];
  while (!state.done()) {
    Move best = kShift;
    if (state.stack.empty()) {
      state.shift();
      continue;
    }
    tag_features(state, atoms, features);
    moves_.ask_tags(features);
    word_features(state, atoms, features);
    int32_t scores[kMoves] = {};
    moves_.add(features, scores);
    bool found = false;
    for (int m = 0; m < kMoves; ++m) {
      if (!state.can(static_cast<Move>(m)) || (found && scores[m] <= scores[best])) continue;
      best = static_cast<Move>(m);
      found = true;
    }
    if (best == kShift) {
      state.shift();
      continue;
    }
    const int parent = state.parent(best);
    if (parent == n) {
      state.attach(best, static_cast<uint8_t>(Deprel::root));
      continue;
    }
    SparseLinear::Scores labels = {};
    labels_.add(keys, label_features(state, atoms, parent, state.child(), keys), labels);
    labels[static_cast<int>(Deprel::root)] = INT16_MIN;
    state.attach(best, static_cast<uint8_t>(best_of(labels, static_cast<int>(kDeprelNames.size()))));
  }
}

}  // namespace dateline
