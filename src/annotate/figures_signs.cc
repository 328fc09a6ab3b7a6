// The sign of money before a number: "$", "Rs. ", "US$".
#include "annotate/figures_units.h"
#include "base/strings.h"

namespace dateline {
namespace {

bool ascii_word_byte(char c) { return is_digit(c) || is_upper(c) || is_lower(c); }
bool word_byte(char c) { return ascii_word_byte(c) || (static_cast<unsigned char>(c) & 0x80) != 0; }

}  // namespace

ReadSign sign_before(const FigureAtoms& atoms, uint32_t byte) {
  const uint32_t sentence_begin = atoms.begin_byte();
  std::string_view before = atoms.text.substr(sentence_begin, byte - sentence_begin);
  if (before.ends_with(' ')) {
    before.remove_suffix(1);
  } else if (before.ends_with("\xC2\xA0")) {
    before.remove_suffix(2);
  }
  if (before.ends_with('.')) before.remove_suffix(1);  // "Rs. 500"
  if (before.empty()) return {};
  for (const FigureSymbol& sign : atoms.lexicon.signs) {
    if (!before.ends_with(sign.text)) continue;
    const size_t rest = before.size() - sign.text.size();
    if (ascii_word_byte(sign.text.front()) && rest > 0 && word_byte(before[rest - 1])) continue;
    return {sign.unit, sentence_begin + static_cast<uint32_t>(rest)};
  }
  return {};
}

}  // namespace dateline
