#include "annotate/figures_ages.h"

namespace dateline {
namespace {

constexpr double kOldest = 115;

class AgeReader {
 public:
  AgeReader(const FigureAtoms& atoms, const BlockedSpans& blocked, const std::vector<Quantity>& before,
            const Quantity& q)
      : s_(atoms), blocked_(blocked), before_(before), q_(q), begin_(q.number.begin), end_(q.number.end) {}

  bool is_age() const {
    if (q_.base >= 0 || q_.vague || q_.fraction || q_.score || begin_ == 0) return false;
    if (!possible(q_.value) || !possible(q_.min) || !possible(q_.max)) return false;
    const bool range = q_.value != q_.value;
    if (said()) return true;
    if (compared()) return true;
    if (q_.spelled || range || end_ != begin_ + 1) return false;
    return listed() || brackets() || apposed() || predicate();
  }

 private:
  static bool possible(double x) { return x != x || (x >= 0 && x <= kOldest && x == static_cast<int>(x)); }
  int64_t at(int back) const { return static_cast<int64_t>(begin_) - back; }

  // "aged 45", "age 12", "aged between 24 and 51", "ages of 18 and 34"; "turned 45" from 13 on
  bool said() const {
    int64_t i = at(1);
    while (s_.word(i) == kW_between || s_.word(i) == kW_from || (s_.word(i) == kW_of && s_.word(i - 1) == kW_ages)) --i;
    if (!s_.is(i, kAgeVerb)) return false;
    const bool turned = s_.words(i).starts_with("turn");
    return !turned || (i == at(1) && q_.value >= 13 && !s_[begin_].grouped && !counts_something());
  }

  // "ages 7 and 9": the age before goes on.
  bool listed() const {
    if (before_.empty() || !before_.back().age) return false;
    const FigureWordId w = s_.word(at(1));
    return (w == kW_and || w == kW_comma || w == kW_or) && before_.back().atoms.end == static_cast<uint32_t>(at(1)) &&
           said_before() && !counts_something();
  }
  bool said_before() const {
    return s_.is(static_cast<int64_t>(before_.back().number.begin) - 1, kAgeVerb) ||
           s_.word(static_cast<int64_t>(before_.back().number.begin) - 1) == kW_and;
  }

  // "voters under 30", "those over 65", "children under five"
  bool compared() const {
    const FigureWordId w = s_.word(at(1));
    if (w != kW_under && w != kW_over && w != kW_above && w != kW_below) return false;
    return s_.is(at(2), kOfAge) && !counts_something();
  }

  // A noun in the plural behind it: "men over 200 miles away", "people under 30 bridges".
  bool counts_something() const {
    if (!s_.is_word(end_) || s_.is(end_, kStop)) return false;
    const std::string_view w = s_.words(end_);
    return w.size() > 3 && w.back() == 's';
  }

  // "Reed (45)"
  bool brackets() const {
    return begin_ >= 2 && s_.word(at(1)) == kW_lparen && s_.word(end_) == kW_rparen && s_[begin_ - 2].capital &&
           q_.value >= 10 && !blocked_.thing_ends(s_[begin_ - 2].span.end);
  }

  // "Ann Reed, 45, said", "Reed, 45, said", "the president, 81, trails"
  bool apposed() const {
    if (s_.word(at(1)) != kW_comma || begin_ < 2 || !s_.is_word(at(2)) || q_.value < 4) return false;
    const bool comma = s_.word(end_) == kW_comma, ends = s_.word(end_) == kW_dot || end_ >= s_.size();
    if (!comma && !ends) return false;
    if (blocked_.person_ends(s_[begin_ - 2].span.end)) return true;
    if (s_.is(at(2), kMonth | kWeekday) || blocked_.thing_ends(s_[begin_ - 2].span.end)) return false;
    if (s_[begin_ - 2].capital)
      return (begin_ >= 3 && s_[begin_ - 3].capital && s_.is_word(at(3))) || (comma && q_.value >= 13);
    // The common noun of one person: an article or possessor before it, or one word further on.
    if (!comma || q_.value < 10 || s_.is_number(at(3)) || s_.words(at(2)).ends_with("s")) return false;
    if (s_.is_word(end_ + 1) && s_.word(end_ + 1) == kW_or) return false;  // "the rest, 45, or 20 percent, left"
    return s_.word(at(3)) == kW_the || s_.word(at(3)) == kW_a || s_.word(at(3)) == kW_an ||
           s_.word(at(3)) == kW_their ||
           ((s_.word(at(4)) == kW_the || s_.word(at(4)) == kW_a || s_.word(at(4)) == kW_an) && s_.is_word(at(3)) &&
            !s_.is(at(3), kStop));
  }

  // "he was 45", "when you were 16", "who is 38 and"
  bool predicate() const {
    if (q_.value < 3 || !s_.is(at(1), kBeing)) return false;
    int64_t i = at(2);
    if (s_.is(i, kStop) && !s_.is(i, kPersonal)) --i;  // "he will be 86"
    const bool person = s_.is(i, kPersonal) || (s_.in(i) && blocked_.person_ends(s_[static_cast<size_t>(i)].span.end));
    if (!person || (s_.words(i) == "they") || (s_.words(i) == "we")) return false;
    const FigureWordId next = s_.word(end_);
    return end_ >= s_.size() || next == kW_dot || next == kW_comma || next == kW_when || next == kW_and ||
           next == kW_at;
  }

  const FigureAtoms& s_;
  const BlockedSpans& blocked_;
  const std::vector<Quantity>& before_;
  const Quantity& q_;
  uint32_t begin_, end_;
};

}  // namespace

void read_age(const FigureAtoms& atoms, const BlockedSpans& blocked, const std::vector<Quantity>& before,
              Quantity& quantity) {
  if (!AgeReader(atoms, blocked, before, quantity).is_age()) return;
  quantity.age = true;
  quantity.base = atoms.lexicon.year;
  quantity.unit = Label(atoms.lexicon.units[static_cast<size_t>(quantity.base)].name);
}

}  // namespace dateline
