// Large tables of names, searched where they lie: tab-separated text whose rows are sorted by the bytes of their
// first cell, after '#' lines and a header. Opening one costs nothing. The first questions for keys of a letter are
// searched for; then all its keys are looked at, about a millisecond for 20,000, and later ones are a look into a hash
// table.
// The text given must outlive the table. Copies share what they found out. Thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/resources.h"

namespace dateline {

class SortedTable {
 public:
  static Result<SortedTable> load(const Resources& resources, std::string_view name);
  static SortedTable over(std::string_view text);

  // The rows whose first cell is `key`, as text with their line ends; empty if there are none.
  std::string_view rows(std::string_view key) const;
  bool contains(std::string_view key) const { return !rows(key).empty(); }
  // False where no key of more than one word begins with this one.
  bool may_go_on(std::string_view word) const;
  std::string_view body() const { return body_; }  // all rows

 private:
  class Index;

  std::string_view body_;
  std::shared_ptr<Index> index_;
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
