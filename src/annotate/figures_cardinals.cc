#include "annotate/figures_cardinals.h"

#include "annotate/figures_fractions.h"

namespace dateline {
namespace {

using Kind = FigureNumberKind;

class CardinalReader {
 public:
  CardinalReader(const FigureAtoms& atoms, uint32_t at, ReadNumber& out) : s_(atoms), begin_(at), out_(out) {}

  // Cardinals in words.
  void read() {
    uint32_t i = begin_;
    double total = 0, group = 0;
    bool any = false, last_hundred_or_scale = false, article = false;
    Kind last = Kind::none;
    double last_scale = 1e300;
    if ((s_.word(i) == kW_a || s_.word(i) == kW_an) &&
        (s_.kind(i + 1) == Kind::hundred || s_.kind(i + 1) == Kind::scale || s_.kind(i + 1) == Kind::dozen)) {
      article = true;
      ++i;
    }
    while (s_.in(i)) {
      uint32_t j = i;
      if (any) {
        // "and" joins only behind a hundred or a scale, and only a smaller number; a hyphen joins tightly.
        if ((s_.word(j) == kW_and || s_.word(j) == kW_ampersand) && last_hundred_or_scale &&
            joins(j + 1, last == Kind::hundred ? 100 : last_scale))
          ++j;
        else if (s_.word(j) == kW_comma && last == Kind::scale && last_scale >= 1000 && joins(j + 1, last_scale) &&
                 small_then_and(j + 1))
          ++j;
        else if (s_.word(j) == kW_hyphen && s_.tight(j) && s_.tight(j + 1))
          ++j;
      }
      const Kind k = s_.kind(j);
      const double v = s_.facts(j).value;
      if (k == Kind::unit) {
        if (any && !(last == Kind::ten || last_hundred_or_scale)) break;
        if (last == Kind::ten && v == 0) break;
        group += v;
      } else if (k == Kind::teen || k == Kind::ten) {
        if (any && !last_hundred_or_scale) break;
        group += v;
      } else if (k == Kind::hundred) {
        if (!any && !article && !starts_bare(j)) break;
        if (last == Kind::hundred || last == Kind::scale) break;
        group = (group == 0 ? 1 : group) * 100;
      } else if (k == Kind::scale) {
        if (!any && !article && !starts_bare(j)) break;
        if (last == Kind::scale && group == 0) {  // "hundred thousand million": multiply on; "three lakh crore"
          if (v <= last_scale && !(v > 1000)) break;
          total *= v;
        } else {
          total += (group == 0 ? 1 : group) * v;
        }
        group = 0;
        last_scale = v;
        out_.scaled = true;
        out_.scale = v;
      } else if (k == Kind::dozen) {
        if (!any && !article && !starts_bare(j)) break;
        total = (total + (group == 0 ? 1 : group)) * v;
        group = 0;
        any = true;
        i = j + 1;
        break;
      } else {
        break;
      }
      any = true;
      last = k;
      last_hundred_or_scale = k == Kind::hundred || k == Kind::scale;
      i = j + 1;
    }
    if (!any) return;
    double value = total + group;
    if (const uint32_t behind = add_part_of_scale(s_, i, value, out_.scaled ? out_.scale : 1); behind != i) {
      i = behind;
    } else if (const uint32_t part = add_part(s_, i, value); part != i) {
      i = part;
      if (const double scale = scale_at(s_, i); scale != 0) {
        value *= scale;
        out_.scaled = true;
        out_.scale = scale;
      }
    } else if (s_.word(i) == kW_point && s_.kind(i + 1) == Kind::unit) {
      double place = 0.1;
      for (++i; s_.kind(i) == Kind::unit; ++i, place /= 10) value += s_.facts(i).value * place;
      if (const double scale = scale_at(s_, i); scale != 0) {
        value *= scale;
        out_.scaled = true;
      }
    }
    out_.spelled = true;
    const FigureWordId before = s_.word(static_cast<int64_t>(begin_) - 1);
    out_.bare_one = value == 1 && i == begin_ + 1 && !article && before != kW_minus && before != kW_negative;
    out_.atoms = {begin_, i};
    out_.value = value;
    read_share(s_, i, out_);
  }

 private:
  // Whether atoms[i] begins a number below `limit`.
  bool joins(uint32_t i, double limit) const {
    const Kind k = s_.kind(i);
    if (s_.kind(i + 1) == Kind::denoms || s_.kind(i + 1) == Kind::denom || s_.kind(i + 1) == Kind::half)
      return false;  // "and three quarters"
    return (k == Kind::unit || k == Kind::teen || k == Kind::ten) && s_.facts(i).value < limit && s_.facts(i).value > 0;
  }
  bool small_then_and(uint32_t i) const { return s_.kind(i + 1) == Kind::hundred || s_.kind(i + 1) == Kind::scale; }
  // "hundred thousand dollars" at the begin: a bare scale before another one, or before a unit of money.
  bool starts_bare(uint32_t i) const {
    if (i > 0 && (s_[i - 1].kind == FigureAtomKind::number || s_.kind(i - 1) != Kind::none)) return false;
    return s_.kind(i) == Kind::hundred && s_.kind(i + 1) == Kind::scale;
  }

  const FigureAtoms& s_;
  uint32_t begin_;
  ReadNumber& out_;
};

}  // namespace

void read_cardinal(const FigureAtoms& atoms, uint32_t at, ReadNumber& out) { CardinalReader(atoms, at, out).read(); }

}  // namespace dateline
