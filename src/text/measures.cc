#include "text/measures.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/load_shared.h"
#include "base/table.h"

namespace dateline {
namespace {

struct Prefix {
  std::string_view word;
  double factor;
};
constexpr Prefix kPrefixes[] = {{"kilo", 1e3},  {"mega", 1e6},   {"giga", 1e9},   {"tera", 1e12},  {"peta", 1e15},
                                {"deci", 1e-1}, {"centi", 1e-2}, {"milli", 1e-3}, {"micro", 1e-6}, {"nano", 1e-9}};

bool to_number(std::string_view text, double& out) {
  return std::from_chars(text.data(), text.data() + text.size(), out).ec == std::errc();
}

}  // namespace

struct MeasureBases::Lexicon {
  struct Row {
    std::string_view unit, base;
    double factor = 1, offset = 0;
  };
  std::vector<Row> rows;  // by unit

  const Row* find(std::string_view unit) const {
    const auto at = std::lower_bound(rows.begin(), rows.end(), unit,
                                     [](const Row& row, std::string_view name) { return row.unit < name; });
    return at != rows.end() && at->unit == unit ? &*at : nullptr;
  }

  bool simple(std::string_view unit, InBase& out) const {
    if (const Row* row = find(unit)) {
      out = {std::string(row->base), row->factor, row->offset};
      return true;
    }
    for (const Prefix& prefix : kPrefixes) {
      if (!unit.starts_with(prefix.word)) continue;
      const Row* row = find(unit.substr(prefix.word.size()));
      if (row == nullptr || row->offset != 0) continue;
      out = {std::string(row->base), prefix.factor * row->factor, 0};
      return true;
    }
    for (const auto& [word, power] : {std::pair<std::string_view, int>{"square ", 2}, {"cubic ", 3}}) {
      if (!unit.starts_with(word) || !simple(unit.substr(word.size()), out)) continue;
      out = {std::string(word) + out.base, std::pow(out.factor, power), 0};
      return true;
    }
    return false;
  }
};

Result<MeasureBases> MeasureBases::load(const Resources& resources) {
  return load_shared(MeasureBases(), &MeasureBases::lexicon_, [&](Lexicon& lexicon) -> Status {
    TRY(const Table table, Table::load(resources, "text/measures.tsv"));
    for (size_t r = 0; r < table.rows(); ++r) {
      Lexicon::Row row{table.cell(r, 0), table.cell(r, 1), 1, 0};
      const std::string_view offset = table.cell(r, 3);
      if (!to_number(table.cell(r, 2), row.factor) || (!offset.empty() && !to_number(offset, row.offset)))
        return Error{ErrorCode::invalid_input, "factor or offset is no number",
                     "text/measures.tsv:" + std::to_string(table.line(r))};
      lexicon.rows.push_back(row);
    }
    std::sort(lexicon.rows.begin(), lexicon.rows.end(),
              [](const Lexicon::Row& a, const Lexicon::Row& b) { return a.unit < b.unit; });
    return kDone;
  });
}

InBase MeasureBases::of(std::string_view unit) const {
  InBase out;
  if (lexicon_->simple(unit, out)) return out;
  // "kilometer per hour": both sides, if the table knows both; else the unit as it is.
  if (const size_t per = unit.find(" per "); per != std::string_view::npos) {
    InBase over, under;
    if (lexicon_->simple(unit.substr(0, per), over) && lexicon_->simple(unit.substr(per + 5), under))
      return {over.base + " per " + under.base, over.factor / under.factor, 0};
  }
  return {std::string(unit), 1, 0};
}

}  // namespace dateline
