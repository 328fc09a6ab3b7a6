#include "text/parser.h"

namespace dateline {

Atom parser_atom(const WordForm& form, uint8_t tag) {
  return {form.lower, uint64_t{tag} + 0x1000, form.fine + 0x2000ull, form.coarse + 0x4000ull};
}

Atom root_atom() { return {0x31, 0x32, 0x33, 0x34}; }

Result<Parser> Parser::load(const Resources& resources) {
  TRY(std::string_view bytes, resources.get(kFile));
  return open(bytes);
}

Result<Parser> Parser::open(std::string_view bytes) {
  Parser parser;
  TRY(ModelFile file, ModelFile::open(kFile, bytes));
  TRY(auto moves, file.part<Weights>("moves"));
  TRY(parser.labels_, SparseLinear::open(file, "lab"));
  parser.moves_ = moves.first;
  parser.mask_ = moves.second - 1;
  return parser;
}

void Parser::parse(const Atom* atoms, int n, ParserState& state) const {
  state.start(n);
  uint64_t features[kMoveFeatures];
  uint32_t keys[kLabelFeatures];
  while (!state.done()) {
    Move best = kShift;
    if (state.stack.empty()) {
      state.shift();
      continue;
    }
    const int count = move_features(state, atoms, features);
    for (int i = 0; i < count; ++i) __builtin_prefetch(&moves_[features[i] & mask_]);
    int32_t scores[kMoves] = {};
    for (int i = 0; i < count; ++i) {
      const Weights& w = moves_[features[i] & mask_];
      for (int m = 0; m < kMoves; ++m) scores[m] += w.move[m];
    }
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
    int32_t labels[64] = {};
    labels_.add(keys, label_features(state, atoms, parent, state.child(), keys), labels);
    labels[static_cast<int>(Deprel::root)] = INT32_MIN;
    state.attach(best, static_cast<uint8_t>(best_of(labels, static_cast<int>(kDeprelNames.size()))));
  }
}

}  // namespace dateline
