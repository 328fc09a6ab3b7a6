// Large tables of names, searched where they lie: tab-separated text whose rows are sorted by the bytes of their
// first cell, after '#' lines and a header. Opening one costs a look at each key, a few milliseconds for 100,000, and
// spares the search for most of what is asked for, which is not there.
// The text given must outlive the table. Thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/resources.h"

namespace dateline {

class SortedTable {
 public:
  static Result<SortedTable> load(const Resources& resources, std::string_view name);
  static SortedTable over(std::string_view text);

  // The rows whose first cell is `key`, as text with their line ends; empty if there are none.
  std::string_view rows(std::string_view key) const;
  bool contains(std::string_view key) const { return !rows(key).empty(); }
  std::string_view body() const { return body_; }  // all rows

 private:
  void note_keys();
  bool may_have(std::string_view key) const;

  std::string_view body_;
  std::array<size_t, 27> letters_{};  // where the keys of each small letter begin, and where those of 'z' end
  std::vector<uint64_t> filter_;      // one bit for the hash of each key; a power of two of them
};

// Cuts the first row off `rows` and returns up to N of its cells. REQUIRES: !rows.empty().
template <size_t N>
std::array<std::string_view, N> next_row(std::string_view& rows) {
  const size_t line_end = std::min(rows.find('\n'), rows.size());
  std::string_view line = rows.substr(0, line_end);
  rows.remove_prefix(std::min(line_end + 1, rows.size()));
  std::array<std::string_view, N> cells{};
  for (size_t i = 0; i < N; ++i) {
    const size_t tab = line.find('\t');
    cells[i] = line.substr(0, tab);
    if (tab == std::string_view::npos) break;
    line.remove_prefix(tab + 1);
  }
  return cells;
}

// The form in which names are looked up: folded (see fold()), without full stops and apostrophes, with hyphens and
// slashes as spaces, without a leading "the": "The U.S." -> "us", "Port-au-Prince" -> "port au prince".
std::string name_key(std::string_view text);

}  // namespace dateline
