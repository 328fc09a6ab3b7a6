#include "annotate/figures_fractions.h"

namespace dateline {
namespace {

using Kind = FigureNumberKind;

class FractionReader {
 public:
  FractionReader(const FigureAtoms& atoms, uint32_t at, ReadNumber& out) : s_(atoms), begin_(at), out_(out) {}

  // "half a million", "half-million", "a quarter of a million", "quarter million", "half a dozen", "half a percent"
  bool half_of_a_scale() {
    uint32_t i = begin_;
    if (s_.word(i) == kW_a && (s_.kind(i + 1) == Kind::half || word_is_quarter(i + 1))) ++i;
    double part = 0;
    if (s_.kind(i) == Kind::half && s_.facts(i).value == 2) part = 0.5;
    if (word_is_quarter(i)) part = 0.25;
    if (part == 0) return false;
    uint32_t j = i + 1;
    if (s_.word(j) == kW_of) ++j;
    if (s_.word(j) == kW_a) ++j;
    if (s_.word(j) == kW_hyphen && s_.tight(j)) ++j;
    if (s_.kind(j) != Kind::scale && s_.kind(j) != Kind::dozen) return false;
    take(j + 1, part * s_.facts(j).value);
    out_.spelled = out_.scaled = true;
    out_.scale = s_.facts(j).value;
    return true;
  }

  bool word_is_quarter(uint32_t i) const {
    return s_.kind(i) == Kind::denom && s_.facts(i).value == 4 && s_.word(i) == s_.lexicon.id("quarter");
  }

  // "two thirds", "two-thirds", "a third of", "one-half", "half of", "half the", "three quarters"
  bool fraction_words() {
    uint32_t i = begin_;
    double over = 0;
    if (s_.word(i) == kW_a || s_.word(i) == kW_an) {
      over = 1;
      ++i;
    } else if (s_.kind(i) == Kind::unit || s_.kind(i) == Kind::teen) {
      over = s_.facts(i).value;
      ++i;
      if (s_.word(i) == kW_hyphen && s_.tight(i)) ++i;
    } else if (s_.kind(i) == Kind::half) {
      // "half of", "half the", "half its": the part itself; "first half" and "half-brother" are not.
      const FigureWordId next = s_.word(i + 1);
      const bool part =
          next == kW_of || next == kW_the || next == kW_their || next == kW_its || next == kW_those || next == kW_these;
      const bool time = next == kW_a || next == kW_an;
      const bool measured = s_.in(i + 1) && next < s_.lexicon.unit_words.size() &&
                            !s_.lexicon.unit_words[next].empty() && !s_.tight(i + 1);
      const bool change = s_.word(static_cast<int64_t>(i) - 1) == kW_by && (!s_.is_word(i + 1) || s_.is(i + 1, kStop));
      if (!part && !time && !measured && !change) return false;
      if (i > 0 && (s_.kind(i - 1) == Kind::ordinal)) return false;
      take(i + 1, 0.5);
      out_.spelled = out_.fraction = true;
      if (time) out_.atoms.end = i + 2;  // "half an hour"
      return true;
    }
    const bool plural =
        s_.kind(i) == Kind::denoms || (s_.kind(i) == Kind::half && s_.word(i) == s_.lexicon.id("halves"));
    if (over == 0 || (s_.kind(i) != Kind::denom && s_.kind(i) != Kind::denoms && s_.kind(i) != Kind::half))
      return false;
    if (over == 1 && plural) return false;
    if (over > 1 && !plural) return false;
    const bool article = s_.word(begin_) == kW_a || s_.word(begin_) == kW_an;
    // "a third of them" is a part, "a third man" and "a quarter mile" are not or a measure.
    // "by a third", "cut it by a quarter this year": how much it changed.
    const bool change = s_.word(static_cast<int64_t>(begin_) - 1) == kW_by &&
                        (!s_.is_word(i + 1) || s_.is(i + 1, kStop | kMonth | kWeekday));
    if (article && !change && s_.word(i + 1) != kW_of && word_is_quarter(i) == false && s_.kind(i) != Kind::half)
      return false;
    if (article && !change && s_.word(i + 1) != kW_of && !s_.unit_word(i + 1)) return false;
    double value = over / s_.facts(i).value;
    uint32_t end = i + 1;
    // "three quarters of a mile", "three quarters of a billion"
    uint32_t j = end;
    if (s_.word(j) == kW_of && (s_.word(j + 1) == kW_a || s_.word(j + 1) == kW_an)) j += 2;
    if (s_.kind(j) == Kind::scale) {
      value *= s_.facts(j).value;
      end = j + 1;
      out_.scaled = true;
      out_.scale = s_.facts(j).value;
    } else if (j > end && s_.unit_word(j)) {
      end = j;
    }
    take(end, value);
    out_.spelled = true;
    out_.fraction = !out_.scaled;
    return true;
  }

  // "one in five", "9 out of 10": a share, if the second number is a round small one.
  void share(uint32_t i) {
    if (out_.value < 1 || out_.value > 99 || out_.scaled) return;
    uint32_t j = i;
    const bool hyphens = s_.word(j) == kW_hyphen && s_.tight(j) && s_.word(j + 1) == kW_in && s_.tight(j + 1) &&
                         s_.word(j + 2) == kW_hyphen && s_.tight(j + 2) && s_.tight(j + 3);  // "six-in-ten"
    if (hyphens)
      j += 3;
    else if (s_.word(j) == kW_out && s_.word(j + 1) == kW_of)
      j += 2;
    else if (s_.word(j) == kW_in)
      ++j;
    else
      return;
    if (s_.word(j) == kW_every) ++j;
    double under = 0;
    if (s_.is_number(j) && !s_[j].decimal && !s_[j].fraction)
      under = s_[j].value;
    else if (s_.kind(j) == Kind::unit || s_.kind(j) == Kind::teen || s_.kind(j) == Kind::ten)
      under = s_.facts(j).value;
    else
      return;
    const bool round = (under >= 2 && under <= 10) || under == 12 || under == 20 || under == 50 || under == 100 ||
                       under == 1000 || under == 10000 || under == 100000;
    if (!round || out_.value >= under || scaled_or_measured(j + 1)) return;
    take(j + 1, out_.value / under);
    out_.fraction = true;
    out_.bare_one = false;
  }

 private:
  void take(uint32_t end, double value) {
    out_.atoms = {begin_, end};
    out_.value = value;
  }

  // "two in 10 days" is no share.
  bool scaled_or_measured(uint32_t i) const {
    return s_.unit_word(i) || s_.kind(i) != Kind::none || (s_.in(i) && s_.is_number(i)) ||
           s_.word(i) == kW_percent_sign || (s_.word(i) == kW_hyphen && s_.tight(i));
  }

  const FigureAtoms& s_;
  uint32_t begin_;
  ReadNumber& out_;
};

}  // namespace

bool read_fraction(const FigureAtoms& atoms, uint32_t at, ReadNumber& out) {
  FractionReader reader(atoms, at, out);
  return reader.half_of_a_scale() || reader.fraction_words();
}

void read_share(const FigureAtoms& atoms, uint32_t end, ReadNumber& out) {
  FractionReader(atoms, out.atoms.begin, out).share(end);
}

uint32_t add_part(const FigureAtoms& s, uint32_t i, double& value) {
  if (s.word(i) != kW_and || value >= 1000) return i;
  const uint32_t j = i + 1;
  if ((s.word(j) == kW_a || s.word(j) == kW_one) && (s.kind(j + 1) == Kind::half || s.kind(j + 1) == Kind::denom)) {
    value += 1 / s.facts(j + 1).value;
    return j + 2;
  }
  if (s.kind(j) == Kind::unit && s.kind(j + 1) == Kind::denoms) {
    value += s.facts(j).value / s.facts(j + 1).value;
    return j + 2;
  }
  return i;
}

uint32_t add_part_of_scale(const FigureAtoms& s, uint32_t i, double& value, double scale) {
  if (scale < 1000 || s.word(i) != kW_and || (s.word(i + 1) != kW_a && s.word(i + 1) != kW_one)) return i;
  const Kind part = s.kind(i + 2);
  if ((part != Kind::half && part != Kind::denom) || s.kind(i + 3) != Kind::none || s.unit_word(i + 3) ||
      s.word(i + 3) == kW_of)
    return i;
  value += scale / s.facts(i + 2).value;
  return i + 3;
}

double scale_at(const FigureAtoms& s, uint32_t& i) {
  const uint32_t j = s.word(i) == kW_hyphen && s.tight(i) && s.tight(i + 1) ? i + 1 : i;
  if (s.kind(j) != Kind::scale && s.kind(j) != Kind::hundred && s.kind(j) != Kind::dozen) return 0;
  i = j + 1;
  return s.facts(j).value;
}

}  // namespace dateline
