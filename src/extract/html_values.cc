#include "extract/html_values.h"

#include "base/strings.h"
#include "extract/html_references.h"
#include "text/utf8.h"

namespace dateline {
std::string plain_value(std::string_view value) {
  std::string out;
  bool in_tag = false;
  for (size_t at = 0; at < value.size();) {
    if (value[at] == '<' && at + 1 < value.size() && (is_lower(value[at + 1] | 0x20) || value[at + 1] == '/'))
      in_tag = true;
    if (in_tag) {
      in_tag = value[at] != '>';
      ++at;
      continue;
    }
    const Reference reference = value[at] == '&' ? reference_at(value.substr(at)) : Reference{};
    at += reference.length;
    const char32_t c = reference.length > 0 ? reference.code : next_code_point(value, at);
    if (c == 0 || c == 0xAD || c == 0x200B || c == 0xFEFF) continue;
    if (!is_white_space(c))
      append_code_point(out, c);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace dateline
