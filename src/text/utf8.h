// UTF-8, code point by code point.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

inline constexpr char32_t kReplacement = 0xFFFD;

// Decodes the code point at `at` (REQUIRES: at < text.size()) and moves `at` past it. Ill-formed bytes give
// kReplacement and move by one byte.
char32_t next_code_point(std::string_view text, size_t& at);
void append_code_point(std::string& out, char32_t c);
bool is_valid_utf8(std::string_view text);
size_t count_code_points(std::string_view text);  // of valid UTF-8

// Unicode simple case mapping and classes, for any code point.
char32_t to_lower(char32_t c);
bool is_letter(char32_t c);
bool is_uppercase(char32_t c);
bool is_white_space(char32_t c);

// White space of any kind, no-break too, as single spaces, none at the ends.
std::string one_line(std::string_view text);

// Lower case without accents, curly quotes made straight, white space made spaces: the form in which names and words
// are compared. "Moïse" -> "moise", "’" -> "'".
std::string fold(std::string_view text);

}  // namespace dateline
