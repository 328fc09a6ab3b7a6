// Bytes to Unicode code points: the only place where the one becomes the other.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/span.h"

namespace dateline {

class CodePoints {
 public:
  // `text` is valid UTF-8 and must outlive this object.
  explicit CodePoints(std::string_view text);

  uint32_t at(uint32_t byte) const;        // code points before that byte
  uint32_t byte_of(uint32_t point) const;  // and back
  uint32_t size() const { return total_; }

 private:
  static constexpr uint32_t kStep = 128;
  std::string_view text_;
  bool ascii_;
  uint32_t total_ = 0;
  std::vector<uint32_t> before_;  // code points before each kStep-th byte
};

}  // namespace dateline
