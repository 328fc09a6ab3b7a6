// What a file is, told by its content first and by its name second.
#pragma once

#include <string_view>

namespace dateline {

enum class Format { empty, binary, plain_text, html, json_lines };

Format sniff(std::string_view path, std::string_view bytes);

}  // namespace dateline
