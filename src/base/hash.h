// Content hashes: ids that depend on what a thing is, not on when it was read. XXH3 (xxhash.com), seed 0.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace dateline {

uint64_t hash64(std::string_view bytes, uint64_t seed = 0);
// "PREFIX-" and 12 hex digits of the 128-bit hash of the parts, each ended by a NUL so that ("ab","c") != ("a","bc").
std::string content_id(std::string_view prefix, std::initializer_list<std::string_view> parts);

}  // namespace dateline
