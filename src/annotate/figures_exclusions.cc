#include "annotate/figures_exclusions.h"

#include "base/strings.h"

namespace dateline {
namespace {

class Exclusions {
 public:
  Exclusions(const FigureAtoms& atoms, const ReadNumber& number, bool has_unit, bool has_sign)
      : s_(atoms),
        number_(number),
        begin_(number.atoms.begin),
        end_(number.atoms.end),
        has_unit_(has_unit),
        has_sign_(has_sign) {}

  uint32_t skip() const {
    if (number_.spelled) return spelled() ? end_ - begin_ : 0;
    if (has_sign_) return 0;
    if (web()) return end_ - begin_;
    if (const uint32_t n = telephone()) return n;
    if (const uint32_t n = chain()) return n;
    if (month() || clock() || named() || address() || gallery() || list_number() || reference_mark() || statute() ||
        version())
      return end_ - begin_;
    if (!has_unit_ && (letters_behind() || designated() || year() || emergency())) return end_ - begin_;
    return 0;
  }

 private:
  const FigureAtom& first() const { return s_[begin_]; }
  bool plain_integer() const { return !first().decimal && !first().fraction && !first().grouped && end_ == begin_ + 1; }

  // "555-123-4567", "1.2.3", "9/11", "24/7", "4:17", "10:30:00", "2 + 2": all of the chain.
  uint32_t chain() const {
    uint32_t i = begin_ + 1, links = 0;
    bool hyphens = true, odd = false;
    while (s_.in(i)) {
      if (s_.is_number(i) && s_.tight(i)) {
        ++i;
        odd = true;
      } else if (s_.word(i) == kW_dot && s_.tight(i) && s_.is_number(i + 1) && s_.tight(i + 1)) {
        i += 2;
        odd = true;
      } else if ((s_.dash(i) || s_.word(i) == kW_slash || s_.word(i) == kW_colon) && s_.tight(i) &&
                 s_.is_number(i + 1) && s_.tight(i + 1)) {
        hyphens = hyphens && s_.dash(i);
        i += 2;
        ++links;
      } else {
        break;
      }
    }
    if (odd && s_[begin_ + 1].fraction) return 0;
    if (odd || (links > 0 && !hyphens) || links >= 2) return i - begin_;
    // "2013-14", "1995-01": years or worse.
    if (links == 1 && first().digits == 4 && !first().grouped && !first().decimal && first().value >= 1500 &&
        first().value < 2100) {
      const FigureAtom& second = s_[begin_ + 2];
      if (second.digits == 2 || (second.digits == 4 && second.value < 2100)) return i - begin_;
    }
    if (links == 1 && first().digits == 3 && s_[begin_ + 2].digits == 4) return i - begin_;
    return 0;
  }

  // Nobody writes a count as "020".
  bool leading_zero() const { return first().digits > 1 && !has_unit_ && s_.text[first().span.begin] == '0'; }

  // "+44 7435 939 154", "020 7946 0958": all of it.
  uint32_t telephone() const {
    if (!plain_integer()) return 0;
    const bool international = s_.word(static_cast<int64_t>(begin_) - 1) == kW_plus && s_.tight(begin_);
    if (!international && !leading_zero()) return 0;
    uint32_t i = end_;
    while (s_.is_number(i)) ++i;
    return i > end_ || !international ? i - begin_ : 0;
  }

  bool month() const {
    if (first().value > 31 && first().digits != 4) return false;
    const bool before = s_.is(begin_ - 1, kMonth) && s_[begin_ - 1].capital;
    const bool before_dot = s_.word(begin_ - 1) == kW_dot && s_.is(begin_ - 2, kMonth) && s_[begin_ - 2].capital;
    const bool behind = s_.is(end_, kMonth) && s_[end_].capital && plain_integer();
    return (before || before_dot || behind) && !has_unit_ && plain_integer();
  }

  bool clock() const {
    if (!s_.is(end_, kClock)) return false;
    const double v = first().value;
    const size_t size = first().span.size();
    if (s_[end_].span.size() >= 3 && is_upper(s_.text[s_[end_].span.begin])) return true;  // "0117 GMT"
    return v < 25 && (!first().decimal || (first().digits <= 2 && size == first().digits + 3u));
  }

  // "F-16", "COVID-19", "L2", "MH17", "post-9/11", "top-10", "401(k)", "501(c)4"
  bool named() const {
    if (s_.word(end_) == kW_lparen && s_.tight(end_) && s_.is_word(end_ + 1) && s_[end_ + 1].span.size() == 1 &&
        s_.word(end_ + 2) == kW_rparen)
      return true;
    if (begin_ == 0) return false;
    if (s_.word(begin_ - 1) == kW_rparen && s_.tight(begin_)) return true;
    if (s_.is_word(begin_ - 1) && s_.tight(begin_)) return true;
    if (s_.word(begin_ - 1) == kW_plus && s_.tight(begin_) && s_.tight(begin_ - 1) && begin_ >= 2)
      return true;                                            // "J1149.5+6663"
    const bool minus = s_.word(begin_ - 1) == kW_minus_sign;  // "5 fb−1"
    if ((!minus && !s_.dash(begin_ - 1)) || !s_.tight(begin_) || !s_.tight(begin_ - 1)) return false;
    return s_.is_word(begin_ - 2) && s_.lexicon.facts(s_.word(begin_ - 2)).number == FigureNumberKind::none &&
           s_.word(begin_ - 2) != kW_to;
  }

  bool web() const {
    const uint32_t b = first().span.begin, e = s_[end_ - 1].span.end;
    const auto part_of_address = [](char c) {
      return c == '/' || c == '=' || c == '_' || c == '@' || c == '\\' || c == '#';
    };
    if (b > 0 && part_of_address(s_.text[b - 1])) return true;
    // Inside "http://…" and "www.…": back to the last space.
    uint32_t begin = b;
    while (begin > 0 && b - begin < 400 && !is_space(s_.text[begin - 1])) --begin;
    const std::string_view run = s_.text.substr(begin, b - begin);
    if (run.find("://") != std::string_view::npos || run.find("www.") != std::string_view::npos) return true;
    return e < s_.text.size() && (s_.text[e] == '_' || s_.text[e] == '@' || s_.text[e] == '=');
  }

  // "relatives.[14]": a note.
  bool reference_mark() const {
    return begin_ >= 2 && s_.words(begin_ - 1) == "[" && s_.tight(begin_ - 1) && s_.words(end_) == "]";
  }

  bool bracket_open() const {
    bool open = false;
    for (uint32_t i = 0; i < begin_; ++i) open = s_.word(i) == kW_lparen || (open && s_.word(i) != kW_rparen);
    return open;
  }

  // "1. Wash your hands", "(2) that …" at the begin of a sentence; "… and 2) that" within it.
  bool list_number() const {
    if (first().value > 99 || !plain_integer()) return false;
    if (s_.word(end_) == kW_rparen && s_.tight(end_) && first().space_before && !has_unit_ && s_.in(end_ + 1) &&
        first().value < 20 && !bracket_open())
      return true;
    if (begin_ == 0 && s_.word(end_) == kW_slash && s_.tight(end_) && !s_.tight(end_ + 1)) return true;  // "19/ The"
    const bool at_begin = begin_ == 0 || (begin_ == 1 && (s_.word(0) == kW_lparen || s_.word(0) == kW_hash));
    return at_begin && s_.tight(end_) && (s_.word(end_) == kW_dot || s_.word(end_) == kW_rparen) && s_.in(end_ + 1);
  }

  // "10 Downing Street", but "10 Wall Street banks"; "the 6000 block of Snell Avenue".
  bool address() const {
    if (!plain_integer()) return false;
    if (s_.is(end_, kStreetBlock) && s_.word(end_ + 1) == kW_of && s_.in(end_ + 2) && s_[end_ + 2].capital) return true;
    uint32_t i = end_;
    while (s_.is_word(i) && s_[i].capital && i < end_ + 3 && !s_.is(i, kStreet)) ++i;
    return i > end_ && s_.is(i, kStreet) && s_[i].capital && !(s_.is_word(i + 1) && plural(i + 1));
  }

  // "called 911", "a 911 dispatcher": a short number to call.
  bool emergency() const {
    return first().digits == 3 && plain_integer() &&
           (s_.is(end_, kCalls) || (s_.is(begin_ - 1, kCalling) && !(s_.is_word(end_) && plural(end_))));
  }

  // "18 U.S.C. 1001": a book of laws.
  bool statute() const {
    return plain_integer() && ((s_.is(end_, kStatute) && s_[end_].capital) || s_.is(begin_ - 1, kStatute));
  }

  // "Guccifer 2.0": part of a name that the name layer did not see.
  bool version() const {
    return begin_ > 0 && s_.is_word(begin_ - 1) && s_[begin_ - 1].capital && s_.words(begin_).ends_with(".0") &&
           first().value < 10 && !has_unit_ && !s_.is(begin_ - 1, kChange);
  }

  // "my number one priority", "day three of the talks", "in phase two."
  bool in_order(FigureWordId before, FigureWordId behind) const {
    return end_ == begin_ + 1 && s_.lexicon.is(before, kOrdered) &&
           (before == kW_number || behind == kW_of || !s_.is_word(end_));
  }

  // "14 of 73 Photos": a page's furniture.
  bool gallery() const {
    const uint32_t last = s_.word(end_) == kW_of && s_.is_number(end_ + 1) ? end_ + 2 : end_;
    const bool counted = last > end_ || (begin_ >= 2 && s_.word(begin_ - 1) == kW_of && s_.is_number(begin_ - 2));
    if (!counted || !s_.is_word(last)) return false;
    const std::string_view w = s_.words(last);
    return w == "Photos" || w == "photos" || w == "Images" || w == "Slides" || w == "Pictures";
  }

  // "4th", "1960s", "3D", "5G"
  bool letters_behind() const { return s_.is_word(end_) && s_.tight(end_); }

  bool designated() const {
    if (!plain_integer()) return false;
    int64_t i = static_cast<int64_t>(begin_) - 1;
    if (s_.word(i) == kW_hash) return true;
    if (s_.word(i) == kW_dot && s_.word(i - 1) == kW_no) return true;                                        // "No. 10"
    if (s_.word(i) == kW_dot && s_.tight(i) && s_.is(i - 1, kDesignator) && s_[i - 1].capital) return true;  // "Vol. 2"
    if (!s_.is_word(i) || !s_.is(i, kDesignator)) return false;
    if (s_.word(i) == kW_no) return s_[i].capital || !s_.is_word(end_);
    // "order 500 tanks": a counted thing in the plural stands behind and the word before is not a title.
    if (!s_[i].capital && s_.is_word(end_) && plural(end_)) return false;
    return true;
  }

  bool plural(uint32_t i) const {
    const std::string_view w = s_.words(i);
    return !s_[i].capital && w.size() > 3 && (w.back() == 's' || w == "people" || w == "children");
  }

  // A year: four digits without a comma, and no plural behind it that could be counted.
  bool year() const {
    if (!plain_integer() || first().digits != 4 || first().value < 1500 || first().value >= 2100) return false;
    if (!s_.is_word(end_) || s_.is(end_, kStop) || !plural(end_)) return true;
    const FigureWordId before = s_.word(begin_ - 1);
    return before == kW_in || before == kW_the || before == kW_from || before == kW_of || before == kW_by ||
           s_[begin_].value >= 1900;
  }

  // "one" as a pronoun or article, "the two", "ground zero", "zero tolerance", ordinals.
  bool spelled() const {
    const FigureWordId before = s_.word(static_cast<int64_t>(begin_) - 1), behind = s_.word(end_);
    if (s_.dash(end_) && s_.tight(end_) && s_.lexicon.facts(s_.word(end_ + 1)).number == FigureNumberKind::ordinal)
      return true;
    if (s_.dash(end_) && s_.tight(end_) && s_.lexicon.facts(s_.word(end_ + 1)).number == FigureNumberKind::denom)
      return true;  // "twenty-third"
    if (number_.value == 0 && !number_.vague && !number_.fraction) {
      if (s_.lexicon.is(behind, kFragment) || (s_.dash(end_) && s_.tight(end_) && !has_unit_)) return true;
      const std::string_view w = s_.in(static_cast<int64_t>(begin_) - 1) ? s_.words(begin_ - 1) : "";
      return w == "ground" || w == "Ground" || w == "net" || w == "sub" || w == "patient" || w == "year";
    }
    if (s_.dash(static_cast<int64_t>(begin_) - 1) && s_.tight(begin_) && s_.tight(begin_ - 1) &&
        s_.is_word(static_cast<int64_t>(begin_) - 2)) {
      return true;  // "all-one", "mid-twenties"
    }
    if (in_order(before, behind)) return true;
    if (number_.bare_one) return one(before, behind);
    return false;
  }

  bool one(FigureWordId before, FigureWordId behind) const {
    if (has_unit_) return s_.lexicon.is(behind, kIdiom);  // "one day"
    if (s_.lexicon.is(before, kNegate) || before == kW_the || before == kW_these || before == kW_those ||
        before == kW_by)
      return true;
    if (s_.dash(end_) && s_.tight(end_)) return true;  // "one-sided"
    if (!s_.is_word(end_) || s_.lexicon.is(behind, kIdiom) || behind == kW_of || behind == kW_or) return true;
    return s_.lexicon.is(behind, kStop) && !at_least_before();
  }
  bool at_least_before() const { return begin_ >= 2 && s_.words(begin_ - 1) == "least"; }

  const FigureAtoms& s_;
  const ReadNumber& number_;
  uint32_t begin_, end_;
  bool has_unit_, has_sign_;
};

}  // namespace

uint32_t skip_number(const FigureAtoms& atoms, const ReadNumber& number, bool has_unit, bool has_sign) {
  return Exclusions(atoms, number, has_unit, has_sign).skip();
}

}  // namespace dateline
