#include "extract/html_values.h"

#include <charconv>

#include "base/strings.h"
#include "extract/html_tree.h"
#include "text/utf8.h"

namespace dateline {
namespace {

// What "&…;" at the start of the text stands for, and how many bytes it takes; 0 if it is no entity.
char32_t entity_at(std::string_view text, size_t& length) {
  const size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 3) return 0;
  length = end + 1;
  const std::string_view name = text.substr(1, end - 1);
  if (name[0] != '#') return entity_code(name);
  const bool hex = name.size() > 1 && (name[1] | 0x20) == 'x';
  const std::string_view digits = name.substr(hex ? 2 : 1);
  uint32_t code = 0;
  auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  const bool whole = error == std::errc{} && stop == digits.data() + digits.size();
  return whole && code < 0x110000 && (code < 0xD800 || code > 0xDFFF) ? code : 0;
}

}  // namespace

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
    size_t length = 0;
    char32_t c = value[at] == '&' ? entity_at(value.substr(at), length) : 0;
    if (c != 0)
      at += length;
    else
      c = next_code_point(value, at);
    if (c == 0xAD || c == 0x200B || c == 0xFEFF) continue;
    if (!is_white_space(c))
      append_code_point(out, c);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace dateline
