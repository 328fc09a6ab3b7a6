#include "text/near.h"

#include "base/strings.h"

namespace dateline {

std::string word_before(std::string_view text, uint32_t at) {
  while (at > 0 && is_space(text[at - 1])) --at;
  uint32_t begin = at;
  while (begin > 0 && (is_lower(text[begin - 1]) || is_upper(text[begin - 1]))) --begin;
  return ascii_lower(text.substr(begin, at - begin));
}

}  // namespace dateline
