#include "annotate/name_shape.h"

#include "text/utf8.h"

namespace dateline {
namespace {

struct Letters {
  int upper = 0, lower = 0, digit = 0, other = 0, dots = 0;
  bool first_upper = false;
};

Letters letters_of(std::string_view word) {
  Letters n;
  for (size_t at = 0, i = 0; at < word.size(); ++i) {
    const char32_t c = next_code_point(word, at);
    if (is_uppercase(c))
      ++n.upper, n.first_upper |= i == 0;
    else if (is_letter(c))
      ++n.lower;
    else if (c >= '0' && c <= '9')
      ++n.digit;
    else
      ++n.other, n.dots += c == '.';
  }
  return n;
}

CaseShape bare_shape(const Letters& n) {
  if (n.upper + n.lower == 0) return n.digit > 0 ? CaseShape::number : CaseShape::other;
  if (n.digit > 0) return CaseShape::alnum;
  if (n.upper > 0 && n.dots > 0) return n.upper == 1 ? CaseShape::initial : CaseShape::dotted;
  if (n.upper == 0) return CaseShape::lower;
  if (n.lower == 0) return n.upper == 1 ? CaseShape::initial : CaseShape::upper;
  return n.upper == 1 && n.first_upper ? CaseShape::title_case : CaseShape::mixed;
}

}  // namespace

PackedShape shape_of(std::string_view word) {
  const Letters n = letters_of(word);
  return static_cast<PackedShape>(bare_shape(n)) | (n.other > n.dots ? kHasOtherSigns : 0u);
}

void Manner::add(PackedShape shape, size_t bytes) {
  const bool capital = has_capital(shape);
  const CaseShape s = bare(shape);
  if (s != CaseShape::lower && !capital) return;
  ++letters_;
  all_capitals_ += s == CaseShape::upper || s == CaseShape::initial || s == CaseShape::dotted;
  if (bytes > 3) ++longer_, capitals_ += capital;
}

PackedShape Manner::flag() const {
  if (letters_ >= 3 && all_capitals_ * 10 >= letters_ * 9) return kInShoutedLine;
  return longer_ > 3 && capitals_ * 10 > longer_ * 8 ? kInTitledLine : 0;
}

}  // namespace dateline
