// The averaged perceptron in whole numbers: training again gives the same bytes.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "text/linear.h"
#include "text/sure.h"

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

// From keys to values, in the order in which they were first met; keys differ from 0.
template <typename T>
class KeyMap {
 public:
  const T* find(uint32_t key) const {
    const auto& entry = index_[place(key)];
    return entry.first == 0 ? nullptr : &values_[entry.second];
  }
  T* find(uint32_t key) { return const_cast<T*>(std::as_const(*this).find(key)); }
  T& operator[](uint32_t key) {
    if (values_.size() * 2 > index_.size()) grow();
    auto& entry = index_[place(key)];
    if (entry.first == 0) {
      entry = {key, static_cast<uint32_t>(values_.size())};
      values_.emplace_back();
    }
    return values_[entry.second];
  }
  template <typename F>
  void each(F&& visit) const {
    for (const auto& [key, at] : index_) {
      if (key != 0) visit(key, values_[at]);
    }
  }
  size_t size() const { return values_.size(); }

 private:
  size_t place(uint32_t key) const {
    size_t at = key & (index_.size() - 1);
    while (index_[at].first != 0 && index_[at].first != key) at = (at + 1) & (index_.size() - 1);
    return at;
  }
  void grow() {
    std::vector<std::pair<uint32_t, uint32_t>> old(index_.size() * 2, {0, 0});
    old.swap(index_);
    for (const auto& entry : old) {
      if (entry.first != 0) index_[place(entry.first)] = entry;
    }
  }

  std::vector<std::pair<uint32_t, uint32_t>> index_ = std::vector<std::pair<uint32_t, uint32_t>>(1 << 16);
  std::vector<T> values_;
};

// What is to be kept under a key, and how much it matters.
template <typename Value>
struct Keyed {
  uint32_t key;
  int worth;
  Value value;
};

// The items as a table of buckets, about half full; of those that meet in a full bucket the least worthy are left out.
template <typename Value>
std::vector<Bucket<Value>> to_buckets(std::vector<Keyed<Value>> items) {
  std::sort(items.begin(), items.end(),
            [](const auto& a, const auto& b) { return std::pair(-a.worth, a.key) < std::pair(-b.worth, b.key); });
  size_t size = 1;
  while (size * 4 < items.size()) size *= 2;
  std::vector<Bucket<Value>> table(size);
  for (const auto& item : items) {
    auto& bucket = table[Bucket<Value>::index(item.key, static_cast<uint32_t>(size - 1))];
    const auto free = std::find(bucket.key, bucket.key + bucket.kSize, 0u) - bucket.key;
    if (free == bucket.kSize) continue;
    bucket.key[free] = item.key;
    bucket.value[free] = item.value;
  }
  return table;
}

// How often each key had which value.
class SureCounts {
 public:
  void add(uint32_t key, uint32_t value) { ++counts_[key][value]; }

  // The keys met `times` times or more of which at most one in `others` had another value than most.
  std::vector<Sure> table(int times, int others) const {
    std::vector<Sure> kept;
    for (const auto& [key, values] : counts_) {
      int all = 0, most = 0;
      uint32_t value = 0;
      for (const auto& [v, n] : values) {
        all += n;
        if (n > most) most = n, value = v;
      }
      if (key != 0 && all >= times && (all - most) * others <= all) kept.push_back({key, value});
    }
    size_t size = 2;
    while (size < kept.size() * 2) size *= 2;
    std::vector<Sure> table(size);
    for (const Sure& row : kept) {
      size_t at = row.key >> 1 & (size - 1);
      while (table[at].key != 0) at = (at + 1) & (size - 1);
      table[at] = row;
    }
    return table;
  }

 private:
  std::map<uint32_t, std::map<uint32_t, int>> counts_;
};

class SparseTrainer {
 public:
  using Entry = SparseLinear::Entry;
  explicit SparseTrainer(int classes) : classes_(classes) {}
  // Learns weights for these features alone.
  SparseTrainer(int classes, const std::vector<uint32_t>& chosen) : classes_(classes), open_(false) {
    for (const uint32_t key : chosen) rows_[key];
  }

  void score(const uint32_t* keys, int n, int32_t* scores) const {
    std::fill(scores, scores + classes_, 0);
    for (int i = 0; i < n; ++i) {
      const Row* row = rows_.find(keys[i]);
      if (row == nullptr) continue;
      for (const Cell& c : *row) scores[c.cls] += c.weight.now;
    }
  }
  void step() { ++step_; }
  void update(const uint32_t* keys, int n, int right, int wrong) {
    for (int i = 0; i < n; ++i) {
      Row* row = open_ ? &rows_[keys[i]] : rows_.find(keys[i]);
      if (row == nullptr) continue;
      cell(*row, right).add(1, step_);
      cell(*row, wrong).add(-1, step_);
    }
  }
  uint32_t steps() const { return step_; }

  // The features whose weights add up to `least` or more, by key. Most of the others tell of one or two words only;
  // what is learned without them is learned better.
  std::vector<uint32_t> chosen(double scale, int least) const {
    std::vector<uint32_t> kept;
    rows_.each([&](uint32_t key, const Row& row) {
      if (worth(whole(row, scale)) >= least) kept.push_back(key);
    });
    std::sort(kept.begin(), kept.end());
    return kept;
  }

  // {buckets, entries} as SparseLinear reads them; features that weigh less than `least` are left out.
  std::pair<std::string, std::string> pack(double scale, int least) const {
    std::vector<std::pair<uint32_t, std::vector<Entry>>> kept;
    rows_.each([&](uint32_t key, const Row& row) {
      std::vector<Entry> list = whole(row, scale);
      if (worth(list) >= least) kept.emplace_back(key, std::move(list));
    });
    std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    // Where it lies in `kept`, until it is known which of them find a place.
    std::vector<Keyed<SparseLinear::List>> numbers;
    for (size_t i = 0; i < kept.size(); ++i) {
      numbers.push_back({kept[i].first, worth(kept[i].second), static_cast<SparseLinear::List>(i)});
    }
    auto buckets = to_buckets(std::move(numbers));
    std::vector<SparseLinear::List*> places(kept.size(), nullptr);
    for (auto& bucket : buckets) {
      for (int k = 0; k < bucket.kSize; ++k) {
        if (bucket.key[k] != 0) places[bucket.value[k]] = &bucket.value[k];
      }
    }
    std::vector<Entry> entries;
    for (size_t i = 0; i < kept.size(); ++i) {
      if (places[i] != nullptr) *places[i] = append_list(kept[i].second, entries);
    }
    return {bytes_of(buckets), bytes_of(entries)};
  }

 private:
  struct Cell {
    uint8_t cls;
    Weight weight;
  };
  using Row = std::vector<Cell>;

  // The averages as whole numbers; those that round to 0 are left out.
  std::vector<Entry> whole(const Row& row, double scale) const {
    std::vector<Entry> list;
    for (const Cell& c : row) {
      const int8_t q = quantise(c.weight.sum(step_), std::max(step_, 1u), scale);
      if (q != 0) list.push_back({c.cls, q});
    }
    std::sort(list.begin(), list.end(), [](auto a, auto b) { return a.cls < b.cls; });
    return list;
  }
  static int worth(const std::vector<Entry>& list) {
    int total = 0;
    for (const Entry& e : list) total += std::abs(int{e.weight});
    return total;
  }
  SparseLinear::List append_list(const std::vector<Entry>& list, std::vector<Entry>& entries) const {
    const auto first = static_cast<SparseLinear::List>(entries.size()) << 7;
    if (static_cast<int>(list.size()) < SparseLinear::row_from(classes_)) {
      entries.insert(entries.end(), list.begin(), list.end());
      return first | static_cast<uint32_t>(list.size());
    }
    append_row(list, entries);
    return first | SparseLinear::kRow;
  }
  // A weight for each class, two of them in the room of an entry.
  void append_row(const std::vector<Entry>& list, std::vector<Entry>& entries) const {
    std::vector<int8_t> row(static_cast<size_t>(SparseLinear::row_size(classes_)));
    for (const Entry& e : list) row[e.cls] = e.weight;
    for (size_t i = 0; i < row.size(); i += 2) entries.push_back({static_cast<uint8_t>(row[i]), row[i + 1]});
  }
  static Weight& cell(Row& row, int cls) {
    for (Cell& c : row) {
      if (c.cls == cls) return c.weight;
    }
    row.push_back({static_cast<uint8_t>(cls), {}});
    return row.back().weight;
  }

  int classes_;
  bool open_ = true;  // to features not met before
  uint32_t step_ = 0;
  KeyMap<Row> rows_;
};

}  // namespace dateline::train
