#include "text/parser.h"

#include <algorithm>

#include "text/marks.h"

namespace dateline {

namespace {

// "the officials |who spoke| were": a verb that has a relative pronoun before it hangs on the noun before that, and
// never takes it for another subject.
bool takes_second_subject(const ParserState& state, const Atom* atoms) {
  if (atoms[state.child()].part != Part::noun) return false;
  for (const auto& side : state.left) {
    const int child = side[state.b0];
    if (child >= 0 && atoms[child].part == Part::relative) return true;
  }
  return false;
}

// "in a |taxi|, county |sheriff| Hill said": across a comma no noun is part of one behind it, unless that is a
// predicate.
bool leaps_comma(const ParserState& state, const Atom* atoms) {
  if (atoms[state.child()].part != Part::noun || atoms[state.b0].part != Part::noun) return false;
  const bool predicate = state.relations[state.b0] & (ParserState::kSubjectBit | ParserState::kCopulaBit);
  return !predicate && (atoms[state.first[state.b0]].gap & kComma) != 0;
}

// What no tree has, whatever the weights say. An article hangs on something behind it, and nothing on an article.
bool barred(const ParserState& state, const Atom* atoms, Move move) {
  if (move == kShift || state.b0 == state.n) return false;
  if (atoms[state.parent(move)].part == Part::article) return true;
  if (move == kRight) return atoms[state.child()].part == Part::article;
  return move == kLeft && (takes_second_subject(state, atoms) || leaps_comma(state, atoms));
}

// The possible move with the highest score, the first of equals; by how much it leads. Shifting is never barred, and
// where it is not possible there is only one move (ParserState::only_move).
struct Choice {
  Move best;
  int32_t lead;
};
Choice best_move(const ParserState& state, const Atom* atoms, const int32_t* scores) {
  constexpr int32_t kNone = INT32_MIN / 2;
  int best = -1;
  int32_t first = kNone, second = kNone;
  for (int m = 0; m < kMoves; ++m) {
    if (!state.can(static_cast<Move>(m))) continue;
    if (barred(state, atoms, static_cast<Move>(m))) continue;
    if (best < 0 || scores[m] > first)
      second = first, first = scores[m], best = m;
    else
      second = std::max(second, scores[m]);
  }
  return {static_cast<Move>(best), first - second};
}

}  // namespace

Atom parser_atom(const WordForm& form, uint8_t tag, uint16_t gap) {
  return {form.lower, uint64_t{tag} + 0x1000, form.fine + 0x2000ull, form.coarse + 0x4000ull, gap};
}

Atom root_atom(uint16_t gap) { return {0x31, 0x32, 0x33, 0x34, gap}; }

Result<Parser> Parser::open(std::string_view bytes) {
  Parser parser;
  TRY(ModelFile file, ModelFile::open(kFile, bytes));
  TRY(parser.moves_, MoveModel::open(file));
  TRY(parser.labels_, SparseLinear::open(file, "lab", static_cast<int>(kDeprelNames.size())));
  TRY(parser.sure_arcs_, SureTable::open(file, "arcs"));
  TRY(parser.pairs_, WordPairs::open(file, "pairs"));
  return parser;
}

Move Parser::weigh_move(const ParserState& state, const Atom* atoms) const {
  uint32_t pairs[kPairs];
  pair_keys(state, atoms, pairs);
  for (const uint32_t key : pairs) pairs_.ask(key);
  MoveFeatures features;
  tag_features(state, atoms, features);
  moves_.ask_tags(features);
  word_features(state, atoms, features);
  pair_features(state, atoms, pairs_, pairs, features);
  int32_t scores[kMoves] = {};
  moves_.add(features, scores);
  return best_move(state, atoms, scores).best;
}

uint8_t Parser::weigh_relation(const ParserState& state, const Atom* atoms, int parent) const {
  SparseLinear::LookUp x;
  x.count = label_features(state, atoms, parent, state.child(), x.keys);
  SparseLinear::Scores labels = {};
  labels_.add(x, labels);
  labels[static_cast<int>(Deprel::root)] = INT16_MIN;
  return static_cast<uint8_t>(best_of(labels, static_cast<int>(kDeprelNames.size())));
}

Move Parser::choose_move(const ParserState& state, const Atom* atoms) const {
  if (const Move only = state.only_move(); only != kMoves) return only;
  uint32_t rows[kGlanceFeatures];
  glance_features(state, atoms, rows);
  int32_t scores[kMoves] = {};
  moves_.glance(rows, scores);
  const Choice choice = best_move(state, atoms, scores);
  return choice.lead >= moves_.clear_lead() ? choice.best : weigh_move(state, atoms);
}

uint8_t Parser::choose_relation(const ParserState& state, const Atom* atoms, int parent) const {
  if (parent == state.n) return static_cast<uint8_t>(Deprel::root);
  uint32_t keys[kArcContexts];
  arc_contexts(atoms, parent, state.child(), keys);
  for (const uint32_t key : keys) {
    if (const int sure = sure_arcs_.find(key); sure >= 0) return static_cast<uint8_t>(sure);
  }
  return weigh_relation(state, atoms, parent);
}

void Parser::parse(const Atom* atoms, int n, ParserState& state) const {
  state.start(n);
  while (!state.done()) {
    const Move move = choose_move(state, atoms);
    if (move == kShift)
      state.shift();
    else
      state.attach(move, choose_relation(state, atoms, state.parent(move)));
  }
}

}  // namespace dateline
