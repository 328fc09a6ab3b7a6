// Rule files under resources/: readable text, each rule with examples that run as tests.
//
//   # a comment
//   rule month-day
//     match  {month} {day} | {day} of? {month}
//     value  date month={month} day={day}
//     near   past
//     yes    "On March 3 two died."  @2024-03-05  "March 3" = 2024-03-03
//     no     "won the match March 3-2"
//
// A rule begins with `rule NAME` at the left edge; its fields are indented, `key text`, one a line. `match` may stand
// several times. What the keys mean, and which there are, is up to the room that reads the file. Views point into the
// text, which must outlive them. Errors name FILE:LINE and show the line with a caret.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/result.h"

namespace dateline {

struct RuleField {
  std::string_view key, text;
};

struct Rule {
  std::string_view name;
  uint32_t line = 0;
  std::vector<RuleField> fields;

  // The text of the first field of that key; empty if there is none.
  std::string_view get(std::string_view key) const;
};

struct RuleFile {
  std::string_view name, text;
  std::vector<Rule> rules;

  // An error that points at `at`, a view into `text`.
  Error error(std::string_view at, std::string_view message) const;
};

Result<RuleFile> read_rules(std::string_view name, std::string_view text);

// A `match` as a tree. A word stands for itself in lower case, {name} or {name:alias} for a class of words or for what
// other rules make; ( | ) groups and chooses, a following ? makes optional; ~ before an item means that no space may
// stand before it. Punctuation of the text is written as it is, its own signs ( ) { } | ? ~ excepted.
struct MatchTree {
  enum Kind : uint8_t { word, slot, sequence, choice };
  Kind kind = sequence;
  bool optional = false;
  bool glued = false;
  std::string_view text;   // of a word or slot
  std::string_view alias;  // of a slot: the name by which values speak of it; the slot's own if none is given
  std::vector<MatchTree> parts;
};

Result<MatchTree> parse_match(const RuleFile& file, std::string_view text);

// A `yes` or `no` line: "text" @date "words" = value, "words" = value. A `no` may leave out the words: then nothing at
// all is to be found in the text.
struct RuleExample {
  std::string_view text, at;
  std::vector<std::pair<std::string_view, std::string_view>> found;
};

Result<RuleExample> parse_example(const RuleFile& file, std::string_view text);

}  // namespace dateline
