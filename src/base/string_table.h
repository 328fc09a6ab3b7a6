// A table from short words to values, filled when a lexicon is loaded and then asked for every word of every report,
// which it mostly does not hold: saying so takes a look at one number. Open addressing, at most a quarter in use.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

template <typename Value>
class StringTable {
 public:
  // The key's value, and whether it was put there now; it stays what it was if the key was there. The keys' bytes must
  // outlive the table; the pointer lasts until the next emplace.
  std::pair<Value*, bool> emplace(std::string_view key, Value value) {
    if (4 * (entries_.size() + 1) > slots_.size()) grow();
    Slot& slot = slots_[place(key, check_of(key))];
    const bool fresh = slot.check == 0;
    if (fresh) {
      slot = {check_of(key), static_cast<uint32_t>(entries_.size())};
      entries_.emplace_back(key, std::move(value));
    }
    return {&entries_[slot.entry].second, fresh};
  }
  Value& operator[](std::string_view key) { return *emplace(key, Value()).first; }

  // nullptr if the key is not there.
  const Value* find(std::string_view key) const {
    if (entries_.empty()) return nullptr;
    const Slot& slot = slots_[place(key, check_of(key))];
    return slot.check == 0 ? nullptr : &entries_[slot.entry].second;
  }
  bool contains(std::string_view key) const { return find(key) != nullptr; }
  size_t size() const { return entries_.size(); }

 private:
  struct Slot {
    uint32_t check = 0;  // of the key's hash; 0: free
    uint32_t entry = 0;
  };

  // All of a word of up to 16 bytes, of longer ones the ends; equal checks are told apart by the keys themselves.
  static uint32_t check_of(std::string_view key) {
    const char* begin = key.data();
    const size_t n = key.size();
    uint64_t head = 0, tail = 0;
    if (n >= 8) {
      std::memcpy(&head, begin, 8), std::memcpy(&tail, begin + n - 8, 8);
    } else if (n >= 4) {
      std::memcpy(&head, begin, 4), std::memcpy(&tail, begin + n - 4, 4);
    } else if (n > 0) {
      head = static_cast<uint8_t>(begin[0]) | static_cast<uint64_t>(static_cast<uint8_t>(begin[n / 2])) << 8;
      tail = static_cast<uint8_t>(begin[n - 1]);
    }
    const uint64_t hash = (head * 0x9E3779B97F4A7C15ull ^ (tail + n) * 0xD6E8FEB86659FD93ull) * 0x9FB21C651E98DF25ull;
    return static_cast<uint32_t>(hash >> 32) | 1;
  }
  // Where the key stands, or would.
  size_t place(std::string_view key, uint32_t check) const {
    const size_t mask = slots_.size() - 1;
    size_t at = check >> 1 & mask;
    while (slots_[at].check != 0 && (slots_[at].check != check || entries_[slots_[at].entry].first != key))
      at = (at + 1) & mask;
    return at;
  }
  void grow() {
    slots_.assign(slots_.empty() ? 64 : 2 * slots_.size(), {});
    for (uint32_t i = 0; i < entries_.size(); ++i) {
      const uint32_t check = check_of(entries_[i].first);
      slots_[place(entries_[i].first, check)] = {check, i};
    }
  }

  std::vector<Slot> slots_;  // a power of two of them
  std::vector<std::pair<std::string_view, Value>> entries_;
};

}  // namespace dateline
