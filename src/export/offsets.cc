#include "export/offsets.h"

#include <algorithm>

namespace dateline {
namespace {

bool starts(char c) { return (static_cast<uint8_t>(c) & 0xC0) != 0x80; }

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) before_.push_back(total_);
    total_ += starts(text[i]);
  }
  ascii_ = total_ == text.size();
}

uint32_t CodePoints::at(uint32_t byte) const {
  if (ascii_) return byte;
  if (byte >= text_.size()) return total_;
  uint32_t n = before_[byte / kStep];
  for (uint32_t i = byte / kStep * kStep; i < byte; ++i) n += starts(text_[i]);
  return n;
}

uint32_t CodePoints::byte_of(uint32_t point) const {
  if (ascii_) return std::min<uint32_t>(point, static_cast<uint32_t>(text_.size()));
  if (point >= total_) return static_cast<uint32_t>(text_.size());
  const auto after = std::upper_bound(before_.begin(), before_.end(), point);
  const auto block = static_cast<uint32_t>(after - before_.begin() - 1);
  uint32_t n = before_[block], byte = block * kStep;
  // A block's first byte may lie inside a code point that began in the block before.
  while (byte < text_.size() && !starts(text_[byte])) ++byte;
  while (n < point) {
    ++byte;
    while (byte < text_.size() && !starts(text_[byte])) ++byte;
    ++n;
  }
  return byte;
}

}  // namespace dateline
