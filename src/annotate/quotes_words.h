// Small questions about words and stretches of tokens that the parts of the quotation layer share.
#pragma once

#include <array>
#include <string_view>

#include "dateline/model.h"

namespace dateline {

// A token's words in ASCII lower case, without allocation; words longer than the buffer are cut.
class LowerWord {
 public:
  LowerWord(const Document& doc, uint32_t token) : LowerWord(doc.words(doc.tokens[token])) {}
  explicit LowerWord(std::string_view word) {
    for (char c : word.substr(0, buffer_.size()))
      buffer_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  std::string_view view() const { return {buffer_.data(), size_}; }

 private:
  std::array<char, 32> buffer_;
  size_t size_ = 0;
};

bool is_comma(std::string_view word);
bool is_dash(std::string_view word);
bool ends_sentence(std::string_view word);  // . ! ? and a line's end is not one
bool is_quote_mark(std::string_view word);
bool is_auxiliary(std::string_view lower);  // be, have, do, modals and "to", also negated
bool is_adverb(std::string_view lower);     // those that stand beside cues: "also", "further", "later", and -ly words
bool is_personal_pronoun(std::string_view lower);  // as a subject
bool is_preposition(std::string_view lower);
bool is_weekday_or_month(std::string_view word);

}  // namespace dateline
