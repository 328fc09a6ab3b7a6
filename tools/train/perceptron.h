// The averaged perceptron in whole numbers: training again gives the same bytes.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "text/linear.h"

namespace dateline::train {

// One weight and the sum of its values over all steps so far (kept lazily).
struct Weight {
  int32_t now = 0;
  uint32_t stamp = 0;
  int64_t total = 0;
  void add(int32_t by, uint32_t step) {
    total += int64_t{now} * (step - stamp);
    stamp = step;
    now += by;
  }
  int64_t sum(uint32_t step) const { return total + int64_t{now} * (step - stamp); }
};

// Averages as whole numbers: `scale` steps to one, cut at +-127.
inline int8_t quantise(int64_t sum, uint32_t steps, double scale) {
  const double value = std::floor(static_cast<double>(sum) / steps * scale + 0.5);
  return static_cast<int8_t>(std::clamp(value, -127.0, 127.0));
}

template <typename T>
std::string bytes_of(const std::vector<T>& items) {
  return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T)};
}

class SparseTrainer {
 public:
  explicit SparseTrainer(int classes) : classes_(classes), index_(1 << 16, {0, 0}) {}

  void score(const uint32_t* keys, int n, int32_t* scores) const {
    std::fill(scores, scores + classes_, 0);
    for (int i = 0; i < n; ++i) {
      const auto* row = find(keys[i]);
      if (row == nullptr) continue;
      for (const Cell& c : *row) scores[c.cls] += c.weight.now;
    }
  }
  void step() { ++step_; }
  void update(const uint32_t* keys, int n, int right, int wrong) {
    for (int i = 0; i < n; ++i) {
      auto& row = row_of(keys[i]);
      cell(row, right).add(1, step_);
      cell(row, wrong).add(-1, step_);
    }
  }
  uint32_t steps() const { return step_; }

  // {slots, entries} as SparseLinear reads them. Left out: weights that round to 0, and features whose weights add up
  // to less than `least`, which tell of one or two words only and fill the table.
  std::pair<std::string, std::string> pack(double scale, double least) const {
    std::vector<std::pair<uint32_t, std::vector<SparseLinear::Entry>>> kept;
    for (const auto& [key, at] : index_) {
      if (key == 0) continue;
      std::vector<SparseLinear::Entry> entries;
      for (const Cell& c : rows_[at]) {
        const int8_t q = quantise(c.weight.sum(step_), std::max(step_, 1u), scale);
        if (q != 0) entries.push_back({c.cls, q});
      }
      int total = 0;
      for (const auto& entry : entries) total += std::abs(int{entry.weight});
      if (entries.empty() || total < least * scale) continue;
      std::sort(entries.begin(), entries.end(), [](auto a, auto b) { return a.cls < b.cls; });
      if (entries.size() > SparseLinear::kMaxEntries) entries.resize(SparseLinear::kMaxEntries);
      kept.emplace_back(key, std::move(entries));
    }
    std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    size_t size = 1;
    while (size * 17 < kept.size() * 20) size *= 2;
    std::vector<SparseLinear::Slot> slots(size);
    std::vector<SparseLinear::Entry> entries;
    for (const auto& [key, list] : kept) {
      uint32_t at = key & static_cast<uint32_t>(size - 1);
      while (slots[at].key != 0) at = (at + 1) & static_cast<uint32_t>(size - 1);
      slots[at] = {key, static_cast<uint32_t>(entries.size() << 7 | list.size())};
      entries.insert(entries.end(), list.begin(), list.end());
    }
    return {bytes_of(slots), bytes_of(entries)};
  }

 private:
  struct Cell {
    uint8_t cls;
    Weight weight;
  };
  using Row = std::vector<Cell>;

  const Row* find(uint32_t key) const {
    for (size_t at = key & (index_.size() - 1); index_[at].first != 0; at = (at + 1) & (index_.size() - 1)) {
      if (index_[at].first == key) return &rows_[index_[at].second];
    }
    return nullptr;
  }
  Row& row_of(uint32_t key) {
    if (rows_.size() * 2 > index_.size()) grow();
    size_t at = key & (index_.size() - 1);
    for (; index_[at].first != 0; at = (at + 1) & (index_.size() - 1)) {
      if (index_[at].first == key) return rows_[index_[at].second];
    }
    index_[at] = {key, static_cast<uint32_t>(rows_.size())};
    rows_.emplace_back();
    return rows_.back();
  }
  void grow() {
    std::vector<std::pair<uint32_t, uint32_t>> old(index_.size() * 2, {0, 0});
    old.swap(index_);
    for (const auto& entry : old) {
      if (entry.first == 0) continue;
      size_t at = entry.first & (index_.size() - 1);
      while (index_[at].first != 0) at = (at + 1) & (index_.size() - 1);
      index_[at] = entry;
    }
  }
  static Weight& cell(Row& row, int cls) {
    for (Cell& c : row) {
      if (c.cls == cls) return c.weight;
    }
    row.push_back({static_cast<uint8_t>(cls), {}});
    return row.back().weight;
  }

  int classes_;
  uint32_t step_ = 0;
  std::vector<std::pair<uint32_t, uint32_t>> index_;
  std::vector<Row> rows_;
};

}  // namespace dateline::train
