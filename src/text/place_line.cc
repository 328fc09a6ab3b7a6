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

// "Washington (CNN) ", without a dash: a name or two, then the agency's letters in brackets, which are not short for
// the name ("World Bank (WB)"), then the beginning of a sentence. The words up to the bracket's end, or 0.
size_t agency_line(std::string_view text, std::span<const Span> words) {
  constexpr size_t kLongestPlace = 6;
  size_t open = 0;
  while (open < words.size() && open < kLongestPlace && words[open].of(text) != "(") {
    const std::string_view word = words[open].of(text);
    if (word != "," && word != "." && !capitalised(word)) return 0;
    ++open;
  }
  if (open + 3 + kFewest > words.size() || words[open].of(text) != "(" || words[open + 2].of(text) != ")") return 0;
  const std::string_view agency = words[open + 1].of(text);
  if (!all_capitals(agency) || agency.size() > 4 || (open > 0 && agency.front() == words[0].of(text).front())) return 0;
  size_t at = 0;
  const std::string_view next = words[open + 3].of(text);
  return is_uppercase(next_code_point(next, at)) || next == "\"" || next == "“" ? open + 3 : 0;
}

}  // namespace

size_t place_line(std::string_view text, std::span<const Span> words) {
  if (words.size() < kFewest + 2) return 0;
  if (const size_t agency = agency_line(text, words); agency > 0) return agency;
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
  if (sentence.tokens.empty() || sentence.tokens.size() > kLongest) return false;
  if (doc.section_of(sentence).kind != SectionKind::body) return false;
  const uint32_t last = sentence.tokens.end - 1;
  if (is_dash(doc.words(doc.tokens[last]))) return true;
  return sentence.tokens.size() >= 3 && doc.words(doc.tokens[last]) == ")" && doc.words(doc.tokens[last - 2]) == "(" &&
         all_capitals(doc.words(doc.tokens[last - 1]));
}

}  // namespace dateline
