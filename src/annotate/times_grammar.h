// The rules for times (resources/times/*.rules), compiled into small automata over word numbers and word classes, and
// the search that runs them over a text. How the files are written: docs/times.md.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/times_meaning.h"
#include "annotate/times_words.h"
#include "base/rules.h"

namespace dateline::times {

using CategoryId = uint8_t;

// Something a rule made of the lexemes [begin, end).
struct Found {
  uint32_t begin = 0, end = 0;
  uint16_t rule = 0;
  int32_t next = -1;  // the next one that begins at the same lexeme; used by the search
  Meaning meaning;
};

class Grammar {
 public:
  // Words that only rules name are added to `words`. Fails with file, line and a caret.
  static Result<Grammar> compile(const std::vector<RuleFile>& files, Words& words);

  // The time expressions, by position and disjoint: of two that overlap the longer one stands, then the earlier one.
  // Rules that say `none` win like others and are left out at the end.
  std::vector<Found> search(const std::vector<Lexeme>& lexemes) const;
  // What the rules make of the lexemes as a whole, by the given rule; false if that is nothing.
  bool read_whole(const std::vector<Lexeme>& lexemes, uint16_t rule, Meaning& out) const;

  std::string_view rule_name(uint16_t rule) const { return rules_[rule].name; }
  const Words& words() const { return *words_; }

 private:
  struct Edge {  // takes one lexeme (word or class), or all of something found (category)
    enum Kind : uint8_t { word, cls, category } kind;
    uint16_t what;
    uint8_t slot;  // which slot of the rule takes it; kNoSlot: none
    bool glued;
    uint16_t next;
  };
  struct State {
    bool accepts = false;
    std::vector<Edge> edges;
  };
  struct Assignment {  // one item of `value`
    enum Kind : uint8_t { constant, from_slot, merge } kind;
    Field field;
    int16_t value;  // constant, or +1/-1 for a slot
    uint8_t slot;
  };
  struct Test {  // of the lexeme before or after
    bool before, wanted;
    std::vector<Edge> any;
  };
  struct CompiledRule {
    std::string name;
    CategoryId category;
    uint8_t stage = 0;
    bool alone = false;  // a time expression in its own right
    uint16_t start = 0;
    std::vector<Assignment> value;
    std::vector<Test> tests;
    std::vector<uint16_t> uses;  // categories
  };
  // The lexemes that may come second.
  struct Follow {
    std::vector<uint64_t> words;  // a bit for each
    uint64_t numbers = 0;         // their classes
    bool nothing = false;         // it may end there, whatever comes
    void join(const Follow& other);
    bool allows(const Lexeme* next) const;
    bool operator==(const Follow&) const = default;
  };
  static constexpr uint8_t kNoSlot = 255;
  static constexpr size_t kMaxSlots = 12;
  struct Run;       // one search, in times_search.cc
  class Compiler;   // in times_grammar.cc
  class Foresight;  // in times_lookahead.cc
  void look_ahead();
  // Whether an expression can come of what begins here. `next`: the lexeme after; null at the end of a sentence.
  bool may_begin(const Lexeme& lexeme, const Lexeme* next) const;

  const Words* words_ = nullptr;
  std::vector<CompiledRule> rules_;
  std::vector<State> states_;
  uint8_t stages_ = 1;
  std::vector<std::string> categories_;
  // Which rules may begin with a word, a number, or something found; by stage, then as in the files.
  std::vector<std::vector<uint16_t>> by_word_, by_category_;
  std::vector<std::pair<uint64_t, uint16_t>> by_number_;  // the classes of numbers that the rule may begin with
  std::vector<Follow> after_word_;
  std::array<Follow, kNumberClasses> after_number_;
};

}  // namespace dateline::times
