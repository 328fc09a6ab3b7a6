#include "text/tokeniser.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {

namespace {

bool is_wide(char c) { return static_cast<uint8_t>(c) >= 0x80; }

// Bytes of an apostrophe at `at`: ' or ’ (or ‘ where people mistype it); 0 if there is none.
uint32_t apostrophe(std::string_view s, uint32_t at) {
  if (at < s.size() && (s[at] == '\'' || s[at] == '`')) return 1;
  return s.substr(at, 3) == "’" || s.substr(at, 3) == "‘" ? 3 : 0;
}

// Bytes of the letter, digit or mark at `at` that belongs to a word; 0 if it is something else.
uint32_t word_char(std::string_view s, uint32_t at) {
  const char c = s[at];
  if (!is_wide(c)) return is_digit(c) || is_upper(c) || is_lower(c) || c == '_' ? 1 : 0;
  size_t past = at;
  const char32_t point = next_code_point(s, past);
  const auto size = static_cast<uint32_t>(past - at);
  if (is_letter(point)) return size;
  // General punctuation, currency, arrows and pictures stand alone; combining marks and other scripts' digits do not.
  const bool symbol = (point >= 0x2000 && point < 0x2E80) || (point >= 0x3000 && point < 0x3040) || point >= 0x1F000 ||
                      (point >= 0xA1 && point < 0xC0) || point == 0xD7 || point == 0xF7 || point == kReplacement;
  return symbol ? 0 : size;
}

// Bytes, so that a text without a space is read in time: what is longer is no word of a list, telephone number or
// address.
constexpr uint32_t kLongestJoined = 200, kLongestAddress = 8192, kLongestTail = 8;

bool is_letter_byte(char c) { return is_upper(c) || is_lower(c) || is_wide(c); }
bool is_alnum_byte(char c) { return is_digit(c) || is_letter_byte(c); }

std::string lower_of(std::string_view s) {
  std::string out;
  for (size_t i = 0; i < s.size();) {
    if (const uint32_t n = apostrophe(s, static_cast<uint32_t>(i)); n > 0) {
      out += '\'';
      i += n;
    } else {
      out += is_upper(s[i]) ? static_cast<char>(s[i] + 32) : s[i];
      ++i;
    }
  }
  return out;
}

// "U.S", "e.g", "p.m": single letters with points between.
bool is_lettered(std::string_view w) {
  if (w.size() < 3 || w.size() % 2 == 0) return false;
  for (size_t i = 0; i < w.size(); ++i) {
    if (i % 2 == 0 ? !is_letter_byte(w[i]) || is_wide(w[i]) : w[i] != '.') return false;
  }
  return true;
}

bool ends_address(char c) { return std::string_view(".,;:!?)\"'>]}*").find(c) != std::string_view::npos; }

}  // namespace

bool is_abbreviation(std::string_view word, const SegmenterWords& words) {
  if (word.size() == 1 && is_upper(word[0])) return true;
  if (is_lettered(word)) return true;
  if (is_lower(word[0])) return words.small.contains(lower_of(word));
  const std::string low = lower_of(word);
  return words.titles.contains(low) || words.abbreviations.contains(low);
}

// The end of a web or mail address, a handle or a hashtag that fills the chunk but for punctuation; its begin if none.
uint32_t Tokeniser::address_end(Span chunk) const {
  if (chunk.size() > kLongestAddress) return chunk.begin;
  const std::string_view s = chunk.of(text_);
  const size_t at_sign = s.find('@');
  const bool mail = at_sign != std::string_view::npos && at_sign > 0 && s.find('.', at_sign) != std::string_view::npos;
  const bool handle = at_sign == 0 && s.size() > 2 && is_alnum_byte(s[1]);
  const bool web = s.find("://") != std::string_view::npos || s.starts_with("www.") || s.starts_with("WWW.");
  const bool tag = s[0] == '#' && s.size() > 2 && is_letter_byte(s[1]);
  if (!mail && !handle && !web && !tag) return chunk.begin;
  uint32_t end = chunk.end;
  if (handle || tag) {
    end = chunk.begin + 1;
    while (end < chunk.end && word_char(text_, end) > 0) end += word_char(text_, end);
    return end;
  }
  while (end > chunk.begin && (ends_address(text_[end - 1]) || is_wide(text_[end - 1]))) --end;
  return end;
}

bool Tokeniser::joins_hyphen(uint32_t begin, uint32_t at, uint32_t end) const {
  if (at + 1 >= end || !is_alnum_byte(text_[at + 1])) return false;
  end = std::min(end, begin + kLongestJoined);
  uint32_t stop = at + 1;
  while (stop < end && (is_alnum_byte(text_[stop]) || text_[stop] == '-')) ++stop;
  if (stop >= begin + kLongestJoined) return false;
  const std::string_view whole = text_.substr(begin, stop - begin), left = text_.substr(begin, at - begin);
  const bool digits_left = std::all_of(left.begin(), left.end(), [](char c) { return is_digit(c) || c == '-'; });
  if (digits_left) {
    // Telephone numbers and dates: groups of digits, the last of four, or three groups.
    const bool digits = std::all_of(whole.begin(), whole.end(), [](char c) { return is_digit(c) || c == '-'; });
    const auto hyphens = std::count(whole.begin(), whole.end(), '-');
    return digits && (hyphens >= 2 || (whole.size() == 8 && whole[3] == '-'));
  }
  const std::string low = lower_of(whole);
  return words_.hyphenated.contains(low) || words_.prefixes.contains(lower_of(left));
}

bool Tokeniser::keeps_point(uint32_t begin, uint32_t at, uint32_t end) const {
  const std::string_view word = text_.substr(begin, at - begin);
  if (at + 1 < end && text_[at + 1] == '.') return false;            // an ellipsis
  if (word == "No" || word == "no" || word == "p" || word == "v") {  // words of their own unless a number follows
    uint32_t past = at + 1;
    while (past < text_.size() && text_[past] == ' ') ++past;
    return past < text_.size() && past > at && is_digit(text_[past]);
  }
  return is_abbreviation(word, words_) && word != "I";
}

// Whether the sign at `at` ties the word before it to what follows.
bool Tokeniser::joins(uint32_t begin, uint32_t at, uint32_t end) const {
  const char c = text_[at], before = text_[at - 1];
  const char after = at + 1 < end ? text_[at + 1] : ' ';
  switch (c) {
    case '.':
      if (is_digit(before) && is_digit(after)) return true;
      if (is_alnum_byte(after)) {
        if (at - begin == 1 || (at - begin >= 2 && text_[at - 2] == '.')) {
          // Letters with points between: "U.S", "a.m"; and what ends so: "Ph.D" below.
          if (at + 2 >= end || !is_alnum_byte(text_[at + 2])) return true;
        }
        uint32_t stop = at + 1;
        while (stop < end && is_alnum_byte(text_[stop])) ++stop;
        const std::string low = lower_of(text_.substr(at + 1, stop - at - 1));
        if (words_.endings.contains(low) && is_lower(after) == is_lower(text_[stop - 1])) return true;
        return (stop - begin < kLongestJoined &&
                words_.abbreviations.contains(lower_of(text_.substr(begin, stop - begin)))) ||
               (stop < end && text_[stop] == '.' && is_alnum_byte(stop + 1 < end ? text_[stop + 1] : ' ') &&
                is_lower(before) && is_lower(after));
      }
      return keeps_point(begin, at, end);
    case ',': {
      if (!is_digit(before) || at + 3 >= end) return false;
      return is_digit(after) && is_digit(text_[at + 2]) && is_digit(text_[at + 3]);
    }
    case ':': return is_digit(before) && is_digit(after);
    case '/': {
      if (is_digit(before) && is_digit(after)) return true;
      uint32_t stop = at + 1;
      while (stop < end && is_alnum_byte(text_[stop])) ++stop;
      return words_.slashed.contains(lower_of(text_.substr(begin, stop - begin)));
    }
    case '&': return is_upper(before) && is_upper(after);
    case '-': return joins_hyphen(begin, at, end);
    default: return false;
  }
}

uint32_t Tokeniser::word_end(uint32_t at, uint32_t end) const {
  const uint32_t begin = at;
  while (at < end) {
    if (const uint32_t n = word_char(text_, at); n > 0) {
      at += n;
    } else if (const uint32_t a = apostrophe(text_, at); a > 0 && at + a < end && word_char(text_, at + a) > 0) {
      at += a;
    } else if (at > begin && joins(begin, at, end)) {
      ++at;
    } else {
      break;
    }
  }
  return std::min(at, end);
}

// Whether what follows the word that ends at `end` cannot be possessed: "its |not|", "its |the|".
bool Tokeniser::precedes_clause(uint32_t end) const {
  const uint32_t begin = end + 1;
  uint32_t stop = begin;
  while (stop < text_.size() && is_lower(text_[stop])) ++stop;
  if (stop == begin || text_[end] != ' ' || stop == text_.size() || text_[stop] != ' ') return false;
  return words_.unmarked_before.contains(text_.substr(begin, stop - begin));
}

// Cuts clitics and glued words.
void Tokeniser::word(uint32_t begin, uint32_t end, std::vector<Span>& out) const {
  const std::string_view s = text_.substr(begin, end - begin);
  auto cut = [&](size_t at) {
    out.push_back({begin, begin + static_cast<uint32_t>(at)});
    out.push_back({begin + static_cast<uint32_t>(at), end});
  };
  // The last apostrophe decides: n't, 's, 'm, 'd, 're, 've, 'll.
  for (size_t i = s.size(); i-- > 1 && s.size() - i <= 5;) {
    const uint32_t n = apostrophe(s, static_cast<uint32_t>(i));
    if (n == 0) continue;
    const std::string tail = lower_of(s.substr(i + n));
    if (tail == "t" && i >= 2 && (s[i - 1] == 'n' || s[i - 1] == 'N')) {
      return cut(i - 1);
    }
    const bool number = is_digit(s[i - 1]) && tail == "s";
    if (!number && (tail == "s" || tail == "m" || tail == "d" || tail == "re" || tail == "ve" || tail == "ll")) {
      word(begin, begin + static_cast<uint32_t>(i), out);
      out.push_back({begin + static_cast<uint32_t>(i), end});
      return;
    }
    break;
  }
  if (is_digit(s[0]) && is_letter_byte(s.back() == '.' ? s[s.size() - 2] : s.back())) {
    size_t i = 0;
    while (i < s.size() && (is_digit(s[i]) || s[i] == '.' || s[i] == ',' || s[i] == ':')) ++i;
    if (i < s.size() && words_.units.contains(lower_of(s.substr(i)))) return cut(i);
  } else if (s.size() <= 8 && !is_upper(s.size() > 1 ? s[1] : 'a')) {
    const std::string low = lower_of(s);
    if (const size_t* at = words_.glued.find(low)) return cut(*at);
    if (const size_t* at = words_.unmarked.find(low); at && precedes_clause(end)) return cut(*at);
  }
  out.push_back({begin, end});
}

uint32_t Tokeniser::punctuation_end(uint32_t at, uint32_t end) const {
  const char c = text_[at];
  if (is_wide(c)) {
    size_t past = at;
    next_code_point(text_, past);
    return static_cast<uint32_t>(past);
  }
  uint32_t stop = at + 1;
  if (c == '!' || c == '?') {
    while (stop < end && (text_[stop] == '!' || text_[stop] == '?')) ++stop;
  } else if (std::string_view(".-*=~+#<>|").find(c) != std::string_view::npos) {
    while (stop < end && text_[stop] == c) ++stop;
  } else if ((c == '\'' || c == '`') && stop < end && text_[stop] == c) {
    ++stop;
  }
  return stop;
}

void Tokeniser::chunk(Span chunk, std::vector<Span>& out) const {
  static constexpr std::string_view kFaces[] = {":)", ":(", ";)", ":-)", ":-(", ";-)", "=)", "=(",
                                                ":D", ":P", "<3", ":/",  "(:",  ":-D", ":p"};
  uint32_t at = chunk.begin;
  while (at < chunk.end) {
    const std::string_view rest = text_.substr(at, chunk.end - at);
    if (std::find(std::begin(kFaces), std::end(kFaces), rest) != std::end(kFaces)) {
      out.push_back({at, chunk.end});
      return;
    }
    if (const uint32_t end = address_end({at, chunk.end});
        end > at && word_char(text_, at) + (text_[at] == '#' || text_[at] == '@') > 0) {
      out.push_back({at, end});
      at = end;
      continue;
    }
    if (word_char(text_, at) > 0) {
      const uint32_t end = word_end(at, chunk.end);
      word(at, end, out);
      at = end;
      continue;
    }
    // ".5", "'80s", "'em": a sign that belongs to what follows.
    const char next = rest.size() > 1 ? rest[1] : ' ';
    if (rest[0] == '.' && is_digit(next)) {
      const uint32_t end = word_end(at + 1, chunk.end);
      out.push_back({at, end});
      at = end;
      continue;
    }
    // A clitic that stands alone: "Ruto 's", or after a hyphen or bracket.
    if (const uint32_t n = apostrophe(text_, at); n > 0 && at + n < chunk.end && chunk.end - at - n <= kLongestTail) {
      const std::string tail = lower_of(text_.substr(at + n, chunk.end - at - n));
      static constexpr std::string_view kTails[] = {"s", "m", "d", "re", "ve", "ll", "em", "til", "cause"};
      const bool decade = tail.size() == 3 && is_digit(tail[0]) && tail[2] == 's';
      if (decade || std::find(std::begin(kTails), std::end(kTails), tail) != std::end(kTails)) {
        out.push_back({at, chunk.end});
        return;
      }
    }
    const uint32_t end = punctuation_end(at, chunk.end);
    out.push_back({at, end});
    at = end;
  }
}

}  // namespace dateline
