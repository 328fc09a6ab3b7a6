// Values of metadata as people read them.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// The value without tags and entities left in it ("&amp;", "<b>"), soft hyphens and repeated white space.
std::string plain_value(std::string_view value);

}  // namespace dateline
