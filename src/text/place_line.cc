#include "text/place_line.h"

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kLongest = 24;  // words, points and brackets counted
constexpr size_t kFewest = 4;    // words that must follow

bool is_dash(std::string_view word) {
  return word == "-" || word == "--" || word == "—" || word == "–" || word == "―" || word == "---";
}

// "NAIROBI", "ST"; a lone letter is no place.
bool all_capitals(std::string_view word) {
  size_t letters = 0;
  for (size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (!is_letter(c)) continue;
    if (!is_uppercase(c)) return false;
    ++letters;
  }
  return letters >= 2;
}

bool capitalised(std::string_view word) {
  size_t at = 0;
  const char32_t c = next_code_point(word, at);
  return is_uppercase(c) || is_digit(word.front()) || word == "of" || word == "the" || word == "and" || word == "de" ||
         word == "al";
}

}  // namespace

size_t place_line(std::string_view text, std::span<const Span> words) {
  if (words.size() < kFewest + 2) return 0;
  const bool shouted = all_capitals(words[0].of(text)) && words[0].size() >= 4;
  bool bracket = false, open = false;
  for (size_t i = 0; i < words.size() && i < kLongest; ++i) {
    const std::string_view word = words[i].of(text);
    if (!open && is_dash(word)) {
      const bool spaced = words[i].begin > words[i - (i > 0)].end && i + 1 < words.size() &&
                          (words[i + 1].begin > words[i].end || word.size() > 1);
      const bool marked = bracket || shouted;
      if (i == 0 || !marked) return 0;
      if (!spaced && word == "-") continue;  // "PORT-AU-PRINCE"
      return words.size() - i - 1 >= kFewest ? i + 1 : 0;
    }
    if (word == "(") {
      open = true;
    } else if (word == ")") {
      open = false;
      bracket = true;
    } else if (!open && word != "," && word != "." && word != "/" && word != "|" && !capitalised(word)) {
      return 0;
    }
  }
  return 0;
}

size_t place_line_inside(std::string_view text, std::span<const Span> words) {
  if (words.size() < 2 || !all_capitals(words[0].of(text))) return 0;
  const std::string_view second = words[1].of(text);
  return second == "," || second == "(" ? place_line(text, words) : 0;
}

bool is_place_line(const Document& doc, const Sentence& sentence) {
  return !sentence.tokens.empty() && is_dash(doc.words(doc.tokens[sentence.tokens.end - 1])) &&
         sentence.tokens.size() <= kLongest && doc.section_of(sentence).kind == SectionKind::body;
}

}  // namespace dateline
