#include "annotate/figures_atoms.h"

#include <charconv>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

struct VulgarFraction {
  char32_t sign;
  double value;
};
constexpr VulgarFraction kVulgar[] = {{U'½', 1.0 / 2}, {U'⅓', 1.0 / 3}, {U'⅔', 2.0 / 3}, {U'¼', 1.0 / 4},
                                      {U'¾', 3.0 / 4}, {U'⅕', 1.0 / 5}, {U'⅖', 2.0 / 5}, {U'⅗', 3.0 / 5},
                                      {U'⅘', 4.0 / 5}, {U'⅙', 1.0 / 6}, {U'⅚', 5.0 / 6}, {U'⅛', 1.0 / 8},
                                      {U'⅜', 3.0 / 8}, {U'⅝', 5.0 / 8}, {U'⅞', 7.0 / 8}};

double vulgar(char32_t c) {
  for (const VulgarFraction& f : kVulgar) {
    if (f.sign == c) return f.value;
  }
  return 0;
}

bool thousands_separator(char32_t c) { return c == ',' || c == 0xA0 || c == 0x2009 || c == 0x202F || c == ' '; }

// Reads sentences byte by byte; `end_` is where the sentence ends.
class Cutter {
 public:
  Cutter(std::string_view text, Span span, const FigureLexicon& lexicon, std::vector<FigureAtom>& out)
      : text_(text.substr(0, span.end)), at_(span.begin), lexicon_(lexicon), out_(out) {}

  void run() {
    bool space = true;
    while (at_ < text_.size()) {
      size_t next = at_;
      const char32_t c = next_code_point(text_, next);
      if (is_white_space(c) || c == 0x200B || c == 0xFEFF) {
        space = true;
        at_ = next;
        continue;
      }
      FigureAtom atom;
      atom.span.begin = static_cast<uint32_t>(at_);
      atom.space_before = space;
      if (is_digit(text_[at_]) || (c == '.' && digit_at(at_ + 1) && (space || !last_is_word_or_number()))) {
        number(atom);
      } else if (const double v = vulgar(c); v > 0) {
        atom.kind = FigureAtomKind::number;
        atom.fraction = true;
        atom.value = v;
        at_ = next;
      } else if (is_letter(c)) {
        word(atom, c);
      } else {
        at_ = next;
        atom.kind = FigureAtomKind::sign;
        atom.word = lexicon_.id(text_.substr(atom.span.begin, at_ - atom.span.begin));
      }
      atom.span.end = static_cast<uint32_t>(at_);
      out_.push_back(atom);
      space = false;
    }
  }

 private:
  bool digit_at(size_t i) const { return i < text_.size() && is_digit(text_[i]); }
  bool last_is_word_or_number() const { return !out_.empty() && out_.back().kind != FigureAtomKind::sign; }

  size_t digits_from(size_t i) const {
    size_t n = 0;
    while (digit_at(i + n)) ++n;
    return n;
  }

  // The end of a thousands group ("," or one space, and three digits, and no fourth) at i, or i.
  size_t group_end(size_t i, char32_t& separator) const {
    if (i >= text_.size()) return i;
    size_t j = i;
    const char32_t c = next_code_point(text_, j);
    if (!thousands_separator(c) || (separator != 0 && c != separator)) return i;
    if (digits_from(j) != 3) return i;
    // A plain space parts thousands only in round numbers ("10 000") or more than once ("1 234 567"), and not behind a
    // month or a name's number.
    const bool again = j + 3 < text_.size() && text_[j + 3] == ' ' && digits_from(j + 4) == 3;
    if (c == ' ' && separator == 0 &&
        ((text_.substr(j + 1, 2) != "00" && !again) ||
         (!out_.empty() && lexicon_.is(out_.back().word, kMonth | kDesignator))))
      return i;
    separator = c;
    return j + 3;
  }

  void number(FigureAtom& atom) {
    atom.kind = FigureAtomKind::number;
    const size_t begin = at_;
    std::string digits(text_.substr(at_, digits_from(at_)));
    at_ += digits.size();
    if (!digits.empty() && digits.size() <= 3 && digits[0] != '0') {
      char32_t separator = 0;
      for (size_t end = group_end(at_, separator); end != at_; end = group_end(at_, separator)) {
        digits += text_.substr(end - 3, 3);
        at_ = end;
        atom.grouped = true;
      }
    }
    indian_groups(atom, digits);
    atom.digits = static_cast<uint8_t>(std::min<size_t>(digits.size(), 255));
    if (at_ < text_.size() && text_[at_] == '.' && digit_at(at_ + 1)) {
      const size_t n = digits_from(at_ + 1);
      digits += '.';
      digits += text_.substr(at_ + 1, n);
      at_ += n + 1;
      atom.decimal = true;
    } else if (at_ < text_.size() && text_[at_] == '/' && digit_at(at_ + 1) && !atom.grouped) {
      slash(atom, begin);
      if (atom.fraction) return;
    }
    exponent(atom, digits);
    if (digits.front() == '.') digits.insert(digits.begin(), '0');
    std::from_chars(digits.data(), digits.data() + digits.size(), atom.value);
  }

  // "12,34,567": lakhs and crores.
  void indian_groups(FigureAtom& atom, std::string& digits) {
    if (digits.empty() || digits.size() > 2 || atom.grouped) return;
    size_t i = at_;
    std::string all = digits;
    while (i < text_.size() && text_[i] == ',' && digits_from(i + 1) == 2) {
      all += text_.substr(i + 1, 2);
      i += 3;
    }
    if (i == at_ || i >= text_.size() || text_[i] != ',' || digits_from(i + 1) != 3) return;
    digits = all + std::string(text_.substr(i + 1, 3));
    at_ = i + 4;
    atom.grouped = true;
  }

  // "1/2", but not "9/11", "24/7" or "3/10/2024".
  void slash(FigureAtom& atom, size_t begin) {
    const size_t n = digits_from(at_ + 1);
    const size_t end = at_ + 1 + n;
    if (n > 3 || at_ - begin > 3 || (end < text_.size() && text_[end] == '/') || (begin > 0 && text_[begin - 1] == '/'))
      return;
    int over = 0, under = 0;
    std::from_chars(text_.data() + begin, text_.data() + at_, over);
    std::from_chars(text_.data() + at_ + 1, text_.data() + end, under);
    // "the 9/12 march", "the 1/6 committee": what could be a day, and is no half, quarter or what a ruler has, is one.
    const bool common =
        under == 2 || under == 3 || under == 4 || under == 5 || under == 8 || under == 10 || under == 16;
    if ((!common && over <= 12 && under <= 31) || over == 0 || over >= under || text_[at_ + 1] == '0') return;
    atom.fraction = true;
    atom.value = static_cast<double>(over) / under;
    at_ = end;
  }

  // "4e14", "-1e-3"
  void exponent(FigureAtom& atom, std::string& digits) {
    size_t i = at_;
    if (i >= text_.size() || (text_[i] != 'e' && text_[i] != 'E')) return;
    ++i;
    if (i < text_.size() && (text_[i] == '-' || text_[i] == '+')) ++i;
    const size_t n = digits_from(i);
    if (n == 0 || n > 2 || (i + n < text_.size() && is_letter(static_cast<unsigned char>(text_[i + n])))) return;
    digits += text_.substr(at_, i + n - at_);
    std::erase(digits, '+');
    at_ = i + n;
    atom.decimal = true;
  }

  void word(FigureAtom& atom, char32_t first) {
    atom.kind = FigureAtomKind::word;
    atom.capital = is_uppercase(first);
    char lower[32];
    size_t n = 0, letters = 0, capitals = 0;
    while (at_ < text_.size()) {
      size_t next = at_;
      const char32_t c = next_code_point(text_, next);
      if (!is_letter(c)) {
        // "U.S.", "a.m.": a dot between or behind single letters belongs to the word.
        if (c == '.' && letters >= 1 && abbreviation(next)) {
          at_ = next;
          continue;
        }
        // Combining marks and the like inside a word.
        if (c < 0x300 || c > 0x36F) break;
        at_ = next;
        continue;
      }
      ++letters;
      capitals += is_uppercase(c);
      if (n + 4 < sizeof lower) {
        if (c < 128) {
          lower[n++] = static_cast<char>(to_lower(c));
        } else {
          std::string utf8;
          append_code_point(utf8, to_lower(c));
          for (char b : utf8) lower[n++] = b;
        }
      } else {
        n = sizeof lower;  // longer than any word of ours
      }
      at_ = next;
    }
    atom.capitals = letters >= 2 && capitals == letters;
    if (n < sizeof lower) atom.word = lexicon_.id({lower, n});
  }

  // Whether the dot before `next` parts single letters: "U." of "U.S", or ends such a word.
  bool abbreviation(size_t next) const {
    const size_t dot = next - 1;
    const bool single_before =
        dot >= 1 && is_letter(static_cast<unsigned char>(text_[dot - 1])) &&
        (dot < 2 || text_[dot - 2] == '.' || !is_letter(static_cast<unsigned char>(text_[dot - 2])));
    if (!single_before) return false;
    const bool single_after = next < text_.size() && is_letter(static_cast<unsigned char>(text_[next])) &&
                              (next + 1 >= text_.size() || !is_letter(static_cast<unsigned char>(text_[next + 1])));
    return single_after || (dot >= 2 && text_[dot - 2] == '.');
  }

  std::string_view text_;
  size_t at_;
  const FigureLexicon& lexicon_;
  std::vector<FigureAtom>& out_;
};

}  // namespace

void cut_atoms(std::string_view text, Span span, const FigureLexicon& lexicon, std::vector<FigureAtom>& out) {
  out.clear();
  Cutter(text, span, lexicon, out).run();
}

}  // namespace dateline
