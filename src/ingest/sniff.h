// What some bytes are, told by content first and by name second.
#pragma once

#include <string_view>

namespace dateline {

enum class Format { empty, binary, plain_text, html, json, xml, warc, archive, pdf, docx };

Format sniff(std::string_view path, std::string_view bytes);

}  // namespace dateline
