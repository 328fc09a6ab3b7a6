// The forms of a document's words: what is known of a word without its place is found once for each way of writing.
// Private to src/annotate/name_words.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "annotate/name_words.h"
#include "text/word_numbers.h"

namespace dateline {

struct NameForm {
  std::string_view word;
  WordView view;
  uint32_t lower_id = 0;  // the same for all forms that differ in capitals alone
  bool looked_up = false, nameless = false, goes_on = false;
};

class NameForms {
 public:
  NameForms(size_t tokens, const NameLexicon& lexicon, const WordClasses& classes);

  // The number of the word's form; one that is new is filled in but for what the gazetteers say.
  uint32_t add(std::string_view word);
  const NameForm& operator[](uint32_t form) const { return all_[form]; }
  // The form with what the gazetteers say of it.
  const NameForm& looked_up(uint32_t form);
  size_t lowers() const { return lowers_.size(); }

 private:
  void fill(NameForm& form);
  uint32_t lower_id(uint64_t lower);  // a number for the hash of a form in small letters

  const NameLexicon& lexicon_;
  const WordClasses& classes_;
  WordNumbers numbers_;
  std::vector<NameForm> all_;
  std::vector<uint64_t> lowers_;
  std::vector<uint32_t> lower_slots_;  // counted from 1; 0: free
};

}  // namespace dateline
