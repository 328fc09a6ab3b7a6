// Tables under resources/: tab-separated text with a header row, '#' comments and blank lines between.
// A cell may hold variants parted by '|'. Views point into the text given, which must outlive the table.
#pragma once

#include <string_view>
#include <vector>

#include "base/resources.h"
#include "dateline/result.h"

namespace dateline {

class Table {
 public:
  // Fails with FILE:LINE where a row has more cells than the header. Missing cells at the end are empty.
  static Result<Table> parse(std::string_view name, std::string_view text);
  static Result<Table> load(const Resources& resources, std::string_view name);

  size_t rows() const { return columns_ == 0 ? 0 : cells_.size() / columns_; }
  // Index of a column by its header, or an error that names the table.
  Result<size_t> column(std::string_view header) const;
  std::string_view cell(size_t row, size_t column) const { return cells_[row * columns_ + column]; }
  // For messages: the line of the file that the row stands on.
  size_t line(size_t row) const { return lines_[row]; }

 private:
  std::string_view name_;
  size_t columns_ = 0;
  std::vector<std::string_view> header_, cells_;
  std::vector<size_t> lines_;
};

// The parts of a cell between '|', trimmed of spaces; empty parts are left out.
std::vector<std::string_view> variants(std::string_view cell);

}  // namespace dateline
