// How much of what a reader accepts; docs/formats.md tells users. Past a limit one report fails, never the run.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline {

inline constexpr uint64_t kMaxFileBytes = uint64_t{8} << 30;  // a file on disk
inline constexpr size_t kMaxReportBytes = size_t{64} << 20;   // one report: a page, a row, an entry, a record's body
inline constexpr uint64_t kMaxUnpackedBytes = uint64_t{64} << 30;  // all of one archive, unpacked
inline constexpr uint64_t kMaxRatio = 1000;                        // unpacked to packed bytes, past the first 64 MiB
inline constexpr size_t kMaxEntries = 5'000'000;                   // of one archive or feed
inline constexpr int kMaxConverterSeconds = 60;                    // pdftotext, pandoc, on one document
inline constexpr int kMaxNesting = 4;                              // archives inside archives

}  // namespace dateline
