// All rows of one listing, column by column and in the order of the listing: what a filter asks of a row lies together
// with what it asks of the next, so that half a million rows are looked through in milliseconds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/rows.h"

namespace dateline {

class RowTable {
 public:
  using At = uint32_t;  // index of a row

  RowTable() = default;
  explicit RowTable(const std::vector<Row>& rows);  // sealed

  // Filling: any number of rows in any order, then seal(), which puts them in the order of the listing. `line`: its
  // number in the store, where it is one line there.
  void add(const Row& row, int64_t line = 0);
  void append(const RowTable& other);
  void seal();
  // The rows of this table, sealed, but for those marked, in their order; to be added to and sealed again, which costs
  // little more than what is added.
  RowTable without(const std::vector<char>& gone) const;

  Listing listing() const { return listing_; }
  At size() const { return static_cast<At>(ids_.size()); }
  const std::string& id(At at) const { return ids_[at]; }
  DayRange days(At at) const { return days_[at]; }
  int64_t line(At at) const { return lines_[at]; }
  bool dated(At at) const { return (flags_[at] & kDated) != 0; }
  bool disputed(At at) const { return (flags_[at] & kDisputed) != 0; }
  bool main(At at) const { return (flags_[at] & kMain) != 0; }
  // Which row of those added, counted from 0.
  At added_as(At at) const { return added_[at]; }

  // Numbers of texts that many rows share; text() says which. A number is good for this table alone.
  uint32_t type(At at) const { return types_[at]; }
  uint32_t status(At at) const { return statuses_[at]; }
  uint32_t name(At at) const { return names_[at]; }
  uint64_t speaker(At at) const { return speakers_[at]; }
  const std::string& text(uint32_t number) const { return texts_[number]; }
  uint32_t texts() const { return static_cast<uint32_t>(texts_.size()); }
  uint32_t number_of(std::string_view text) const;  // kNoText: no row has it
  static constexpr uint32_t kNoText = UINT32_MAX;

  // The rows that name the entity, report or event, appended to `out`.
  void of_entity(uint64_t id, std::vector<At>& out) const { entities_.find(id, out); }
  void of_report(uint64_t id, std::vector<At>& out) const { reports_.find(id, out); }
  void of_event(uint64_t id, std::vector<At>& out) const { events_.find(id, out); }
  // Those whose words hold the folded text.
  void with_words(std::string_view folded, std::vector<At>& out) const;
  // The reports that these rows name.
  std::vector<uint64_t> reports_of(const std::vector<At>& rows) const;

  // The order with the newest first and the undated last: newest()[0] is the first row of it.
  const std::vector<At>& newest() const { return newest_; }
  void sort_newest_first(std::vector<At>& rows) const;

 private:
  static constexpr At kGone = UINT32_MAX;
  static constexpr uint8_t kDated = 1, kDisputed = 2, kMain = 4;

  // Which rows name an id, sorted by id.
  struct Names {
    std::vector<std::pair<uint64_t, At>> all;
    size_t sorted = 0;  // so many at the start
    void find(uint64_t id, std::vector<At>& out) const;
    void append(const Names& other, At shift);
    void seal(const std::vector<At>& place);         // place[row as added]: its index
    Names kept(const std::vector<At>& index) const;  // index[row]: its new one, or kGone
  };
  template <typename Table>
  static auto columns(Table& table);
  uint32_t number(std::string_view text);
  bool is_before(At a, At b) const;
  bool is_newer(At a, At b) const;

  Listing listing_ = Listing::all;
  At sorted_ = 0;  // so many rows at the start are in order
  std::vector<std::string> ids_;
  std::vector<DayRange> days_;
  std::vector<int64_t> lines_;
  std::vector<uint8_t> flags_;
  std::vector<uint32_t> types_, statuses_, names_;
  std::vector<double> ranks_;
  std::vector<uint64_t> speakers_;
  Names entities_, reports_, events_;
  std::vector<std::string> texts_;
  std::unordered_map<std::string, uint32_t> numbers_;
  std::string words_;           // of all rows as added, each ended by a zero
  std::vector<uint64_t> ends_;  // of each row's words
  std::vector<At> place_, added_, newest_;
};

}  // namespace dateline
