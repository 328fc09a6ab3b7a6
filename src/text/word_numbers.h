// Numbers for the forms of a document's words, in the order in which they are met: what is known of a word without its
// place is found once for each way of writing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

class WordNumbers {
 public:
  // REQUIRES: not more words are added than there are tokens. Their bytes must outlive it.
  explicit WordNumbers(size_t tokens);

  // The form's number; size() before the call where it is new.
  uint32_t add(std::string_view word);
  size_t size() const { return words_.size(); }
  std::string_view operator[](uint32_t number) const { return words_[number]; }

 private:
  std::vector<std::string_view> words_;
  std::vector<uint32_t> slots_;  // counted from 1; 0: free
};

}  // namespace dateline
