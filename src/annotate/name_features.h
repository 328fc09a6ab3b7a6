// What the names tagger sees of each word: hashes of features, the same in training and in use.
// Private to src/annotate/name*.cc and tools/train/train_names_main.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "annotate/name_lexicon.h"
#include "dateline/model.h"

namespace dateline {

// Word classes induced from much text: for a lower-case word the Brown cluster of its usual form and how often it is
// written with a capital. An open-addressing table over bytes made by the training tool.
class WordClasses {
 public:
  // bytes: 2^n slots of {uint32 check, uint16 value}; empty where value is 0.
  static WordClasses over(std::string_view bytes);
  // 0 for an unknown word; else 1 + (cluster << 3 | capital bucket).
  uint16_t find(std::string_view lower) const;

 private:
  std::string_view slots_;
  uint32_t mask_ = 0;
};

// One word as the features need it.
struct WordView {
  uint64_t lower = 0;  // hash of the lower-case form
  uint64_t prefix = 0, suffix3 = 0, suffix2 = 0;
  uint32_t shape = 0;        // packed: see name_features.cc
  uint32_t known = 0;        // bits of the gazetteers
  uint16_t cluster = 0;      // of WordClasses, 0 unknown
  uint8_t capital_rate = 0;  // 0 unknown, 1 never … 7 always
  uint8_t document = 0;      // how the document writes it elsewhere: 1 lower, 2 capital inside sentences
  uint8_t upos = 0, xpos = 0;
  bool joins = false;  // a word in small letters that may stand inside a name
};

class NameFeatures {
 public:
  static constexpr size_t kCount = 46;  // features of a word, padded with 0

  NameFeatures(const NameLexicon& lexicon, const WordClasses& classes) : lexicon_(lexicon), classes_(classes) {}

  // Looks at all words of the document once.
  std::vector<WordView> look(const Document& doc) const;
  // Whether token t is in small letters in a sentence that is written with capitals, and no word that joins others to a
  // name: the model need not be asked.
  bool in_no_name(const std::vector<WordView>& words, const Sentence& sentence, uint32_t t) const;
  // The feature hashes of token t of the sentence; `out` gets kCount of them.
  void at(const std::vector<WordView>& words, const Sentence& sentence, uint32_t t, bool tags, uint64_t* out) const;

 private:
  const NameLexicon& lexicon_;
  const WordClasses& classes_;
};

}  // namespace dateline
