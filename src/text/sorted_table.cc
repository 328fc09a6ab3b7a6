#include "text/sorted_table.h"

#include <algorithm>

#include "base/hash.h"
#include "text/utf8.h"

namespace dateline {
namespace {

// Where the line that holds `at` begins.
size_t line_begin(std::string_view text, size_t at) {
  while (at > 0 && text[at - 1] != '\n') --at;
  return at;
}

std::string_view key_at(std::string_view text, size_t line) {
  size_t end = line;
  while (end < text.size() && text[end] != '\t' && text[end] != '\n') ++end;
  return text.substr(line, end - line);
}

// The first line from `low` on, before `high`, whose key is not below `key`; high if there is none.
size_t first_line(std::string_view text, std::string_view key, size_t low, size_t high) {
  while (low < high) {
    const size_t line = line_begin(text, low + (high - low) / 2);
    const int order = key_at(text, line).compare(key);
    if (order < 0) {
      const size_t end = text.find('\n', line);
      low = end == std::string_view::npos ? text.size() : end + 1;
    } else {
      high = line;
    }
  }
  return low;
}

}  // namespace

SortedTable SortedTable::over(std::string_view text) {
  SortedTable table;
  while (text.starts_with('#')) text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  table.body_ = text;
  for (size_t i = 0; i < table.letters_.size(); ++i) {
    const char letter = static_cast<char>('a' + i);
    table.letters_[i] = first_line(text, std::string_view(&letter, 1), 0, text.size());
  }
  table.note_keys();
  return table;
}

void SortedTable::note_keys() {
  size_t bits = 64;
  while (bits < 8 * static_cast<size_t>(std::count(body_.begin(), body_.end(), '\n'))) bits *= 2;
  filter_.assign(bits / 64, 0);
  for (size_t line = 0; line < body_.size();) {
    const size_t tab = body_.find('\t', line), end = std::min(body_.find('\n', line), body_.size());
    const uint64_t hash = hash64(body_.substr(line, std::min(tab, end) - line));
    filter_[hash / 64 % filter_.size()] |= uint64_t{1} << hash % 64;
    line = end + 1;
  }
}

bool SortedTable::may_have(std::string_view key) const {
  const uint64_t hash = hash64(key);
  return filter_[hash / 64 % filter_.size()] >> hash % 64 & 1;
}

Result<SortedTable> SortedTable::load(const Resources& resources, std::string_view name) {
  TRY(std::string_view text, resources.get(name));
  return over(text);
}

std::string_view SortedTable::rows(std::string_view key) const {
  if (!may_have(key)) return {};
  // Most keys begin with a small letter: the search starts among those of that letter.
  size_t low = 0, high = body_.size();
  if (!key.empty() && key[0] >= 'a' && key[0] <= 'z') {
    low = letters_[static_cast<size_t>(key[0] - 'a')];
    high = letters_[static_cast<size_t>(key[0] - 'a') + 1];
  }
  const size_t begin = first_line(body_, key, low, high);
  size_t end = begin;
  while (end < high && key_at(body_, end) == key) end = std::min(body_.find('\n', end), body_.size() - 1) + 1;
  return body_.substr(begin, end - begin);
}

std::string name_key(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uint8_t>(c) < 0x80; });
  const std::string folded = ascii ? std::string() : fold(text);
  for (char c : ascii ? text : std::string_view(folded)) {
    if (c == '.' || c == '\'' || c == '`') continue;
    if (c == '-' || c == '/' || c == '\n' || c == '\t') c = ' ';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c == ' ' && (key.empty() || key.back() == ' ')) continue;
    key += c;
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

}  // namespace dateline
