#include "text/word_form.h"

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr uint32_t kFnvBasis = 2166136261u, kFnvPrime = 16777619u;

uint32_t finish(uint32_t h) {
  h ^= h >> 15;
  h *= 0x2C1B3C6Du;
  h ^= h >> 12;
  return h | 1;
}

struct Counts {
  int letters = 0, upper = 0, digits = 0, others = 0;
  bool first_upper = false;
};

Shape shape_of(const Counts& n) {
  if (n.letters == 0) return n.digits > 0 ? Shape::number : Shape::punctuation;
  if (n.digits > 0) return Shape::alphanumeric;
  if (n.upper == 0) return Shape::lower;
  if (n.letters == 1) return Shape::initial;
  if (n.upper == n.letters) return Shape::upper;
  return n.first_upper && n.upper == 1 ? Shape::capital : Shape::mixed;
}

// One code point past ASCII: lower-cased into `out`, counted.
void add_wide(std::string_view word, size_t& at, std::string& out, Counts& n) {
  const size_t begin = at;
  const char32_t c = next_code_point(word, at);
  if (c == U'‘' || c == U'’' || c == U'ʼ')
    out += '\'', ++n.others;
  else if (c == U'“' || c == U'”')
    out += '"', ++n.others;
  else if (c == U'–' || c == U'—')
    out += "--", ++n.others;
  else if (c == U'…')
    out += "...", ++n.others;
  else if (is_letter(c)) {
    ++n.letters;
    if (is_uppercase(c)) ++n.upper, n.first_upper |= begin == 0;
    append_code_point(out, to_lower(c));
  } else {
    ++n.others;
    append_code_point(out, c);
  }
}

}  // namespace

uint32_t hash_bytes(const char* begin, const char* end) {
  uint32_t h = kFnvBasis;
  for (; begin != end; ++begin) h = (h ^ static_cast<uint8_t>(*begin)) * kFnvPrime;
  return finish(h);
}

void normalise(std::string_view word, std::string& out) {
  out.clear();
  Counts n;
  for (size_t at = 0; at < word.size();) {
    const char c = word[at];
    if (static_cast<uint8_t>(c) >= 0x80)
      add_wide(word, at, out, n);
    else
      out += is_upper(c) ? static_cast<char>(c + 32) : c, ++at;
  }
}

WordForm word_form(std::string_view word) {
  WordForm form;
  Counts n;
  std::string low;  // short words stay within the string itself: no allocation
  uint32_t exact = kFnvBasis;
  for (size_t at = 0; at < word.size();) {
    const char c = word[at];
    if (static_cast<uint8_t>(c) >= 0x80) {
      const size_t before = low.size();
      const int upper = n.upper;
      add_wide(word, at, low, n);
      for (size_t i = before; i < low.size(); ++i) exact = (exact ^ static_cast<uint8_t>(low[i])) * kFnvPrime;
      if (n.upper > upper) exact = (exact ^ 1) * kFnvPrime;
      continue;
    }
    char lower = c;
    if (is_upper(c))
      ++n.letters, ++n.upper, n.first_upper |= at == 0, lower = static_cast<char>(c + 32);
    else if (is_lower(c))
      ++n.letters;
    else if (is_digit(c))
      ++n.digits, lower = '0';
    else
      ++n.others, form.hyphen |= c == '-';
    low += lower;
    exact = (exact ^ static_cast<uint8_t>(is_digit(c) ? '0' : c)) * kFnvPrime;
    ++at;
  }
  uint32_t lower = kFnvBasis;
  for (size_t i = 0; i < low.size(); ++i) {
    lower = (lower ^ static_cast<uint8_t>(low[i])) * kFnvPrime;
    if (i < 3) form.prefix[i] = finish(lower);
  }
  form.lower = finish(lower);
  form.exact = finish(exact);
  const char* const end = low.data() + low.size();
  for (size_t i = 0; i < 4 && i < low.size(); ++i) form.suffix[i] = hash_bytes(end - i - 1, end);
  form.shape = shape_of(n);
  return form;
}

}  // namespace dateline
