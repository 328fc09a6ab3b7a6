#include "annotate/figures_numbers.h"

#include <cmath>

namespace dateline {
namespace {

using Kind = FigureNumberKind;

class NumberReader {
 public:
  NumberReader(const FigureLexicon& lexicon, std::string_view text, const std::vector<FigureAtom>& atoms, uint32_t at,
               bool money)
      : lexicon_(lexicon), text_(text), atoms_(atoms), begin_(at), at_(at), money_(money) {}

  ReadNumber read() {
    if (!vague() && !half_of_a_scale() && !fraction_words()) {
      if (is_number(at_)) {
        digits();
      } else {
        words();
      }
    }
    if (out_.atoms.empty()) return out_;
    out_.atoms.begin = begin_;
    return out_;
  }

 private:
  bool in(uint32_t i) const { return i < atoms_.size(); }
  bool is_number(uint32_t i) const { return in(i) && atoms_[i].kind == FigureAtomKind::number; }
  FigureWordId word(uint32_t i) const { return in(i) ? atoms_[i].word : kNoFigureWord; }
  const FigureWord& facts(uint32_t i) const { return lexicon_.facts(word(i)); }
  Kind kind(uint32_t i) const { return facts(i).number; }
  bool tight(uint32_t i) const { return in(i) && !atoms_[i].space_before; }

  void take(uint32_t end, double value) {
    out_.atoms = {begin_, end};
    out_.value = value;
  }

  // A scale word at i, perhaps behind a hyphen; moves i behind it and returns its value, or 0.
  double scale_at(uint32_t& i) const {
    const uint32_t j = word(i) == kW_hyphen && tight(i) && tight(i + 1) ? i + 1 : i;
    if (kind(j) != Kind::scale && kind(j) != Kind::hundred && kind(j) != Kind::dozen) return 0;
    i = j + 1;
    return facts(j).value;
  }

  // "dozens", "hundreds of thousands", "several hundred", "a few thousand", "a couple of dozen"
  bool vague() {
    uint32_t i = at_;
    if (word(i) == kW_a && (lexicon_.is(word(i + 1), kVague))) ++i;
    const FigureWord& first = facts(i);
    if (first.vague < 0) return false;
    FigureVague v = lexicon_.vague[first.vague];
    uint32_t j = i + 1;
    if (v.max < 10) {  // "several" and the like are sizes only before a scale
      if (word(j) == kW_of) ++j;
      const double scale = scale_at(j);
      if (scale == 0) return false;
      take(j, 0);
      out_.min = v.min * scale;
      out_.max = (v.max + 1) * scale - 1;
    } else {
      take(j, 0);
      if (word(j) == kW_of && facts(j + 1).vague >= 0) {
        const FigureVague& w = lexicon_.vague[facts(j + 1).vague];
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

  // "half a million", "half-million", "a quarter of a million", "quarter million", "half a dozen", "half a percent"
  bool half_of_a_scale() {
    uint32_t i = at_;
    if (word(i) == kW_a && (kind(i + 1) == Kind::half || word_is_quarter(i + 1))) ++i;
    double part = 0;
    if (kind(i) == Kind::half && facts(i).value == 2) part = 0.5;
    if (word_is_quarter(i)) part = 0.25;
    if (part == 0) return false;
    uint32_t j = i + 1;
    if (word(j) == kW_of) ++j;
    if (word(j) == kW_a) ++j;
    if (word(j) == kW_hyphen && tight(j)) ++j;
    if (kind(j) != Kind::scale && kind(j) != Kind::dozen) return false;
    take(j + 1, part * facts(j).value);
    out_.spelled = out_.scaled = true;
    out_.scale = facts(j).value;
    return true;
  }

  bool word_is_quarter(uint32_t i) const {
    return kind(i) == Kind::denom && facts(i).value == 4 && word(i) == lexicon_.id("quarter");
  }

  // "two thirds", "two-thirds", "a third of", "one-half", "half of", "half the", "three quarters"
  bool fraction_words() {
    uint32_t i = at_;
    double over = 0;
    if (word(i) == kW_a || word(i) == kW_an) {
      over = 1;
      ++i;
    } else if (kind(i) == Kind::unit || kind(i) == Kind::teen) {
      over = facts(i).value;
      ++i;
      if (word(i) == kW_hyphen && tight(i)) ++i;
    } else if (kind(i) == Kind::half) {
      // "half of", "half the", "half its": the part itself; "first half" and "half-brother" are not.
      const FigureWordId next = word(i + 1);
      const bool part =
          next == kW_of || next == kW_the || next == kW_their || next == kW_its || next == kW_those || next == kW_these;
      const bool time = next == kW_a || next == kW_an;
      const bool measured =
          in(i + 1) && next < lexicon_.unit_words.size() && !lexicon_.unit_words[next].empty() && !tight(i + 1);
      if (!part && !time && !measured) return false;
      if (i > 0 && (kind(i - 1) == Kind::ordinal)) return false;
      take(i + 1, 0.5);
      out_.spelled = out_.fraction = true;
      if (time) out_.atoms.end = i + 2;  // "half an hour"
      return true;
    }
    const bool plural = kind(i) == Kind::denoms || (kind(i) == Kind::half && word(i) == lexicon_.id("halves"));
    if (over == 0 || (kind(i) != Kind::denom && kind(i) != Kind::denoms && kind(i) != Kind::half)) return false;
    if (over == 1 && plural) return false;
    if (over > 1 && !plural) return false;
    const bool article = word(at_) == kW_a || word(at_) == kW_an;
    // "a third of them" is a part, "a third man" and "a quarter mile" are not or a measure.
    if (article && word(i + 1) != kW_of && word_is_quarter(i) == false && kind(i) != Kind::half) return false;
    if (article && word(i + 1) != kW_of && !unit_follows(i + 1)) return false;
    double value = over / facts(i).value;
    uint32_t end = i + 1;
    // "three quarters of a mile", "three quarters of a billion"
    uint32_t j = end;
    if (word(j) == kW_of && (word(j + 1) == kW_a || word(j + 1) == kW_an)) j += 2;
    if (kind(j) == Kind::scale) {
      value *= facts(j).value;
      end = j + 1;
      out_.scaled = true;
      out_.scale = facts(j).value;
    } else if (j > end && unit_follows(j)) {
      end = j;
    }
    take(end, value);
    out_.spelled = true;
    out_.fraction = !out_.scaled;
    return true;
  }

  bool unit_follows(uint32_t i) const {
    const FigureWordId w = word(i);
    return w != kNoFigureWord && w < lexicon_.unit_words.size() && !lexicon_.unit_words[w].empty();
  }

  void digits() {
    const FigureAtom& a = atoms_[at_];
    double value = a.value;
    uint32_t i = at_ + 1;
    if (!a.fraction && is_number(i) && atoms_[i].fraction && (tight(i) || atoms_[i].value < 1)) {  // "2 1/2", "2½"
      value += atoms_[i].value;
      ++i;
    }
    power(i, value);
    i = and_a_part(i, value);
    out_.fraction = a.fraction && i == at_ + 1;
    take(i, value);
    if (suffix(i)) return;
    const uint32_t before = i;
    double scale = scale_at(i);
    if (scale == 0 || (tight(before) && word(before) != kW_hyphen)) return one_in(before);
    value *= scale;
    out_.scale = scale;
    uint32_t j = i;
    if (const double second = scale_at(j);
        second >= 1000 && scale <= second && word(i) != kW_hyphen) {  // "2 hundred thousand"
      value *= second;
      out_.scale *= second;
      i = j;
    }
    out_.scaled = true;
    i = and_half_a_scale(i, value, scale);
    take(i, value);
  }

  // "3 million and a half": half a million more.
  uint32_t and_half_a_scale(uint32_t i, double& value, double scale) const {
    if (scale < 1000 || word(i) != kW_and || (word(i + 1) != kW_a && word(i + 1) != kW_one)) return i;
    const Kind part = kind(i + 2);
    if ((part != Kind::half && part != Kind::denom) || kind(i + 3) != Kind::none || unit_follows(i + 3) ||
        word(i + 3) == kW_of)
      return i;
    value += scale / facts(i + 2).value;
    return i + 3;
  }

  // "2.48×10−5", "5.5x10-3", "8x2^10", "10^6"
  void power(uint32_t& i, double& value) const {
    uint32_t base = 0;
    if ((word(i) == kW_times_sign || word(i) == kW_x) && tight(i) && is_number(i + 1) && tight(i + 1)) base = i + 1;
    if (base == 0 || (atoms_[base].value != 10 && word(base + 1) != kW_caret)) return;
    uint32_t j = base + 1;
    if (word(j) == kW_caret) ++j;
    double sign = 1;
    if ((word(j) == kW_hyphen || word(j) == kW_minus_sign) && tight(j)) {
      sign = -1;
      ++j;
    }
    if (!is_number(j) || !tight(j) || j == base + 1) return;
    value *= std::pow(atoms_[base].value, sign * atoms_[j].value);
    i = j + 1;
  }

  // "2 and a half (million)", "two and three quarters": adds the part and gives the place behind it.
  uint32_t and_a_part(uint32_t i, double& value) const {
    if (word(i) != kW_and || value >= 1000) return i;
    const uint32_t j = i + 1;
    if ((word(j) == kW_a || word(j) == kW_one) && (kind(j + 1) == Kind::half || kind(j + 1) == Kind::denom)) {
      value += 1 / facts(j + 1).value;
      return j + 2;
    }
    if (kind(j) == Kind::unit && kind(j + 1) == Kind::denoms) {
      value += facts(j).value / facts(j + 1).value;
      return j + 2;
    }
    return i;
  }

  // "10m", "€5bn", "0.5k": true if letters right behind the digits multiply them.
  bool suffix(uint32_t i) {
    if (!in(i) || atoms_[i].kind != FigureAtomKind::word) return false;
    const std::string_view letters = atoms_[i].span.of(text_);
    for (const FigureSuffix& s : lexicon_.suffixes) {
      if (letters != s.text) continue;
      const bool close = tight(i);
      if (!close && !(money_ && s.value >= 1e6)) continue;
      if (close && letters.size() == 1 && s.where == FigureSuffix::any && s.value == 1000 && !money_ &&
          letters == "K" && !in(i + 1))
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

  // Cardinals in words.
  void words() {
    uint32_t i = at_;
    double total = 0, group = 0;
    bool any = false, last_hundred_or_scale = false, article = false;
    Kind last = Kind::none;
    double last_scale = 1e300;
    if ((word(i) == kW_a || word(i) == kW_an) &&
        (kind(i + 1) == Kind::hundred || kind(i + 1) == Kind::scale || kind(i + 1) == Kind::dozen)) {
      article = true;
      ++i;
    }
    while (in(i)) {
      uint32_t j = i;
      if (any) {
        // "and" joins only behind a hundred or a scale, and only a smaller number; a hyphen joins tightly.
        if ((word(j) == kW_and || word(j) == kW_ampersand) && last_hundred_or_scale &&
            joins(j + 1, last == Kind::hundred ? 100 : last_scale))
          ++j;
        else if (word(j) == kW_comma && last == Kind::scale && last_scale >= 1000 && joins(j + 1, last_scale) &&
                 small_then_and(j + 1))
          ++j;
        else if (word(j) == kW_hyphen && tight(j) && tight(j + 1))
          ++j;
      }
      const Kind k = kind(j);
      const double v = facts(j).value;
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
    if (const uint32_t behind = and_half_a_scale(i, value, out_.scaled ? out_.scale : 1); behind != i) {
      i = behind;
    } else if (const uint32_t part = and_a_part(i, value); part != i) {
      i = part;
      if (const double scale = scale_at(i); scale != 0) {
        value *= scale;
        out_.scaled = true;
        out_.scale = scale;
      }
    } else if (word(i) == kW_point && kind(i + 1) == Kind::unit) {
      double place = 0.1;
      for (++i; kind(i) == Kind::unit; ++i, place /= 10) value += facts(i).value * place;
      if (const double scale = scale_at(i); scale != 0) {
        value *= scale;
        out_.scaled = true;
      }
    }
    out_.spelled = true;
    out_.bare_one = value == 1 && i == at_ + 1 && !article;
    take(i, value);
    one_in(i);
  }

  // Whether atoms[i] begins a number below `limit`.
  bool joins(uint32_t i, double limit) const {
    const Kind k = kind(i);
    if (kind(i + 1) == Kind::denoms || kind(i + 1) == Kind::denom || kind(i + 1) == Kind::half)
      return false;  // "and three quarters"
    return (k == Kind::unit || k == Kind::teen || k == Kind::ten) && facts(i).value < limit && facts(i).value > 0;
  }
  bool small_then_and(uint32_t i) const { return kind(i + 1) == Kind::hundred || kind(i + 1) == Kind::scale; }
  // "hundred thousand dollars" at the begin: a bare scale before another one, or before a unit of money.
  bool starts_bare(uint32_t i) const {
    if (i > 0 && (atoms_[i - 1].kind == FigureAtomKind::number || kind(i - 1) != Kind::none)) return false;
    return kind(i) == Kind::hundred && kind(i + 1) == Kind::scale;
  }

  // "one in five", "9 out of 10": a share, if the second number is a round small one.
  void one_in(uint32_t i) {
    if (out_.value < 1 || out_.value > 99 || out_.scaled) return;
    uint32_t j = i;
    if (word(j) == kW_out && word(j + 1) == kW_of)
      j += 2;
    else if (word(j) == kW_in)
      ++j;
    else
      return;
    if (word(j) == kW_every) ++j;
    double under = 0;
    if (is_number(j) && !atoms_[j].decimal && !atoms_[j].fraction)
      under = atoms_[j].value;
    else if (kind(j) == Kind::unit || kind(j) == Kind::teen || kind(j) == Kind::ten)
      under = facts(j).value;
    else
      return;
    const bool round = (under >= 2 && under <= 10) || under == 12 || under == 20 || under == 50 || under == 100 ||
                       under == 1000 || under == 10000 || under == 100000;
    if (!round || out_.value >= under || scaled_or_measured(j + 1)) return;
    take(j + 1, out_.value / under);
    out_.fraction = true;
    out_.bare_one = false;
  }
  // "two in 10 days" is no share.
  bool scaled_or_measured(uint32_t i) const {
    return unit_follows(i) || kind(i) != Kind::none || (in(i) && is_number(i)) || word(i) == kW_percent_sign ||
           (word(i) == kW_hyphen && tight(i));
  }

  const FigureLexicon& lexicon_;
  std::string_view text_;
  const std::vector<FigureAtom>& atoms_;
  uint32_t begin_, at_;
  bool money_;
  ReadNumber out_;
};

}  // namespace

ReadNumber read_number(const FigureLexicon& lexicon, std::string_view text, const std::vector<FigureAtom>& atoms,
                       uint32_t at, bool money) {
  return NumberReader(lexicon, text, atoms, at, money).read();
}

}  // namespace dateline
