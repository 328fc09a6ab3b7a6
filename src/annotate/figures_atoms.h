// A sentence cut into words, numbers in digits and single signs: finer than the tokens of the language layer, and the
// same whether or not a tokeniser parts "32km" or "$3.5m".
#pragma once

#include <string_view>
#include <vector>

#include "annotate/figures_lexicon.h"
#include "dateline/span.h"

namespace dateline {

enum class FigureAtomKind : uint8_t { word, number, sign };

struct FigureAtom {
  Span span;
  FigureWordId word = kNoFigureWord;  // of words and signs
  FigureAtomKind kind = FigureAtomKind::sign;
  bool space_before = true;  // white space, or the sentence's begin, before it
  bool capital = false;      // a word that begins with a capital
  bool capitals = false;     // a word of two or more letters, all capitals
  bool grouped = false;      // a number with "," or spaces between thousands
  bool decimal = false;      // … with a decimal point or exponent
  bool fraction = false;     // "1/2", "½"
  uint8_t digits = 0;        // how many digits before the point
  double value = 0;          // of a number
};

// Appends the atoms of text[span] to `out`, which is cleared first.
void cut_atoms(std::string_view text, Span span, const FigureLexicon& lexicon, std::vector<FigureAtom>& out);

}  // namespace dateline
