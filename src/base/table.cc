#include "base/table.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {

Result<Table> Table::parse(std::string_view name, std::string_view text) {
  Table table;
  table.name_ = name;
  size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string_view> cells = split(line, '\t');
    if (table.columns_ == 0) {
      table.columns_ = cells.size();
      table.header_ = std::move(cells);
      continue;
    }
    if (cells.size() > table.columns_) {
      return Error{ErrorCode::invalid_input, "more cells than the header has",
                   std::string(name) + ":" + std::to_string(number)};
    }
    cells.resize(table.columns_);
    table.cells_.insert(table.cells_.end(), cells.begin(), cells.end());
    table.lines_.push_back(number);
  }
  return table;
}

Result<Table> Table::load(const Resources& resources, std::string_view name) {
  TRY(std::string_view text, resources.get(name));
  return parse(name, text);
}

Result<size_t> Table::column(std::string_view header) const {
  auto found = std::find(header_.begin(), header_.end(), header);
  if (found == header_.end()) {
    return Error{ErrorCode::invalid_input, "no column '" + std::string(header) + "'", std::string(name_)};
  }
  return static_cast<size_t>(found - header_.begin());
}

std::vector<std::string_view> variants(std::string_view cell) {
  std::vector<std::string_view> out;
  for (std::string_view part : split(cell, '|')) {
    if (part = trim(part); !part.empty()) out.push_back(part);
  }
  return out;
}

}  // namespace dateline
