#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

#include "base/strings.h"

namespace dateline {

char32_t next_code_point(std::string_view text, size_t& at) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  int32_t i = static_cast<int32_t>(at), length = static_cast<int32_t>(text.size());
  UChar32 c;
  U8_NEXT(bytes, i, length, c);
  if (c < 0) {
    ++at;
    return kReplacement;
  }
  at = static_cast<size_t>(i);
  return static_cast<char32_t>(c);
}

void append_code_point(std::string& out, char32_t c) {
  uint8_t bytes[4];
  int32_t n = 0;
  UBool error = false;
  U8_APPEND(bytes, n, 4, static_cast<UChar32>(c), error);
  if (error) return append_code_point(out, kReplacement);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(n));
}

bool is_valid_utf8(std::string_view text) {
  size_t at = 0;
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  int32_t i = 0;
  while (at < text.size()) {
    if (bytes[at] < 0x80) {
      ++at;
      continue;
    }
    UChar32 c;
    i = static_cast<int32_t>(at);
    U8_NEXT(bytes, i, static_cast<int32_t>(text.size()), c);
    if (c < 0) return false;
    at = static_cast<size_t>(i);
  }
  return true;
}

size_t count_code_points(std::string_view text) {
  size_t n = 0;
  for (char c : text) n += (static_cast<uint8_t>(c) & 0xC0) != 0x80;
  return n;
}

char32_t to_lower(char32_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

bool is_letter(char32_t c) {
  if (c < 128) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c));
}

bool is_uppercase(char32_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c));
}

bool is_white_space(char32_t c) {
  if (c < 128) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c));
}

namespace {

// The first code point of the canonical decomposition: é -> e.
char32_t base_letter(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&error);
  UChar buffer[8];
  const int32_t n = unorm2_getDecomposition(nfd, static_cast<UChar32>(c), buffer, 8, &error);
  if (U_FAILURE(error) || n <= 0) return c;
  UChar32 first;
  U16_GET(buffer, 0, 0, n, first);
  return static_cast<char32_t>(first);
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<uint8_t>(text[at]);
    if (byte < 0x80) {
      out += is_upper(text[at]) ? static_cast<char>(byte + 32) : text[at];
      ++at;
      continue;
    }
    const char32_t c = base_letter(next_code_point(text, at));
    if (is_white_space(c))
      out += ' ';
    else if (c == U'‘' || c == U'’' || c == U'ʼ')
      out += '\'';
    else if (c == U'“' || c == U'”')
      out += '"';
    else if (c == U'ł' || c == U'Ł')
      out += 'l';
    else if (c == U'ø' || c == U'Ø')
      out += 'o';
    else if (u_getCombiningClass(static_cast<UChar32>(c)) == 0)
      append_code_point(out, to_lower(c));
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_white_space(c))
      append_code_point(out, c);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace dateline
