#include "extract/html_references.h"

#include <algorithm>
#include <charconv>

#include "base/strings.h"
#include "extract/html_tree.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kLongest = 32;  // bytes of a reference; zeros in front of a number are rare

// What Windows-1252 has from 128 to 159; 0 where it has nothing.
constexpr char32_t kWindows[] = {0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
                                 0x2039, 0x152,  0,      0x17D,  0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                 0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178};

bool is_alphanumeric(char c) { return is_lower(static_cast<char>(c | 0x20)) || is_digit(c); }

char32_t permitted(uint32_t code) {
  if (code == '\r') return '\n';
  if (code < 0x20) return code == '\t' || code == '\n' ? code : 0;
  if (code >= 0x80 && code < 0xA0) return kWindows[code - 0x80];
  return code == 0x7F || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ? 0 : code;
}

Reference number_at(std::string_view text) {
  const bool hex = text.size() > 2 && (text[2] | 0x20) == 'x';
  const char* const digits = text.data() + (hex ? 3 : 2);
  uint32_t code = 0;
  const auto [stop, error] = std::from_chars(digits, text.data() + text.size(), code, hex ? 16 : 10);
  if (stop == digits) return {};
  const auto length = static_cast<size_t>(stop - text.data());
  return {error == std::errc{} ? permitted(code) : 0, length + (length < text.size() && text[length] == ';')};
}

char32_t named(std::string_view name) {
  // Nearly all that pages write; the library searches its list from the start.
  if (name == "amp") return '&';
  if (name == "quot") return '"';
  if (name == "nbsp") return 0xA0;
  if (name == "apos") return '\'';
  return entity_code(name);
}

}  // namespace

Reference reference_at(std::string_view text) {
  text = text.substr(0, kLongest);
  if (text.size() > 2 && text[1] == '#') return number_at(text);
  size_t end = 1;
  while (end < text.size() && is_alphanumeric(text[end])) ++end;
  if (end < 3) return {};
  const bool closed = end < text.size() && text[end] == ';';
  if (!closed && end < text.size() && text[end] == '=') return {};
  const char32_t code = named(text.substr(1, end - 1));
  if (code == 0 || (!closed && code > 0xFF)) return {};
  return {code, end + closed};
}

void append_resolved(std::string& out, std::string_view text) {
  while (true) {
    const size_t at = text.find('&');
    out.append(text.substr(0, at));
    if (at == std::string_view::npos) return;
    text.remove_prefix(at);
    const Reference reference = reference_at(text);
    if (reference.code != 0) append_code_point(out, reference.code);
    if (reference.length == 0) out += '&';
    text.remove_prefix(std::max<size_t>(reference.length, 1));
  }
}

}  // namespace dateline
