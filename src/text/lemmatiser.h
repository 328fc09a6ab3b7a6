// Dictionary forms: for each tag and kind of capitals, the edit that the longest known ending of the word asks for
// (a whole word is an ending too, which holds the irregular ones that were seen in training; the others stand in
// resources/text/irregular.tsv).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/resources.h"
#include "dateline/result.h"
#include "text/sorted_table.h"
#include "text/word_form.h"

namespace dateline {

// 0: no capitals; 1: capital; 2: capital at the start of a sentence; 3: capitals only.
int capitals_of(Shape shape, bool first);
// The key of an ending of `size` bytes; `whole` marks the whole word.
uint32_t ending_key(uint8_t tag, int capitals, std::string_view ending, bool whole);

class Lemmatiser {
 public:
  static constexpr std::string_view kIrregular = "text/irregular.tsv";
  static constexpr std::string_view kFile = "models/lemmatiser.bin";
  static constexpr size_t kLongestEnding = 6;

  // Take off `strip` bytes, add `add`; of the lower-case word, or of the word as it is.
  struct Edit {
    uint8_t keep_case = 0, strip = 0, add_size = 0;
    char add[13] = {};
  };
  struct Rule {
    uint32_t key = 0;  // 0: free
    uint32_t edit = 0;
  };

  static Result<Lemmatiser> load(const Resources& resources);
  static Result<Lemmatiser> open(std::string_view bytes);  // which must outlive it

  // `tag`: the tagger's; `past`: whether that may be a past form or participle. `out` is overwritten.
  void lemma(std::string_view word, Shape shape, uint8_t tag, bool first, bool past, std::string& out) const;

 private:
  const Rule* find(uint32_t key) const;

  SortedTable irregular_;
  const Rule* rules_ = nullptr;
  const Edit* edits_ = nullptr;
  uint32_t mask_ = 0;
};

}  // namespace dateline
