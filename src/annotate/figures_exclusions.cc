#include "annotate/figures_exclusions.h"

#include "base/strings.h"

namespace dateline {
namespace {

class Exclusions {
 public:
  Exclusions(const FigureLexicon& lexicon, std::string_view text, const std::vector<FigureAtom>& atoms,
             const ReadNumber& number, bool has_unit, bool has_sign)
      : lexicon_(lexicon),
        text_(text),
        atoms_(atoms),
        number_(number),
        begin_(number.atoms.begin),
        end_(number.atoms.end),
        has_unit_(has_unit),
        has_sign_(has_sign) {}

  uint32_t skip() const {
    if (number_.spelled) return spelled() ? end_ - begin_ : 0;
    if (has_sign_) return 0;
    if (web()) return end_ - begin_;
    if (const uint32_t n = chain()) return n;
    if (month() || clock() || named() || gallery() || list_number()) return end_ - begin_;
    if (!has_unit_ && (letters_behind() || designated() || year())) return end_ - begin_;
    return 0;
  }

 private:
  bool in(int64_t i) const { return i >= 0 && i < static_cast<int64_t>(atoms_.size()); }
  FigureWordId word(int64_t i) const { return in(i) ? atoms_[i].word : kNoFigureWord; }
  bool is_word(int64_t i) const { return in(i) && atoms_[i].kind == FigureAtomKind::word; }
  bool is_number(int64_t i) const { return in(i) && atoms_[i].kind == FigureAtomKind::number; }
  bool tight(int64_t i) const { return in(i) && !atoms_[i].space_before; }
  bool dash(int64_t i) const { return word(i) == kW_hyphen || word(i) == kW_endash; }
  const FigureAtom& first() const { return atoms_[begin_]; }
  bool plain_integer() const { return !first().decimal && !first().fraction && !first().grouped && end_ == begin_ + 1; }

  // "555-123-4567", "1.2.3", "9/11", "24/7", "4:17", "10:30:00", "2 + 2": all of the chain.
  uint32_t chain() const {
    uint32_t i = begin_ + 1, links = 0;
    bool hyphens = true, odd = false;
    while (in(i)) {
      if (is_number(i) && tight(i)) {
        ++i;
        odd = true;
      } else if (word(i) == kW_dot && tight(i) && is_number(i + 1) && tight(i + 1)) {
        i += 2;
        odd = true;
      } else if ((dash(i) || word(i) == kW_slash || word(i) == kW_colon) && tight(i) && is_number(i + 1) &&
                 tight(i + 1)) {
        hyphens = hyphens && dash(i);
        i += 2;
        ++links;
      } else {
        break;
      }
    }
    if (odd && atoms_[begin_ + 1].fraction) return 0;
    if (odd || (links > 0 && !hyphens) || links >= 2) return i - begin_;
    // "2013-14", "1995-01": years or worse.
    if (links == 1 && first().digits == 4 && !first().grouped && !first().decimal && first().value >= 1500 &&
        first().value < 2100) {
      const FigureAtom& second = atoms_[begin_ + 2];
      if (second.digits == 2 || (second.digits == 4 && second.value < 2100)) return i - begin_;
    }
    if (links == 1 && first().digits == 3 && atoms_[begin_ + 2].digits == 4) return i - begin_;
    return 0;
  }

  bool month() const {
    if (first().value > 31 && first().digits != 4) return false;
    const bool before = lexicon_.is(word(begin_ - 1), kMonth) && atoms_[begin_ - 1].capital;
    const bool before_dot =
        word(begin_ - 1) == kW_dot && lexicon_.is(word(begin_ - 2), kMonth) && atoms_[begin_ - 2].capital;
    const bool behind = lexicon_.is(word(end_), kMonth) && atoms_[end_].capital && plain_integer();
    return (before || before_dot || behind) && !has_unit_ && plain_integer();
  }

  bool clock() const {
    if (!lexicon_.is(word(end_), kClock)) return false;
    const double v = first().value;
    const size_t size = first().span.size();
    if (atoms_[end_].span.size() >= 3 && is_upper(text_[atoms_[end_].span.begin])) return true;  // "0117 GMT"
    return v < 25 && (!first().decimal || (first().digits <= 2 && size == first().digits + 3u));
  }

  // "F-16", "COVID-19", "L2", "MH17", "post-9/11", "top-10"
  bool named() const {
    if (begin_ == 0) return false;
    if (is_word(begin_ - 1) && tight(begin_)) return true;
    if (word(begin_ - 1) == kW_plus && tight(begin_) && tight(begin_ - 1) && begin_ >= 2)
      return true;  // "J1149.5+6663"
    if (!dash(begin_ - 1) || !tight(begin_) || !tight(begin_ - 1)) return false;
    return is_word(begin_ - 2) && lexicon_.facts(word(begin_ - 2)).number == FigureNumberKind::none &&
           word(begin_ - 2) != kW_to;
  }

  bool web() const {
    const uint32_t b = first().span.begin, e = atoms_[end_ - 1].span.end;
    const auto part_of_address = [](char c) {
      return c == '/' || c == '=' || c == '_' || c == '@' || c == '\\' || c == '#';
    };
    if (b > 0 && part_of_address(text_[b - 1])) return true;
    // Inside "http://…" and "www.…": back to the last space.
    uint32_t begin = b;
    while (begin > 0 && b - begin < 400 && !is_space(text_[begin - 1])) --begin;
    const std::string_view run = text_.substr(begin, b - begin);
    if (run.find("://") != std::string_view::npos || run.find("www.") != std::string_view::npos) return true;
    return e < text_.size() && (text_[e] == '_' || text_[e] == '@' || text_[e] == '=');
  }

  // "1. Wash your hands", "(2) that …" at the begin of a sentence.
  bool list_number() const {
    if (first().value > 99 || !plain_integer()) return false;
    const bool at_begin = begin_ == 0 || (begin_ == 1 && (word(0) == kW_lparen || word(0) == kW_hash));
    return at_begin && tight(end_) && (word(end_) == kW_dot || word(end_) == kW_rparen) && in(end_ + 1);
  }

  // "14 of 73 Photos": a page's furniture.
  bool gallery() const {
    const uint32_t last = word(end_) == kW_of && is_number(end_ + 1) ? end_ + 2 : end_;
    const bool counted = last > end_ || (begin_ >= 2 && word(begin_ - 1) == kW_of && is_number(begin_ - 2));
    if (!counted || !is_word(last)) return false;
    const std::string_view w = atoms_[last].span.of(text_);
    return w == "Photos" || w == "photos" || w == "Images" || w == "Slides" || w == "Pictures";
  }

  // "4th", "1960s", "3D", "5G"
  bool letters_behind() const { return is_word(end_) && tight(end_); }

  bool designated() const {
    if (!plain_integer()) return false;
    int64_t i = static_cast<int64_t>(begin_) - 1;
    if (word(i) == kW_hash) return true;
    if (word(i) == kW_dot && word(i - 1) == kW_no) return true;  // "No. 10"
    if (!is_word(i) || !lexicon_.is(word(i), kDesignator)) return false;
    if (word(i) == kW_no) return atoms_[i].capital || !is_word(end_);
    // "order 500 tanks": a counted thing in the plural stands behind and the word before is not a title.
    if (!atoms_[i].capital && is_word(end_) && plural(end_)) return false;
    return true;
  }

  bool plural(uint32_t i) const {
    const std::string_view w = atoms_[i].span.of(text_);
    return !atoms_[i].capital && w.size() > 3 && (w.back() == 's' || w == "people" || w == "children");
  }

  // A year: four digits without a comma, and no plural behind it that could be counted.
  bool year() const {
    if (!plain_integer() || first().digits != 4 || first().value < 1500 || first().value >= 2100) return false;
    if (!is_word(end_) || lexicon_.is(word(end_), kStop) || !plural(end_)) return true;
    const FigureWordId before = word(begin_ - 1);
    return before == kW_in || before == kW_the || before == kW_from || before == kW_of || before == kW_by ||
           atoms_[begin_].value >= 1900;
  }

  // "one" as a pronoun or article, "the two", "ground zero", "zero tolerance", ordinals.
  bool spelled() const {
    const FigureWordId before = word(static_cast<int64_t>(begin_) - 1), behind = word(end_);
    if (dash(end_) && tight(end_) && lexicon_.facts(word(end_ + 1)).number == FigureNumberKind::ordinal) return true;
    if (dash(end_) && tight(end_) && lexicon_.facts(word(end_ + 1)).number == FigureNumberKind::denom)
      return true;  // "twenty-third"
    if (number_.value == 0 && !number_.vague && !number_.fraction) {
      if (lexicon_.is(behind, kFragment) || (dash(end_) && tight(end_) && !has_unit_)) return true;
      const std::string_view w = in(static_cast<int64_t>(begin_) - 1) ? atoms_[begin_ - 1].span.of(text_) : "";
      return w == "ground" || w == "Ground" || w == "net" || w == "sub" || w == "patient" || w == "year";
    }
    if (dash(static_cast<int64_t>(begin_) - 1) && tight(begin_) && tight(begin_ - 1) &&
        is_word(static_cast<int64_t>(begin_) - 2)) {
      return true;  // "all-one", "mid-twenties"
    }
    if (number_.bare_one) return one(before, behind);
    return false;
  }

  bool one(FigureWordId before, FigureWordId behind) const {
    if (has_unit_) return lexicon_.is(behind, kIdiom);  // "one day"
    if (lexicon_.is(before, kNegate) || before == kW_the || before == kW_these || before == kW_those || before == kW_by)
      return true;
    if (dash(end_) && tight(end_)) return true;  // "one-sided"
    if (!is_word(end_) || lexicon_.is(behind, kIdiom) || behind == kW_of || behind == kW_or) return true;
    return lexicon_.is(behind, kStop) && !at_least_before();
  }
  bool at_least_before() const { return begin_ >= 2 && atoms_[begin_ - 1].span.of(text_) == "least"; }

  const FigureLexicon& lexicon_;
  std::string_view text_;
  const std::vector<FigureAtom>& atoms_;
  const ReadNumber& number_;
  uint32_t begin_, end_;
  bool has_unit_, has_sign_;
};

}  // namespace

uint32_t skip_number(const FigureLexicon& lexicon, std::string_view text, const std::vector<FigureAtom>& atoms,
                     const ReadNumber& number, bool has_unit, bool has_sign) {
  return Exclusions(lexicon, text, atoms, number, has_unit, has_sign).skip();
}

}  // namespace dateline
