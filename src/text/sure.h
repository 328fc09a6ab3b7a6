// What needs no weighing: keys that had one and the same answer nearly each of many times, with that answer.
#pragma once

#include <cstdint>

#include "text/model_file.h"

namespace dateline {

struct Sure {
  uint32_t key = 0;  // 0: free
  uint32_t value = 0;
};

// A table of open addressing, whose size is a power of two, never full.
class SureTable {
 public:
  static Result<SureTable> open(const ModelFile& file, std::string_view part) {
    TRY(auto rows, file.part<Sure>(part));
    return SureTable(rows.first, rows.second);
  }
  SureTable() = default;
  SureTable(const Sure* rows, size_t size) : rows_(rows), mask_(static_cast<uint32_t>(size - 1)) {}

  // The value of the key, or -1. REQUIRES: key != 0.
  int find(uint32_t key) const {
    for (uint32_t at = key >> 1 & mask_; rows_[at].key != 0; at = (at + 1) & mask_) {
      if (rows_[at].key == key) return static_cast<int>(rows_[at].value);
    }
    return -1;
  }

 private:
  const Sure* rows_ = nullptr;
  uint32_t mask_ = 0;
};

}  // namespace dateline
