#include "extract/rollovers.h"

#include <algorithm>
#include <string_view>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kLongest = 900;  // bytes from the name to "MORE"
constexpr size_t kNames = 90;     // from the name in the sentence to the one that the headline is glued to
constexpr std::string_view kEnd = " MORE";

bool in_word(char c) {
  return is_letter(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) & 0x80) != 0 || c == '\'';
}
bool upper(char c) { return c >= 'A' && c <= 'Z'; }

// The last place in `text` where the word stands by itself; npos if it does not.
size_t find_word(std::string_view text, std::string_view word) {
  for (size_t at = text.rfind(word); at != text.npos; at = at == 0 ? text.npos : text.rfind(word, at - 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || !in_word(text[at - 1])) && (end == text.size() || !in_word(text[end]))) return at;
  }
  return text.npos;
}

// Where the box begins that ends `line`, behind the name that it stands over; npos if it ends none.
size_t box_in(std::string_view line) {
  for (size_t begin = 0; begin < line.size(); ++begin) {
    if (!upper(line[begin]) || (begin > 0 && in_word(line[begin - 1]))) continue;
    for (size_t glue = begin + 2; glue < line.size() && in_word(line[glue - 1]); ++glue) {
      const bool glued = (upper(line[glue]) || is_digit(line[glue])) && !upper(line[glue - 1]);
      if (!glued) continue;
      const std::string_view name = line.substr(begin, glue - begin);
      const size_t from = begin > kNames ? begin - kNames : 0;
      const size_t before = find_word(line.substr(from, begin - from), name);
      if (before != line.npos) return from + before + name.size();
    }
  }
  return line.npos;
}

}  // namespace

size_t drop_rollovers(std::string& text) {
  std::string kept;
  size_t done = 0, dropped = 0;
  for (size_t end = text.find(kEnd); end != text.npos; end = text.find(kEnd, end + 1)) {
    const size_t after = end + kEnd.size();
    if (after < text.size() && is_letter(static_cast<unsigned char>(text[after]))) continue;
    const size_t line = text.rfind('\n', end) + 1;  // npos + 1 is the beginning
    const size_t from = std::max({done, line, end > kLongest ? end - kLongest : 0});
    const size_t box = box_in(std::string_view(text).substr(from, end - from));
    if (box == text.npos) continue;
    kept += std::string_view(text).substr(done, from + box - done);
    done = after;
    ++dropped;
  }
  if (dropped == 0) return 0;
  kept += std::string_view(text).substr(done);
  text = std::move(kept);
  return dropped;
}

}  // namespace dateline
