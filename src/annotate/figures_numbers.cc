#include "annotate/figures_numbers.h"

#include <cmath>

#include "annotate/figures_cardinals.h"
#include "annotate/figures_fractions.h"

namespace dateline {
namespace {

class NumberReader {
 public:
  NumberReader(const FigureAtoms& atoms, uint32_t at, bool money) : s_(atoms), at_(at), money_(money) {}

  ReadNumber read() {
    if (vague() || read_fraction(s_, at_, out_)) return out_;
    if (s_.is_number(at_)) {
      digits();
    } else {
      read_cardinal(s_, at_, out_);
    }
    return out_;
  }

 private:
  void take(uint32_t end, double value) {
    out_.atoms = {at_, end};
    out_.value = value;
  }

  // "dozens", "hundreds of thousands", "several hundred", "a few thousand", "a couple of dozen"
  bool vague() {
    uint32_t i = at_;
    if (s_.word(i) == kW_a && (s_.is(i + 1, kVague))) ++i;
    const FigureWord& first = s_.facts(i);
    if (first.vague < 0) return false;
    FigureVague v = s_.lexicon.vague[first.vague];
    uint32_t j = i + 1;
    if (v.max < 10) {  // "several" and the like are sizes only before a scale
      if (s_.word(j) == kW_of) ++j;
      const double scale = scale_at(s_, j);
      if (scale == 0) return false;
      take(j, 0);
      out_.min = v.min * scale;
      out_.max = (v.max + 1) * scale - 1;
    } else {
      take(j, 0);
      if (s_.word(j) == kW_of && s_.facts(j + 1).vague >= 0) {
        const FigureVague& w = s_.lexicon.vague[s_.facts(j + 1).vague];
        if (w.max >= 10) {
          v = {v.min * w.min, v.min == 12 ? 99 * w.min : (v.max + 1) * w.min - 1};
          take(j + 2, 0);
        }
      }
      out_.min = v.min;
      out_.max = v.max;
    }
    out_.vague = out_.spelled = true;
    return true;
  }

  void digits() {
    const FigureAtom& a = s_[at_];
    double value = a.value;
    uint32_t i = at_ + 1;
    if (!a.fraction && s_.is_number(i) && s_[i].fraction && (s_.tight(i) || s_[i].value < 1)) {  // "2 1/2", "2½"
      value += s_[i].value;
      ++i;
    }
    power(i, value);
    i = add_part(s_, i, value);
    out_.fraction = a.fraction && i == at_ + 1;
    take(i, value);
    if (suffix(i)) return;
    const uint32_t before = i;
    double scale = scale_at(s_, i);
    if (scale == 0 || (s_.tight(before) && s_.word(before) != kW_hyphen)) return read_share(s_, before, out_);
    value *= scale;
    out_.scale = scale;
    uint32_t j = i;
    if (const double second = scale_at(s_, j);
        second >= 1000 && scale <= second && s_.word(i) != kW_hyphen) {  // "2 hundred thousand"
      value *= second;
      out_.scale *= second;
      i = j;
    }
    out_.scaled = true;
    i = add_part_of_scale(s_, i, value, scale);
    take(i, value);
  }

  // "2.48×10−5", "5.5x10-3", "8x2^10", "10^6"
  void power(uint32_t& i, double& value) const {
    uint32_t base = 0;
    if ((s_.word(i) == kW_times_sign || s_.word(i) == kW_x) && s_.tight(i) && s_.is_number(i + 1) && s_.tight(i + 1))
      base = i + 1;
    if (base == 0 || (s_[base].value != 10 && s_.word(base + 1) != kW_caret)) return;
    uint32_t j = base + 1;
    if (s_.word(j) == kW_caret) ++j;
    double sign = 1;
    if ((s_.word(j) == kW_hyphen || s_.word(j) == kW_minus_sign) && s_.tight(j)) {
      sign = -1;
      ++j;
    }
    if (!s_.is_number(j) || !s_.tight(j) || j == base + 1) return;
    value *= std::pow(s_[base].value, sign * s_[j].value);
    i = j + 1;
  }

  // "10m", "€5bn", "0.5k": true if letters right behind the digits multiply them.
  bool suffix(uint32_t i) {
    if (!s_.in(i) || s_[i].kind != FigureAtomKind::word) return false;
    const std::string_view letters = s_.words(i);
    for (const FigureSuffix& s : s_.lexicon.suffixes) {
      if (letters != s.text) continue;
      const bool close = s_.tight(i);
      if (!close && !(money_ && s.value >= 1e6)) continue;
      if (close && letters.size() == 1 && s.where == FigureSuffix::any && s.value == 1000 && !money_ &&
          letters == "K" && !s_.in(i + 1))
        continue;
      if (s.where == FigureSuffix::money && !money_) return false;
      if (s.where == FigureSuffix::count && !money_) {
        out_.pending_m = s.value == 1e6;
        return false;
      }
      out_.value *= s.value;
      out_.scaled = true;
      out_.scale = s.value;
      out_.atoms.end = i + 1;
      return true;
    }
    return false;
  }

  const FigureAtoms& s_;
  uint32_t at_;
  bool money_;
  ReadNumber out_;
};

}  // namespace

ReadNumber read_number(const FigureAtoms& atoms, uint32_t at, bool money) {
  return NumberReader(atoms, at, money).read();
}

}  // namespace dateline
