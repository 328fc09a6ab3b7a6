#include "annotate/figures_ranges.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

// "20 to 30 million": the first is millions too.
bool leans(const MeasuredNumber& a, const MeasuredNumber& b) {
  return b.number.scaled && !a.number.scaled && b.number.scale > 1 && std::abs(a.number.value) < 1000 &&
         a.number.value <= b.number.value / b.number.scale * 1.0000001;
}

class RangeReader {
 public:
  explicit RangeReader(const FigureAtoms& atoms) : s_(atoms) {}

  // What joins `first` to the number behind it.
  FigureJoint join(MeasuredNumber& first, MeasuredNumber& second) const {
    uint32_t i = first.end;
    if (first.number.vague) return FigureJoint::none;
    const FigureWordId before = s_.word(static_cast<int64_t>(first.begin) - 1);
    const bool hung = s_.word(i) == kW_hyphen && s_.tight(i) && s_.word(i + 1) == kW_to;  // "8- to 16-meter"
    if (hung) ++i;
    const bool bare_dash = s_.dash(i) && i + 1 < s_.size() && s_[i].space_before == s_[i + 1].space_before;
    const bool to = s_.word(i) == kW_to || s_.word(i) == kW_through || s_.word(i) == kW_tilde;
    const bool between = before == kW_between && (s_.word(i) == kW_and || to);
    const bool or_ = s_.word(i) == kW_or;
    const bool plus_minus =
        s_.word(i) == kW_plus_minus || (s_.word(i) == kW_plus && s_.word(i + 1) == kW_slash && s_.dash(i + 2));
    if (!bare_dash && !to && !between && !or_ && !plus_minus) return FigureJoint::none;
    if (bare_dash && s_[i].space_before && s_.word(i) != kW_endash) return FigureJoint::none;
    if (bare_dash && first.number.spelled) return FigureJoint::none;
    uint32_t at = plus_minus && s_.word(i) == kW_plus ? i + 3 : i + 1;
    while (at < s_.size() && !may_begin_number(s_, at) && at < i + 4 && sign_at(at)) ++at;
    if (at >= s_.size() || !may_begin_number(s_, at)) return FigureJoint::none;
    second = read_measured(s_, at);
    if (!second.found() || second.number.vague || second.number.fraction != first.number.fraction)
      return FigureJoint::none;
    if (bare_dash && second.number.spelled) return FigureJoint::none;
    if (second.begin < first.end) second.begin = first.end;
    second.negative = second.negative && !bare_dash;
    if (bare_dash) second.number.value = std::abs(second.number.value);
    if (is_year(second) && !second.unit.found && second.sign.unit < 0) return FigureJoint::none;
    if (!same_measure(first, second)) return FigureJoint::none;
    double low = first.number.value;
    if (leans(first, second)) low *= second.number.scale;
    const double high = second.number.value;
    if (plus_minus) {
      const double middle = low, spread = std::abs(high);
      second.number.value = middle + spread;
      first.number.value = middle - spread;
      return FigureJoint::range;
    }
    if (or_)
      return high > low && high <= 2 * low + 1 && !second.number.bare_one ? FigureJoint::range : FigureJoint::none;
    const bool measures = first.base() >= 0 || second.base() >= 0;
    if (bare_dash || to) {
      const bool votes = !measures && (score_near(first.begin, second.end) || (bare_dash && of_a_row(first, second)));
      if (bare_dash && (votes || high <= low) && !(low < 0 && measures))
        return votes || !measures ? FigureJoint::score : FigureJoint::none;
      if (to && !between && votes && before != kW_from && low < 1000) return FigureJoint::score;
      if (to && before == kW_from && changes(first.begin)) return FigureJoint::pair;
      // "fell 7.5 pence to 310p": by how much, and where it stands.
      if (to && before != kW_from && !between && first.unit.found && rises(first.begin)) return FigureJoint::pair;
      const bool down = to && high < low;
      if (down && before != kW_from) return changes(first.begin) ? FigureJoint::pair : FigureJoint::none;
      if (down && low >= 0) return FigureJoint::pair;
    }
    return FigureJoint::range;
  }

  bool sign_at(uint32_t at) const {
    const std::string_view t = s_.words(at);
    for (const FigureSymbol& s : s_.lexicon.signs) {
      if (s.text == t) return true;
    }
    return t == "-" || t == "−" || t == "US" || t == "A" || t == "C" || t == "HK" || t == "NZ" || t == "S" ||
           t == "from" || t == "about";
  }

  bool is_year(const MeasuredNumber& m) const {
    return !m.number.spelled && !s_[m.number.atoms.begin].grouped && m.number.value >= 1900 && m.number.value < 2100 &&
           m.number.value == static_cast<int>(m.number.value) && m.end == m.begin + 1;
  }

  bool same_measure(const MeasuredNumber& a, const MeasuredNumber& b) const {
    const int16_t x = a.base(), y = b.base();
    if (x < 0 || y < 0) return x < 0 || s_.lexicon.units[x].kind == "money" || a.unit.name.empty();
    return a.unit.name == b.unit.name || (a.sign.unit >= 0 && a.sign.unit == b.sign.unit);
  }

  // "6-4, 3-6, 7-5": sets.
  bool of_a_row(const MeasuredNumber& a, const MeasuredNumber& b) const {
    const auto joined = [&](int64_t i) {
      return s_.is_number(i) && s_.dash(i + 1) && s_.tight(i + 1) && s_.is_number(i + 2);
    };
    const int64_t begin = a.begin;
    return (s_.word(b.end) == kW_comma && joined(b.end + 1)) || (s_.word(begin - 1) == kW_comma && joined(begin - 4));
  }

  bool score_near(uint32_t begin, uint32_t end) const {
    const uint32_t from = begin > 6 ? begin - 6 : 0;
    const uint32_t until = std::min<uint32_t>(end + 4, s_.size());
    for (uint32_t i = from; i < until; ++i) {
      if ((i < begin || i >= end) && s_.is(i, kScore)) return true;
    }
    return false;
  }

  // A word of change right before, or with "by" between.
  bool rises(uint32_t begin) const {
    const int64_t before = static_cast<int64_t>(begin) - 1;
    return s_.is(before, kChange) || (s_.word(before) == kW_by && s_.is(before - 1, kChange));
  }

  bool changes(uint32_t begin) const {
    const uint32_t from = begin > 8 ? begin - 8 : 0;
    for (uint32_t i = from; i < begin; ++i) {
      if (s_.is(i, kChange)) return true;
    }
    return false;
  }

  const FigureAtoms& s_;
};

}  // namespace

void lend_measure(MeasuredNumber& a, MeasuredNumber& b) {
  if (leans(a, b)) a.number.value *= b.number.scale;
  if (a.base() < 0 && b.base() >= 0) {
    a.unit = b.unit;
    a.sign.unit = b.sign.unit;
  }
  if (b.base() < 0 && a.sign.unit >= 0) b.sign.unit = a.sign.unit;
}

FigureJoint join_numbers(const FigureAtoms& atoms, MeasuredNumber& first, MeasuredNumber& second) {
  return RangeReader(atoms).join(first, second);
}

}  // namespace dateline
