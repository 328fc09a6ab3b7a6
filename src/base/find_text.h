// Where a short text stands in a very long one: several times as fast as memmem() where its first letters are frequent,
// as those of names in news are.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

// The first place at or after `from`; npos: none. An empty text stands nowhere.
size_t find_text(std::string_view text, std::string_view wanted, size_t from);

}  // namespace dateline
