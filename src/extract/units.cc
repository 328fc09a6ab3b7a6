// Lines and wrapped paragraphs of plain text.
#include <algorithm>

#include "base/strings.h"
#include "extract/plain_text.h"
#include "text/utf8.h"

namespace dateline {
namespace {

struct Line {
  uint32_t begin, end;  // trimmed
  uint32_t block;
};

constexpr size_t kWidestColumn = 120, kNarrowestColumn = 40;

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  uint32_t block = 0;
  bool empty_before = false;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    size_t from = begin, to = end;
    while (from < to) {  // Unicode white space, and the zero-width signs that scraping leaves
      size_t next = from;
      const char32_t c = next_code_point(text, next);
      if (!is_white_space(c) && c != 0xFEFF && c != 0x200B && c != 0x200E && c != 0x200F) break;
      from = next;
    }
    while (to > from) {
      size_t last = to - 1;
      while (last > from && (static_cast<uint8_t>(text[last]) & 0xC0) == 0x80) --last;
      size_t at = last;
      const char32_t c = next_code_point(text, at);
      if (!is_white_space(c) && c != 0xFEFF && c != 0x200B && c != 0x200E && c != 0x200F) break;
      to = last;
    }
    if (from == to) {
      empty_before = true;
    } else {
      if (empty_before) ++block;
      empty_before = false;
      lines.push_back({static_cast<uint32_t>(from), static_cast<uint32_t>(to), block});
    }
    begin = end + 1;
  }
  return lines;
}

bool starts_item(std::string_view line) {
  if (line.starts_with("•") || line.starts_with("– ") || line.starts_with("— ")) return true;
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("-- ")) return true;
  size_t i = 0;
  while (i < line.size() && is_digit(line[i])) ++i;
  return i > 0 && i <= 2 && i + 1 < line.size() && (line[i] == '.' || line[i] == ')') && line[i + 1] == ' ';
}

// The column that the text was wrapped at, or 0: then nearly no line could have taken in the next one's first word.
size_t wrap_column(std::string_view text, const std::vector<Line>& lines) {
  size_t widest = 0, followed = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].block != lines[i + 1].block) continue;
    ++followed;
    widest = std::max(widest, count_code_points(text.substr(lines[i].begin, lines[i].end - lines[i].begin)));
  }
  if (followed < 3 || widest > kWidestColumn || widest < kNarrowestColumn) return 0;
  size_t full = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].block != lines[i + 1].block) continue;
    const std::string_view next = text.substr(lines[i + 1].begin, lines[i + 1].end - lines[i + 1].begin);
    const size_t word = count_code_points(next.substr(0, next.find(' ')));
    full += count_code_points(text.substr(lines[i].begin, lines[i].end - lines[i].begin)) + 1 + word > widest;
  }
  return full * 10 >= followed * 7 ? widest : 0;
}

// A sentence that runs over the line's end: broken off before, small letter after.
bool goes_on(std::string_view before, std::string_view line) {
  if (before.size() < 30 || before.ends_with(':') || before.ends_with(';') || ends_like_sentence(before) ||
      starts_item(line))
    return false;
  size_t at = 0;
  const char32_t first = next_code_point(line, at);
  if (!is_letter(first) || is_uppercase(first)) return false;
  // "iPhone", "e-mail:" and addresses are no second half.
  return at < line.size() && !is_upper(line[at]) && line.find(' ') != std::string_view::npos &&
         line.substr(0, 5) != "http:";
}

}  // namespace

std::vector<TextUnit> cut_units(std::string& text) {
  const std::vector<Line> lines = lines_of(text);
  const size_t column = wrap_column(text, lines);
  std::vector<TextUnit> units;
  auto before_of = [&](size_t i) {
    return std::string_view(text).substr(lines[i - 1].begin, lines[i - 1].end - lines[i - 1].begin);
  };
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = std::string_view(text).substr(lines[i].begin, lines[i].end - lines[i].begin);
    bool joins = false;
    if (i > 0 && goes_on(before_of(i), line)) {
      joins = true;
    } else if (column > 0 && i > 0 && lines[i - 1].block == lines[i].block && !starts_item(line)) {
      const size_t before =
          count_code_points(std::string_view(text).substr(lines[i - 1].begin, lines[i - 1].end - lines[i - 1].begin));
      joins = before + 1 + count_code_points(line.substr(0, line.find(' '))) > column;
    }
    if (joins) {
      for (uint32_t at = units.back().span.end; at < lines[i].begin; ++at) {
        if (text[at] == '\n') text[at] = ' ';
      }
      units.back().span.end = lines[i].end;
      continue;
    }
    TextUnit unit;
    unit.span = {lines[i].begin, lines[i].end};
    unit.block = lines[i].block;
    units.push_back(std::move(unit));
  }
  return units;
}

bool looks_like_names(std::string_view line) {
  if (line.size() > 120 || line.empty()) return false;
  size_t words = 0, capitals = 0, in_name = 0;
  bool short_name = false, long_name = false;  // a person has two to four names
  const auto name_ends = [&] {
    short_name |= in_name < 2;
    long_name |= in_name > 4;
    in_name = 0;
  };
  for (std::string_view word : split(line, ' ')) {
    if (word.empty()) continue;
    const std::string lower = ascii_lower(word);
    if (lower == "and" || lower == "&" || lower == "y" || lower == "et" || lower == "und" || lower == ",") {
      name_ends();
      continue;
    }
    if (lower == "de" || lower == "al" || lower == "el" || lower == "bin" || lower == "van" || lower == "von" ||
        lower == "da" || lower == "di" || lower == "der" || lower == "la" || lower == "del" || lower == "ben" ||
        lower == "ibn") {
      continue;
    }
    ++words;
    ++in_name;
    size_t at = 0;
    if (!is_uppercase(next_code_point(word, at))) return false;
    while (at < word.size()) {
      const size_t begin = at;
      const char32_t c = next_code_point(word, at);
      const bool last = at == word.size();
      if (is_letter(c) || c == '-' || c == '\'' || c == U'’' || (c == '.' && begin <= 3) || (c == ',' && last))
        continue;
      return false;
    }
    if (word.ends_with(',')) name_ends();
    size_t upper = 0;
    for (char c : word) upper += is_upper(c);
    capitals += upper > 2 && upper == word.size();
    static constexpr std::string_view kNot[] = {
        "the",        "news",       "what",     "how",     "why",     "who",      "when",    "latest",
        "breaking",   "new",        "update",   "updates", "world",   "politics", "opinion", "office",
        "conclusion", "background", "more",     "is",      "are",     "was",      "in",      "on",
        "for",        "to",         "with",     "editor",  "editors", "staff",    "network", "statement",
        "department", "ministry",   "press",    "today",   "your",    "our",      "this",    "that",
        "government", "president",  "minister", "police",  "crisis",  "war",      "attack",  "election"};
    if (std::find(std::begin(kNot), std::end(kNot), lower) != std::end(kNot)) return false;
  }
  if (in_name > 0) name_ends();
  return words >= 2 && words <= 12 && capitals < words && !short_name && !long_name;
}

}  // namespace dateline
