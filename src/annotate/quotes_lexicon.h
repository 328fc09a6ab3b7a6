// The cue words of resources/quotes/cues.tsv, found by any of their inflected forms.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/resources.h"
#include "base/table.h"
#include "dateline/label.h"

namespace dateline {

// What may carry the words said; docs/quotes.md tells each.
enum CueTakes : uint32_t {
  kTakesQuote = 1u << 0,
  kTakesThat = 1u << 1,
  kTakesTo = 1u << 2,
  kTakesObject = 1u << 3,
  kTakesObjectTo = 1u << 4,
  kTakesNamed = 1u << 5,     // "pred"
  kTakesObjectAs = 1u << 6,  // "pred-as"
  kTakesObjectOf = 1u << 7,
  kTakesObjectFor = 1u << 8,
  kTakesAbstract = 1u << 9,  // "np-about"
  kTakesHearer = 1u << 10,   // "addr"
  kTakesSource = 1u << 11,   // "according to": the object is the speaker
  kTakesOf = 1u << 12,
  kTakesFor = 1u << 13,
  kTakesAbout = 1u << 14,
  kTakesAgainst = 1u << 15,
  kTakesOn = 1u << 16,
  kTakesAt = 1u << 17,
  kTakesWith = 1u << 18,
};

struct Cue {
  std::string_view base;    // "point" of "point out"
  std::string_view second;  // "out"; empty if none
  Label act;
  uint32_t takes = 0;  // CueTakes
};

class CueTable {
 public:
  static Result<CueTable> load(const Resources& resources);

  // All cues one of whose forms is this lower-case word; those with a second word first.
  const std::vector<const Cue*>* find(std::string_view form) const;

 private:
  Resources keep_;  // the views point into its bytes
  std::deque<Cue> cues_;
  std::deque<std::string> forms_;
  std::unordered_map<std::string_view, std::vector<const Cue*>> by_form_;
};

// The forms of an English verb by the spelling rules: base, -s, -ed, -ing. Also used by the table's test.
std::vector<std::string> regular_forms(std::string_view base);

}  // namespace dateline
