// What the names tagger sees of each word: hashes of features, the same in training and in use.
// Private to src/annotate/name*.cc and tools/train/train_names_main.cc.
#pragma once

#include <cstdint>
#include <vector>

#include "annotate/name_words.h"

namespace dateline {

class NameFeatures {
 public:
  static constexpr size_t kCount = 61;  // features of a word, padded with 0

  NameFeatures(const NameLexicon& lexicon, const WordClasses& classes) : lexicon_(lexicon), classes_(classes) {}

  // Looks at all words of the document once.
  std::vector<WordView> look(const Document& doc) const { return look_at_words(doc, lexicon_, classes_); }
  // Whether token t is in small letters in a sentence that is written with capitals, and neither joins others to a name
  // nor is mostly written with a capital: the model need not be asked.
  bool in_no_name(const std::vector<WordView>& words, const Sentence& sentence, uint32_t t) const;
  // The feature hashes of token t of the sentence; `out` gets kCount of them.
  void at(const std::vector<WordView>& words, const Sentence& sentence, uint32_t t, bool tags, uint64_t* out) const;

 private:
  const NameLexicon& lexicon_;
  const WordClasses& classes_;
};

}  // namespace dateline
