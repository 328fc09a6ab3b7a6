// Words of a stretch of text, by the conventions of the English Web Treebank (UD_English-EWT): punctuation and
// clitics stand alone (do|n't, Ruto|'s), hyphens part compounds (well|-|known, but anti-war), abbreviations keep
// their point, addresses and numbers stay whole.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/span.h"
#include "text/segmenter_words.h"

namespace dateline {

class Tokeniser {
 public:
  Tokeniser(std::string_view text, const SegmenterWords& words) : text_(text), words_(words) {}

  // Appends the words of one chunk: a stretch without white space. REQUIRES: `chunk` within the text, not empty.
  void chunk(Span chunk, std::vector<Span>& out) const;

 private:
  uint32_t word_end(uint32_t at, uint32_t end) const;
  bool joins(uint32_t begin, uint32_t at, uint32_t end) const;
  bool joins_hyphen(uint32_t begin, uint32_t at, uint32_t end) const;
  bool keeps_point(uint32_t begin, uint32_t at, uint32_t end) const;
  void word(uint32_t begin, uint32_t end, std::vector<Span>& out) const;
  bool precedes_clause(uint32_t end) const;
  uint32_t punctuation_end(uint32_t at, uint32_t end) const;
  uint32_t address_end(Span chunk) const;

  std::string_view text_;
  const SegmenterWords& words_;
};

// Whether a point after this word (given without it) may be part of it: "U.S", "Gen", "J".
bool is_abbreviation(std::string_view word, const SegmenterWords& words);

}  // namespace dateline
