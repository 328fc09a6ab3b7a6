#include "engine/row_table.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/find_text.h"

namespace dateline {
namespace {

template <typename T>
void arrange(std::vector<T>& column, const std::vector<RowTable::At>& order) {
  std::vector<T> arranged;
  arranged.reserve(column.size());
  for (RowTable::At at : order) arranged.push_back(std::move(column[at]));
  column = std::move(arranged);
}

template <typename T>
std::vector<T> picked(const std::vector<T>& column, const std::vector<RowTable::At>& rows) {
  std::vector<T> out;
  out.reserve(rows.size());
  for (RowTable::At at : rows) out.push_back(column[at]);
  return out;
}

}  // namespace

// What each row has one of, to be put in order together.
template <typename Table>
auto RowTable::columns(Table& table) {
  return std::tie(table.ids_, table.days_, table.lines_, table.flags_, table.types_, table.statuses_, table.names_,
                  table.ranks_, table.speakers_);
}

RowTable::RowTable(const std::vector<Row>& rows) {
  for (const Row& row : rows) add(row);
  seal();
}

uint32_t RowTable::number(std::string_view text) {
  const auto [found, added] = numbers_.try_emplace(std::string(text), static_cast<uint32_t>(texts_.size()));
  if (added) texts_.emplace_back(text);
  return found->second;
}

uint32_t RowTable::number_of(std::string_view text) const {
  const auto found = numbers_.find(std::string(text));
  return found == numbers_.end() ? kNoText : found->second;
}

void RowTable::add(const Row& row, int64_t line) {
  const At at = size();
  listing_ = row.listing;
  ids_.push_back(row.id);
  days_.push_back(row.days);
  lines_.push_back(line);
  flags_.push_back(
      static_cast<uint8_t>((row.dated ? kDated : 0) | (row.disputed ? kDisputed : 0) | (row.main ? kMain : 0)));
  types_.push_back(number(row.type.view()));
  statuses_.push_back(number(row.status.view()));
  names_.push_back(number(row.name));
  ranks_.push_back(row.rank);
  speakers_.push_back(row.speaker);
  for (uint64_t id : row.entities) entities_.all.emplace_back(id, at);
  for (uint64_t id : row.reports) reports_.all.emplace_back(id, at);
  for (uint64_t id : row.events) events_.all.emplace_back(id, at);
  if (row.event != 0) events_.all.emplace_back(row.event, at);
  words_ += row.words;
  words_ += '\0';
  ends_.push_back(words_.size());
}

void RowTable::append(const RowTable& other) {
  const At shift = size();
  if (other.size() > 0) listing_ = other.listing_;
  const auto join = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
  join(ids_, other.ids_);
  join(days_, other.days_);
  join(lines_, other.lines_);
  join(flags_, other.flags_);
  join(ranks_, other.ranks_);
  join(speakers_, other.speakers_);
  std::vector<uint32_t> renumbered;
  for (const std::string& text : other.texts_) renumbered.push_back(number(text));
  for (uint32_t n : other.types_) types_.push_back(renumbered[n]);
  for (uint32_t n : other.statuses_) statuses_.push_back(renumbered[n]);
  for (uint32_t n : other.names_) names_.push_back(renumbered[n]);
  entities_.append(other.entities_, shift);
  reports_.append(other.reports_, shift);
  events_.append(other.events_, shift);
  const uint64_t before = words_.size();
  words_ += other.words_;
  for (uint64_t end : other.ends_) ends_.push_back(before + end);
}

// The order that rows.h tells of.
bool RowTable::is_before(At a, At b) const {
  const bool x = !dated(a), y = !dated(b);
  if (listing_ == Listing::commitments) {
    const auto since = [&](At at) { return dated(at) ? -int64_t{days_[at].last} : -int64_t{kOpenBegin}; };
    return std::tuple(since(a), std::string_view(ids_[a])) < std::tuple(since(b), std::string_view(ids_[b]));
  }
  if (listing_ == Listing::reports && days_[a] != days_[b]) {
    return std::tuple(x, days_[a].last, days_[a].first) < std::tuple(y, days_[b].last, days_[b].first);
  }
  const auto left = std::tuple(x, days_[a].first, days_[a].last, -ranks_[a]);
  const auto right = std::tuple(y, days_[b].first, days_[b].last, -ranks_[b]);
  if (left != right) return left < right;
  if (names_[a] != names_[b]) return texts_[names_[a]] < texts_[names_[b]];
  return ids_[a] < ids_[b];
}

void RowTable::seal() {
  added_.resize(size());
  std::iota(added_.begin(), added_.end(), 0);
  const auto before = [&](At a, At b) { return is_before(a, b); };
  std::sort(added_.begin() + sorted_, added_.end(), before);
  std::inplace_merge(added_.begin(), added_.begin() + sorted_, added_.end(), before);
  sorted_ = size();
  place_.resize(size());
  for (At at = 0; at < size(); ++at) place_[added_[at]] = at;
  std::apply([&](auto&... column) { (arrange(column, added_), ...); }, columns(*this));
  entities_.seal(place_);
  reports_.seal(place_);
  events_.seal(place_);
  newest_.resize(size());
  std::iota(newest_.begin(), newest_.end(), 0);
  sort_newest_first(newest_);
}

RowTable RowTable::without(const std::vector<char>& gone) const {
  RowTable out;
  out.listing_ = listing_;
  out.texts_ = texts_;
  out.numbers_ = numbers_;
  std::vector<At> index(size(), kGone), kept;
  for (At at = 0; at < size(); ++at) {
    if (gone[at] != 0) continue;
    index[at] = static_cast<At>(kept.size());
    kept.push_back(at);
  }
  columns(out) = std::apply([&](const auto&... column) { return std::tuple(picked(column, kept)...); }, columns(*this));
  out.words_.reserve(words_.size());
  for (At at : kept) {
    const At n = added_[at];
    const uint64_t begin = n == 0 ? 0 : ends_[n - 1];
    out.words_.append(words_, begin, ends_[n] - begin);
    out.ends_.push_back(out.words_.size());
  }
  out.entities_ = entities_.kept(index);
  out.reports_ = reports_.kept(index);
  out.events_ = events_.kept(index);
  out.sorted_ = out.size();
  return out;
}

// Of sealed rows: where the date does not decide, the order of the listing does.
bool RowTable::is_newer(At a, At b) const {
  if (dated(a) != dated(b) || days_[a] == days_[b]) return a < b;
  return std::tuple(days_[a].last, days_[a].first) > std::tuple(days_[b].last, days_[b].first);
}

void RowTable::sort_newest_first(std::vector<At>& rows) const {
  std::sort(rows.begin(), rows.end(), [&](At a, At b) { return is_newer(a, b); });
}

void RowTable::with_words(std::string_view folded, std::vector<At>& out) const {
  auto row = ends_.begin();  // of the last one found; the next lies mostly near
  for (size_t at = find_text(words_, folded, 0); at != std::string::npos; at = find_text(words_, folded, *row)) {
    size_t step = 1;
    while (static_cast<size_t>(ends_.end() - row) > step && row[static_cast<std::ptrdiff_t>(step)] <= at) step *= 2;
    const auto far =
        static_cast<size_t>(ends_.end() - row) > step ? row + static_cast<std::ptrdiff_t>(step) + 1 : ends_.end();
    row = std::upper_bound(row, far, static_cast<uint64_t>(at));
    out.push_back(place_[static_cast<size_t>(row - ends_.begin())]);
  }
}

std::vector<uint64_t> RowTable::reports_of(const std::vector<At>& rows) const {
  std::vector<char> wanted(size());
  for (At at : rows) wanted[at] = 1;
  std::vector<uint64_t> out;
  for (const auto& [id, row] : reports_.all) {
    if (wanted[row] != 0 && (out.empty() || out.back() != id)) out.push_back(id);
  }
  return out;
}

void RowTable::Names::find(uint64_t id, std::vector<At>& out) const {
  for (auto at = std::lower_bound(all.begin(), all.end(), std::pair(id, At{0})); at != all.end() && at->first == id;
       ++at)
    out.push_back(at->second);
}

void RowTable::Names::append(const Names& other, At shift) {
  all.reserve(all.size() + other.all.size());
  for (const auto& [id, row] : other.all) all.emplace_back(id, row + shift);
}

void RowTable::Names::seal(const std::vector<At>& place) {
  for (auto& [id, row] : all) row = place[row];
  const auto fresh = all.begin() + static_cast<std::ptrdiff_t>(sorted);
  std::sort(fresh, all.end());
  std::inplace_merge(all.begin(), fresh, all.end());
  sorted = all.size();
}

RowTable::Names RowTable::Names::kept(const std::vector<At>& index) const {
  Names out;
  out.all.reserve(all.size());
  for (const auto& [id, row] : all) {
    if (index[row] != kGone) out.all.emplace_back(id, index[row]);
  }
  out.sorted = out.all.size();
  return out;
}

}  // namespace dateline
