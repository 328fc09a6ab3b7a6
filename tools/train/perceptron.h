// The averaged perceptron in whole numbers: training again gives the same bytes.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "key_map.h"
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
  // Begins the sum anew, at step 0.
  void forget() { total = 0, stamp = 0; }
  // The average times kOne in the place of the sum, as if of kOne steps: so averages of other trainers can be added.
  static constexpr int64_t kOne = 1 << 16;
  void settle(uint32_t step) { total = sum(step) * kOne / std::max(step, 1u), now = 0; }
  int64_t sum(uint32_t step) const { return total + int64_t{now} * (step - stamp); }
};

// Averages as whole numbers: `scale` steps to one, cut at +-127.
inline int8_t quantise(int64_t sum, uint32_t steps, double scale) {
  const double value = std::floor(static_cast<double>(sum) / steps * scale + 0.5);
  return static_cast<int8_t>(std::clamp(value, -127.0, 127.0));
}

// The largest scale of `most`, its half, its quarter and so on at which at most one weight in 500 is cut. `each` calls
// its argument with every weight's sum.
template <typename Each>
double fitting_scale(const Each& each, uint32_t steps, double most) {
  for (double scale = most;; scale /= 2) {
    size_t all = 0, cut = 0;
    each([&](int64_t sum) {
      all += sum != 0;
      cut += std::abs(static_cast<double>(sum)) * scale > 127.5 * steps;
    });
    if (cut * 500 <= all) return scale;
  }
}

template <typename T>
std::string bytes_of(const std::vector<T>& items) {
  return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T)};
}

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

// The keys of the first `most` items by falling worth ({-worth, key}), by key.
inline std::vector<uint32_t> worthiest(std::vector<std::pair<int, uint32_t>>& items, size_t most) {
  std::sort(items.begin(), items.end());
  std::vector<uint32_t> keys;
  for (size_t i = 0; i < items.size() && i < most; ++i) keys.push_back(items[i].second);
  std::sort(keys.begin(), keys.end());
  return keys;
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
    const Row* rows[SparseLinear::kMostKeys];
    int known = 0;
    for (int i = 0; i < n; ++i) rows_.ask(keys[i]);
    for (int i = 0; i < n; ++i) {
      const Row* row = rows_.find(keys[i]);
      if (row == nullptr) continue;
      __builtin_prefetch(row);
      rows[known++] = row;
    }
    for (int i = 0; i < known; ++i) __builtin_prefetch(rows[i]->data());
    for (int i = 0; i < known; ++i) {
      for (const Cell& c : *rows[i]) scores[c.cls] += c.weight.now;
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

  // Of the features whose weights add up to `least` or more the worthiest, at most `most`, by key. The others tell of
  // one or two words only; what is learned without them is learned better.
  std::vector<uint32_t> chosen(double scale, int least, size_t most = SIZE_MAX) const {
    std::vector<std::pair<int, uint32_t>> kept;
    rows_.each([&](uint32_t key, const Row& row) {
      if (const int w = worth(whole(row, scale)); w >= least) kept.emplace_back(-w, key);
    });
    return worthiest(kept, most);
  }

  // Ends the training; from then on others that are settled too can be added, each with the same voice.
  void settle() {
    rows_.each_value([&](Row& row) {
      for (Cell& c : row) c.weight.settle(step_);
    });
    step_ = Weight::kOne;
  }
  void merge(const SparseTrainer& other) {
    other.rows_.each([&](uint32_t key, const Row& row) {
      for (const Cell& c : row) cell(rows_[key], c.cls).total += c.weight.total;
    });
    step_ += other.step_;
  }

  // See fitting_scale().
  double fitting(double most) const {
    const auto each_sum = [&](const auto& look) {
      rows_.each([&](uint32_t, const Row& row) {
        for (const Cell& c : row) look(c.weight.sum(step_));
      });
    };
    return fitting_scale(each_sum, std::max(step_, 1u), most);
  }

  // {buckets, entries} as SparseLinear reads them; features that weigh less than `least` are left out, and
  // single weights less than `finest`.
  std::pair<std::string, std::string> pack(double scale, int least, int finest = 1) const {
    std::vector<std::pair<uint32_t, std::vector<Entry>>> kept;
    rows_.each([&](uint32_t key, const Row& row) {
      std::vector<Entry> list = whole(row, scale, finest);
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
  std::vector<Entry> whole(const Row& row, double scale, int finest = 1) const {
    std::vector<Entry> list;
    for (const Cell& c : row) {
      const int8_t q = quantise(c.weight.sum(step_), std::max(step_, 1u), scale);
      if (std::abs(q) >= finest) list.push_back({c.cls, q});
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
