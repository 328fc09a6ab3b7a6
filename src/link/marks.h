// What sets one of several look-alikes apart in the very words that tell of it: "a second earthquake", "the earlier
// truce", "the 7.5-magnitude shock".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/resources.h"
#include "base/string_table.h"
#include "dateline/model.h"

namespace dateline {

// Which of its kind: 0 not said, 1 to 9 the first to the ninth, or one of these.
using Turn = uint8_t;
inline constexpr Turn kOneMore = 20;    // "another": not the first
inline constexpr Turn kNewOne = 21;     // "new", "fresh": not the one before, which may not be told of
inline constexpr Turn kOneBefore = 22;  // "the earlier", "the previous": not the one that is news

struct Marks {
  Turn turn = 0;
  std::vector<std::pair<Label, double>> sizes;  // figures that hold for good, by attribute: magnitude 7.8

  bool any() const { return turn != 0 || !sizes.empty(); }
};

class MarkReader {
 public:
  // Reads resources/link/another.tsv; fails where it is missing or ill-formed, naming its line.
  static Result<MarkReader> load(const Resources& resources);

  // One per event mention of the report.
  std::vector<Marks> read(const Document& doc) const;
  // 0 where the word, in lower case, says nothing of the kind.
  Turn turn_of(std::string_view word) const;

 private:
  StringTable<Turn> words_;
};

// Whether two mentions of one type cannot be the same: the first and the second, magnitude 7.8 and 7.5.
bool contradict(const Marks& a, const Marks& b);
// Whether one is said to be a further one of its kind, and the other is not.
bool is_further(Turn turn);
// Both are said to be the same one of several.
bool same_turn(const Marks& a, const Marks& b);

}  // namespace dateline
