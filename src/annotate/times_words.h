// A text as the rules for times see it: words, numbers and single signs, each known word by its number.
// Its own lexer on purpose: "30-year", "8:30", "'80s" and "Nov." are then the same whatever the tokenizer decides,
// and unknown words, nearly all of a text, cost one hash and no more.
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline::times {

using WordId = uint16_t;  // 0: unknown
using ClassId = uint8_t;  // a bit of Lexeme::classes
inline constexpr ClassId kNoClass = 64;
inline constexpr size_t kNumberClasses = 15;  // the first ones: numbers by their shape

struct Lexeme {
  Span span;
  WordId word = 0;
  bool space_before = false;
  bool capital = false;
  bool barrier = false;  // a sentence or line begins: no rule reads across
  bool number = false;
  int32_t value = 0;  // of a number
  uint64_t classes = 0;
};

// The words that rules know, and the classes they belong to: resources/times/words.tsv and what the rules add.
class Words {
 public:
  // Fails where the table is missing or ill-formed.
  Status load(const Resources& resources, std::string_view table);

  WordId add(std::string_view lower);                // the word's number, a new one if need be
  WordId find(std::string_view lower) const;         // 0 if unknown
  ClassId class_named(std::string_view name) const;  // kNoClass if there is none
  // What a lexeme means as a member of the class. REQUIRES: it is one.
  int value(const Lexeme& lexeme, ClassId which) const;
  uint64_t classes_of(WordId word) const { return classes_[word]; }
  size_t size() const { return classes_.size(); }
  static bool is_number_class(ClassId which);

  // Appends the lexemes of text[span] to `out`. `sentences` tell where barriers stand.
  void lex(std::string_view text, Span span, const std::vector<Sentence>& sentences, std::vector<Lexeme>& out) const;

 private:
  struct Sense {
    WordId word;
    ClassId which;
    int16_t value;
  };
  ClassId add_class(std::string_view name);
  void grow();
  size_t slot_of(uint32_t hash) const { return (hash ^ (hash >> 15)) & (slots_.size() - 1); }
  WordId find(std::string_view lower, uint32_t hash) const;
  Lexeme read_number(std::string_view text, uint32_t& at, uint32_t end) const;

  std::vector<std::string> class_names_;
  std::vector<std::string> spelling_{""};
  std::vector<uint64_t> classes_{0}, lower_classes_{0};  // by word: with a capital, and without
  std::vector<std::vector<Sense>> senses_{{}};           // by word
  std::vector<WordId> slots_;                            // open addressing by hash; a power of two
};

}  // namespace dateline::times
