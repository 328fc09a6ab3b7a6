// A hash table for training: many keys, small values, read far more often than written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dateline::train {

// From keys to values, in the order in which they were first met; keys differ from 0.
template <typename T>
class KeyMap {
 public:
  // Asks memory for what find() will read first: training waits for little else.
  void ask(uint32_t key) const { __builtin_prefetch(&index_[key & (index_.size() - 1)]); }
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
  template <typename F>
  void each_value(F&& change) {
    for (T& value : values_) change(value);
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

}  // namespace dateline::train
