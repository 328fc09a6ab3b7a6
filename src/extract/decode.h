// Bytes to valid UTF-8: byte order marks, declared and detected legacy encodings, repair of what is broken.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/result.h"

namespace dateline {

struct Decoded {
  std::string text;                // valid UTF-8; line ends are '\n'; no control characters but tab and line feed
  std::vector<std::string> notes;  // what was chosen or repaired, in words
};

// `declared` is a charset label from outside or from a <meta>, empty if none. Well-formed UTF-8 with characters
// beyond ASCII is taken as UTF-8 whatever is declared. Fails with invalid_input where the bytes are not text.
Result<Decoded> decode(std::string_view bytes, std::string_view declared);

}  // namespace dateline
