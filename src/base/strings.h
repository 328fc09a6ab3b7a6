// Small helpers on ASCII-level strings. What needs Unicode is in src/text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

std::vector<std::string_view> split(std::string_view text, char separator);
std::string_view trim(std::string_view text);  // of ASCII white space
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string ascii_lower(std::string_view text);
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace dateline
