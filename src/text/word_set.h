// A small fixed set of short lower-case words: one probe to say "no".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

class WordSet {
 public:
  // The words must outlive the set.
  void add(std::string_view word, uint16_t value = 0);
  // The word's value, or -1.
  int find(std::string_view word) const;
  bool contains(std::string_view word) const { return find(word) >= 0; }

 private:
  struct Slot {
    std::string_view word;
    uint16_t value = 0;
  };
  void grow();
  std::vector<Slot> slots_;
  size_t size_ = 0, longest_ = 0;
};

}  // namespace dateline
