#include "base/hash.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace dateline {

uint64_t hash64(std::string_view bytes, uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string content_id(std::string_view prefix, std::initializer_list<std::string_view> parts) {
  std::string bytes;
  for (std::string_view part : parts) {
    bytes += part;
    bytes += '\0';
  }
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{}-{:012x}", prefix, hash.high64 >> 16);
}

}  // namespace dateline
