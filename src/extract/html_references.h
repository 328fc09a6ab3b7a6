// Character references of HTML: "&amp;", "&#8217;", "&nbsp".
#pragma once

#include <string>
#include <string_view>

namespace dateline {

struct Reference {
  char32_t code = 0;  // 0: it stands for nothing that may be in a text
  size_t length = 0;  // bytes; 0: no reference begins here
};

// The one at the start of the text, which begins with '&'. As browsers have it, numbers from 128 to 159 are
// Windows-1252, and names of Latin-1 characters do without the semicolon where no letter, digit or '=' follows.
Reference reference_at(std::string_view text);

// Appends the text with its references resolved.
void append_resolved(std::string& out, std::string_view text);

}  // namespace dateline
