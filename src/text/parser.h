// The dependency tree of a sentence: a greedy arc-hybrid transition parser (trained with the dynamic oracle of
// Goldberg & Nivre 2013). One linear model chooses the moves, another the relation of each arc as it is made; what is
// clear without them is not weighed.
// Trees are projective and have one root.
#pragma once

#include <cstdint>

#include "dateline/syntax.h"
#include "text/move_model.h"
#include "text/parser_features.h"
#include "text/sure.h"
#include "text/word_form.h"

namespace dateline {

// What the parser sees of a word, and of the root; `gap`: the marks before it (WordsAndMarks::gaps).
Atom parser_atom(const WordForm& form, uint8_t tag, uint16_t gap);
Atom root_atom(uint16_t gap);

class Parser {
 public:
  static constexpr std::string_view kFile = "models/parser.bin";

  static Result<Parser> open(std::string_view bytes);  // which must outlive it

  // Parses the words of a sentence, atoms[0..n), with the root at atoms[n]; marks of punctuation are no words of it.
  // The tree is in state.head (n for the word under the root) and state.label (a Deprel). State is scratch space, worth
  // keeping between calls.
  void parse(const Atom* atoms, int n, ParserState& state) const;

  // A move, and the relation of an arc from `parent` to the child of the state, by all features: for the trainer, which
  // finds out what is clear without them.
  Move weigh_move(const ParserState& state, const Atom* atoms) const;
  uint8_t weigh_relation(const ParserState& state, const Atom* atoms, int parent) const;

 private:
  Move choose_move(const ParserState& state, const Atom* atoms) const;
  uint8_t choose_relation(const ParserState& state, const Atom* atoms, int parent) const;

  MoveModel moves_;
  SparseLinear labels_;
  SureTable sure_arcs_;  // by arc_contexts()
  WordPairs pairs_;
};

}  // namespace dateline
