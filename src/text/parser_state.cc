#include "text/parser_state.h"

#include <numeric>

#include "dateline/syntax.h"

namespace dateline {

void ParserState::start(int words) {
  n = words;
  b0 = 0;
  stack.clear();
  const auto size = static_cast<size_t>(words) + 1;
  head.assign(size, kNoHead);
  label.assign(size, 0);
  for (auto* side : {left, right}) side[0].assign(size, -1), side[1].assign(size, -1);
  left_count.assign(size, 0);
  right_count.assign(size, 0);
  relations.assign(size, 0);
  first.resize(size);
  std::iota(first.begin(), first.end(), 0);
}

namespace {

// What a node has, so that it can be asked what it lacks: a verb has one subject, a noun one preposition.
uint16_t relation_bit(Deprel relation) {
  switch (relation) {
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::csubj:
    case Deprel::expl: return ParserState::kSubjectBit;
    case Deprel::obj:
    case Deprel::iobj: return 2;
    case Deprel::cop: return ParserState::kCopulaBit;
    case Deprel::aux:
    case Deprel::aux_pass: return 8;
    case Deprel::mark: return 16;
    case Deprel::case_: return 32;
    case Deprel::cc: return 64;
    case Deprel::conj: return 128;
    case Deprel::ccomp:
    case Deprel::xcomp: return 256;
    case Deprel::obl:
    case Deprel::nmod: return 512;
    case Deprel::det:
    case Deprel::nmod_poss: return 1024;
    case Deprel::acl:
    case Deprel::acl_relcl:
    case Deprel::advcl: return 2048;
    default: return 0;
  }
}

}  // namespace

void ParserState::attach(Move move, uint8_t relation) {
  const int c = child(), p = parent(move);
  head[c] = p;
  label[c] = relation;
  auto& side = move == kLeft ? left : right;
  // Arcs are made from the inside out, so the new child is the outermost one.
  side[1][p] = side[0][p];
  side[0][p] = c;
  auto& count = move == kLeft ? left_count : right_count;
  if (count[p] < 255) ++count[p];
  if (move == kLeft) first[p] = first[c];
  relations[p] |= relation_bit(static_cast<Deprel>(relation));
  stack.pop_back();
}

}  // namespace dateline
