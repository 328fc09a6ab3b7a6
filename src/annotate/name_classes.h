// What much text tells of a word, whatever its capitals: made by tools/data/make_word_classes.py, packed into the names
// model. Private to src/annotate/name*.cc and tools/train/train_names_main.cc.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

// All 0 where the word is unknown.
struct WordClass {
  uint16_t cluster = 0;      // Brown cluster of its usual form, below 1024
  uint8_t capital_rate = 0;  // how often it has a capital: 1 never … 7 always
  // Of its word vector: groups of k-means, below 2048, 512 and 128.
  uint16_t group = 0, family = 0;
  uint8_t kind = 0;
};

// An open-addressing table over bytes; they must outlive it.
class WordClasses {
 public:
  // bytes: 2^n slots of 8: 24 bits of the word's hash, then the class as pack() has it; empty where the class is 0.
  static WordClasses over(std::string_view bytes);
  WordClass find(uint64_t hash) const;  // hash64() of the word in small letters

  static constexpr size_t kSlotBytes = 8;
  // The slot where the search for a word begins (before it is cut to the table's size), and what a slot holds.
  static uint32_t slot_of(uint64_t hash) { return static_cast<uint32_t>(hash); }
  static uint64_t check_of(uint64_t hash) { return hash >> 40; }
  static uint64_t pack(const WordClass& c) {
    return uint64_t{c.cluster} | uint64_t{c.capital_rate} << 10 | uint64_t{c.group} << 13 | uint64_t{c.family} << 24 |
           uint64_t{c.kind} << 33;
  }
  static constexpr int kClassBits = 40;

 private:
  static WordClass unpack(uint64_t slot);

  std::string_view slots_;
  uint32_t mask_ = 0;
};

}  // namespace dateline
