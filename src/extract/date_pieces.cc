#include "extract/date_pieces.h"

#include <algorithm>
#include <cstdlib>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {

void DateNames::sort() {
  std::sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) { return a.word < b.word; });
}

int8_t DateNames::value_of(std::string_view folded) const {
  const auto found = std::lower_bound(names_.begin(), names_.end(), folded,
                                      [](const Name& n, std::string_view w) { return n.word < w; });
  return found != names_.end() && found->word == folded ? found->value : int8_t{-1};
}

DatePieces::DatePieces(std::string_view text, const DateNames& names) : text_(text) {
  bool space = true;
  for (size_t at = 0; at < text_.size() && pieces_.size() < kMost;) {
    const size_t begin = at;
    const char c = text_[at];
    DatePiece p{DatePiece::mark, static_cast<uint32_t>(at), 0, 0, -1, c, space};
    space = false;
    if (is_digit(c)) {
      const size_t longest = after_zone_hour() ? 2 : text_.size();  // what is glued to a zone is another number
      while (at < text_.size() && is_digit(text_[at]) && at - begin < longest) ++at;
      p.kind = DatePiece::number;
      p.value = at - begin <= 8 ? std::atoi(std::string(text_.substr(begin, at - begin)).c_str()) : -1;
    } else {
      const char32_t first = next_code_point(text_, at);
      if (is_white_space(first)) {
        space = true;
        continue;
      }
      if (is_letter(first)) {
        while (at < text_.size()) {
          size_t next = at;
          if (!is_letter(next_code_point(text_, next))) break;
          at = next;
        }
        p.kind = DatePiece::word;
        p.name = names.value_of(fold(text_.substr(begin, at - begin)));
      } else if (first >= 128) {
        p.mark_char = first == U'–' || first == U'—' ? '-' : '?';
      }
    }
    p.end = static_cast<uint32_t>(at);
    pieces_.push_back(p);
  }
}

bool DatePieces::mark_at(size_t i, char c) const {
  return i < pieces_.size() && pieces_[i].kind == DatePiece::mark && pieces_[i].mark_char == c;
}

bool DatePieces::month_at(size_t i) const {
  return i < pieces_.size() && pieces_[i].name >= 1 && pieces_[i].name <= 12;
}

bool DatePieces::day_at(size_t i) const {
  const DatePiece* p = get(i);
  return p && p->kind == DatePiece::number && p->size() <= 2 && p->value >= 1 && p->value <= 31;
}

// Right after "+01:".
bool DatePieces::after_zone_hour() const {
  const size_t n = pieces_.size();
  if (n < 3 || pieces_[n - 1].mark_char != ':' || pieces_[n - 2].size() != 2 || pieces_[n - 2].after_space)
    return false;
  return pieces_[n - 2].kind == DatePiece::number && pieces_[n - 3].kind == DatePiece::mark &&
         (pieces_[n - 3].mark_char == '+' || pieces_[n - 3].mark_char == '-');
}

}  // namespace dateline
