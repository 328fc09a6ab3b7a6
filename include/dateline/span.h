// Stretches of text, as byte offsets into a report's stored UTF-8 text.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace dateline {

// Half-open [begin, end) in bytes, on code-point boundaries. Only src/export turns bytes into code points.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(uint32_t at) const { return begin <= at && at < end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }

  auto operator<=>(const Span&) const = default;
};

// The smallest span that holds both.
inline Span cover(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

// A half-open range of indices into one of a Document's vectors.
struct IndexRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(uint32_t i) const { return begin <= i && i < end; }
  auto operator<=>(const IndexRange&) const = default;
};

inline constexpr int32_t kNone = -1;  // "no such annotation", for indices between annotations

}  // namespace dateline
