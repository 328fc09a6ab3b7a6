// Which lines a Filter lets through. One answer for the command line and for the website.
#pragma once

#include <functional>
#include <optional>
#include <unordered_set>

#include "engine/row_table.h"
#include "store/store.h"

namespace dateline {

// The rows of another listing that a filter needs: names are looked up among entities, outlets among reports.
using TableOf = std::function<Result<const RowTable*>(Listing)>;

class Sieve {
 public:
  static Result<Sieve> make(const Filter& filter, Store& store, const TableOf& table_of);

  // The rows that pass, in the order of the listing; offset and limit are not applied.
  std::vector<RowTable::At> pick(const RowTable& rows) const;

 private:
  using Keys = std::unordered_set<uint64_t>;
  explicit Sieve(const Filter& filter) : filter_(filter) {}
  // Those that name what the filter names, sorted; nullopt: it names nothing.
  std::optional<std::vector<RowTable::At>> named(const RowTable& rows) const;
  std::vector<RowTable::At> about(const RowTable& rows) const;

  Filter filter_;
  bool dated_ = false;
  std::string about_, by_;   // folded
  Keys about_ids_, by_ids_;  // entities that go by the name
  Keys about_events_, about_reports_;
  Keys of_outlet_;  // reports
};

// items[rows.added_as(picked[offset])], … as far as the filter's limit goes.
template <typename T>
std::vector<T> page_of(std::vector<T>& items, const RowTable& rows, const std::vector<RowTable::At>& picked,
                       const Filter& filter) {
  std::vector<T> out;
  for (size_t i = filter.offset; i < picked.size() && (filter.limit == 0 || i - filter.offset < filter.limit); ++i) {
    out.push_back(std::move(items[rows.added_as(picked[i])]));
  }
  return out;
}

}  // namespace dateline
