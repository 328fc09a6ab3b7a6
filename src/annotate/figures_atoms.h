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

// One sentence's atoms with what every reader asks of them. A place outside is no word and no number.
struct FigureAtoms {
  const FigureLexicon& lexicon;
  std::string_view text;
  const std::vector<FigureAtom>& all;

  uint32_t size() const { return static_cast<uint32_t>(all.size()); }
  uint32_t begin_byte() const { return all.empty() ? 0 : all.front().span.begin; }
  bool in(int64_t i) const { return i >= 0 && i < static_cast<int64_t>(all.size()); }
  const FigureAtom& operator[](size_t i) const { return all[i]; }
  std::string_view words(int64_t i) const {
    return in(i) ? all[static_cast<size_t>(i)].span.of(text) : std::string_view();
  }
  FigureWordId word(int64_t i) const { return in(i) ? all[static_cast<size_t>(i)].word : kNoFigureWord; }
  const FigureWord& facts(int64_t i) const { return lexicon.facts(word(i)); }
  FigureNumberKind kind(int64_t i) const { return facts(i).number; }
  bool is(int64_t i, uint64_t classes) const { return lexicon.is(word(i), classes); }
  bool is_number(int64_t i) const { return in(i) && all[static_cast<size_t>(i)].kind == FigureAtomKind::number; }
  bool is_word(int64_t i) const { return in(i) && all[static_cast<size_t>(i)].kind == FigureAtomKind::word; }
  bool tight(int64_t i) const { return in(i) && !all[static_cast<size_t>(i)].space_before; }
  bool dash(int64_t i) const { return word(i) == kW_hyphen || word(i) == kW_endash; }
  // Whether a unit in words begins here.
  bool unit_word(int64_t i) const {
    const FigureWordId w = word(i);
    return w != kNoFigureWord && w < lexicon.unit_words.size() && !lexicon.unit_words[w].empty();
  }
};

// Appends the atoms of text[span] to `out`, which is cleared first.
void cut_atoms(std::string_view text, Span span, const FigureLexicon& lexicon, std::vector<FigureAtom>& out);

}  // namespace dateline
