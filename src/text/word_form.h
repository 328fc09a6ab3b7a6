// What the tagger, the lemmatiser and the parser look at in a word: hashes of its spelling and its shape.
// Frozen: trained models depend on it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

enum class Shape : uint8_t { lower, capital, upper, mixed, initial, number, alphanumeric, punctuation, other };

struct WordForm {
  uint32_t lower = 0;             // of the word in lower case, digits as 0, curly quotes straight
  uint32_t exact = 0;             // likewise, but case kept
  uint32_t suffix[4] = {};        // of the last 1, 2, 3, 4 bytes of the lower-case word; 0 where it is shorter
  uint32_t prefix[3] = {};        // of the first 1, 2, 3
  uint16_t fine = 0, coarse = 0;  // groups of words (clusters.h)
  Shape shape = Shape::other;
  bool hyphen = false;
};

WordForm word_form(std::string_view word);
// The lower-case word with straight quotes; digits kept. For lemmas and lexicons.
void normalise(std::string_view word, std::string& out);
uint32_t hash_bytes(const char* begin, const char* end);

}  // namespace dateline
