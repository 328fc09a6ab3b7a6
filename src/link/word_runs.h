// Reports as sequences of word hashes, and the runs of words that two of them have in common. What voices and
// utterances stand on.
//
// The words of headline and body count, folded (lower case, no accents), without punctuation; captions, comments and
// boilerplate do not. Runs never cross from one section into another.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "dateline/model.h"

namespace dateline {

inline constexpr uint32_t kShingle = 5;  // words

struct WordSequence {
  std::vector<uint64_t> hash;      // one for each word; a section's end is a hash that nothing equals
  std::vector<uint32_t> token;     // into Document::tokens
  std::vector<uint8_t> plain;      // 1: begins with a lower-case letter, so no part of a name or a title
  std::vector<uint8_t> quoted;     // 1: inside quotation marks
  std::vector<int32_t> statement;  // the innermost statement with a speaker around the word, or kNone
  std::vector<uint64_t> shingle;   // of the words i … i+kShingle; one for each word, 0 where a section ends in between

  size_t size() const { return hash.size(); }
  bool is_break(uint32_t i) const { return hash[i] == 0; }
  // The text from word `begin` to before word `end`. REQUIRES: begin < end.
  Span span(const Document& doc, uint32_t begin, uint32_t end) const;
};

WordSequence words_of(const Document& doc);
std::vector<WordSequence> words_of(const std::vector<const Document*>& docs);
size_t words_in(const std::vector<WordSequence>& all);

// Words [begin, begin+size) of `report` that stand in the same order, without a gap, at `at` in the report at hand.
struct SharedRun {
  uint32_t report = 0;
  uint32_t begin = 0;
  uint32_t at = 0;
  uint32_t size = 0;
};

// Where each shingle stands in the reports added so far, the first kHolders places of each. A hash table with open
// addressing over lists that share one array: a neighbourhood has tens of thousands of shingles, most of them once.
class ShingleIndex {
 public:
  static constexpr uint32_t kHolders = 6;
  static constexpr uint32_t kNowhere = UINT32_MAX;
  struct Place {
    uint32_t report, word;
    uint32_t next;  // the next place of the same shingle, or kNowhere
  };

  // Room for so many shingles without growing.
  explicit ShingleIndex(size_t shingles) : slots_(std::bit_ceil(2 * shingles + 1)) {}

  // Adds the shingles that begin at words [from, to).
  void add(uint32_t report, const WordSequence& words, uint32_t from, uint32_t to);
  // The first place of a shingle, or kNowhere.
  uint32_t find(uint64_t shingle) const;
  const Place& operator[](uint32_t place) const { return places_[place]; }

 private:
  struct Slot {
    uint64_t shingle = 0;  // 0: free; no shingle is 0
    uint32_t first = kNowhere, last = kNowhere;
    uint32_t holders = 0;
  };
  size_t slot_of(uint64_t shingle) const;  // where it stands, or would
  void grow();

  std::vector<Slot> slots_;  // a power of two of them, at most half in use
  size_t used_ = 0;
  std::vector<Place> places_;
};

inline constexpr uint32_t kAnyReport = UINT32_MAX;

// The runs of at least kShingle words that words [from, to) of `words` share with what the index holds, but for report
// `but`: at each place the longest on offer, preferring to go on with the report of the run before. By position.
std::vector<SharedRun> shared_runs(const ShingleIndex& index, const std::vector<WordSequence>& all,
                                   const WordSequence& words, uint32_t from, uint32_t to, uint32_t but = kAnyReport);

}  // namespace dateline
