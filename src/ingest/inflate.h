// Unpacking in memory: gzip and zlib streams, raw deflate, zstd, brotli.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

struct Inflated {
  std::string bytes;  // as far as they could be had
  size_t used = 0;    // packed bytes read, to where the member ends
  bool ok = false;    // to the end, with a good checksum
  bool over = false;  // stopped at the limit
};

Inflated inflate_gzip(std::string_view packed, size_t most);  // one gzip or zlib member, or raw deflate
Inflated inflate_zstd(std::string_view packed, size_t most);  // one frame
Inflated inflate_brotli(std::string_view packed, size_t most);

}  // namespace dateline
