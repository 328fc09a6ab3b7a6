// What stands right beside a place in a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

// The word of ASCII letters that ends before the byte, spaces aside, in lower case; empty if there is none.
std::string word_before(std::string_view text, uint32_t at);

}  // namespace dateline
