#include "text/word_numbers.h"

#include "base/hash.h"

namespace dateline {

WordNumbers::WordNumbers(size_t tokens) {
  size_t size = 64;
  while (size < tokens * 2) size *= 2;
  slots_.assign(size, 0);
}

uint32_t WordNumbers::add(std::string_view word) {
  size_t at = hash64(word) & (slots_.size() - 1);
  for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (words_[slots_[at] - 1] == word) return slots_[at] - 1;
  }
  words_.push_back(word);
  slots_[at] = static_cast<uint32_t>(words_.size());
  return slots_[at] - 1;
}

}  // namespace dateline
