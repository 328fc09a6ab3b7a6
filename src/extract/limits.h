// What extract accepts; past these a report is an Error of code `limit`, and the run goes on. No real article comes
// near them: the longest news page met so far has 9 MB of markup, the longest report 0.6 MB of words.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline {

inline constexpr size_t kMaxHtmlBytes = size_t{64} << 20;    // bytes of one page
inline constexpr size_t kMaxTextBytes = size_t{2} << 20;     // words of one report, of a page too: a book of 700 pages
inline constexpr size_t kMaxLineBytes = size_t{1} << 20;     // one line of them: no paragraph is a book
inline constexpr size_t kMaxNodes = size_t{4} << 20;         // elements and texts of one page
inline constexpr uint32_t kMaxDepth = 2000;                  // elements inside elements; deeper ones are left out
inline constexpr size_t kMaxTagBytes = size_t{1} << 20;      // a start tag; quotation marks not closed in it are none
inline constexpr size_t kMaxEmbeddedJson = size_t{4} << 20;  // bytes of one JSON-LD block; larger ones are skipped

}  // namespace dateline
