// Which lines a Filter lets through. One answer for the command line and for the website.
#pragma once

#include <functional>
#include <unordered_set>

#include "engine/rows.h"
#include "store/store.h"

namespace dateline {

// The rows of another listing that a filter needs: names are looked up among entities, outlets among reports.
using RowsOf = std::function<Result<const std::vector<Row>*>(Listing)>;

class Sieve {
 public:
  static Result<Sieve> make(const Filter& filter, Store& store, const RowsOf& rows_of);

  bool passes(const Row& row) const;
  // Indices of the rows that pass, in the order of the listing; offset and limit are not applied.
  std::vector<uint32_t> pick(const std::vector<Row>& rows) const;

 private:
  using Keys = std::unordered_set<uint64_t>;
  explicit Sieve(const Filter& filter) : filter_(filter) {}
  bool is_about(const Row& row) const;

  Filter filter_;
  bool dated_ = false;
  Label type_, status_;
  uint64_t event_ = 0, entity_ = 0, report_ = 0;
  std::string about_, by_;   // folded
  Keys about_ids_, by_ids_;  // entities that go by the name
  Keys about_events_, about_reports_;
  Keys of_outlet_;  // reports
};

// items[picked[offset]], … as far as the filter's limit goes.
template <typename T>
std::vector<T> page_of(std::vector<T>& items, const std::vector<uint32_t>& picked, const Filter& filter) {
  std::vector<T> out;
  for (size_t i = filter.offset; i < picked.size() && (filter.limit == 0 || i - filter.offset < filter.limit); ++i) {
    out.push_back(std::move(items[picked[i]]));
  }
  return out;
}

}  // namespace dateline
