#include "annotate/figures_quantities.h"

#include <algorithm>

#include "annotate/figures_ages.h"
#include "annotate/figures_bounds.h"
#include "annotate/figures_exclusions.h"
#include "annotate/figures_ranges.h"

namespace dateline {
namespace {

class QuantityReader {
 public:
  QuantityReader(const FigureAtoms& atoms, const BlockedSpans& blocked, std::vector<Quantity>& out)
      : s_(atoms), blocked_(blocked), out_(out) {}

  void run() {
    for (uint32_t i = 0; i < s_.size();) {
      if (!may_begin_number(s_, i)) {
        ++i;
        continue;
      }
      i = std::max(i + 1, quantity(i));
    }
  }

 private:
  // Reads the quantity at atoms[at] and gives the atom to go on from.
  uint32_t quantity(uint32_t at) {
    MeasuredNumber first = read_measured(s_, at);
    if (!first.found()) return at + 1;
    if (const uint32_t skip = skip_number(s_, first.number, first.unit.found, first.sign.unit >= 0)) return at + skip;
    const Span bytes = cover(s_[first.number.atoms.begin].span, s_[first.number.atoms.end - 1].span);
    if (blocked_.blocks(bytes, first.number.spelled && s_[at].capital)) return first.number.atoms.end;

    MeasuredNumber second;
    const FigureJoint joint = join_numbers(s_, first, second);
    Quantity q;
    q.number = first.number.atoms;
    q.atoms = {first.begin, first.end};
    q.end_byte = first.end_byte;
    fill(q, first);
    if (joint != FigureJoint::none) {
      lend_measure(first, second);
      Quantity r;
      r.number = second.number.atoms;
      r.atoms = {second.begin, second.end};
      r.end_byte = second.end_byte;
      fill(q, first);
      fill(r, second);
      if (joint == FigureJoint::range) {
        q.number.end = r.number.end;
        q.atoms.end = r.atoms.end;
        q.end_byte = r.end_byte;
        q.min = std::min(q.value, r.value);
        q.max = std::max(q.value, r.value);
        q.value = Figure::kUnknown;
        q.unit = r.unit.empty() ? q.unit : r.unit;
        q.base = r.base >= 0 ? r.base : q.base;
        q.hyphenated = r.hyphenated;
        q.age = r.age;
        read_age(s_, blocked_, out_, q);
        read_bounds(s_, q);
        out_.push_back(q);
        return q.atoms.end;
      }
      q.score = r.score = joint == FigureJoint::score;
      read_bounds(s_, q);
      read_bounds(s_, r);
      out_.push_back(q);
      out_.push_back(r);
      return r.atoms.end;
    }
    share_unit_of_next(q, first);
    read_age(s_, blocked_, out_, q);
    magnitude(q);
    read_bounds(s_, q);
    out_.push_back(q);
    return q.atoms.end;
  }

  // "a magnitude 7.7 earthquake", "magnitude of 7.5"
  void magnitude(Quantity& q) const {
    if (q.base >= 0 || s_.lexicon.magnitude < 0 || q.atoms.begin == 0 || q.spelled) return;
    uint32_t i = q.atoms.begin - 1;
    while (i > 0 && (s_.word(i) == kW_of || s_.word(i) == kW_a || s_.word(i) == kW_hyphen || s_.word(i) == kW_at)) --i;
    const FigureWordId w = s_.word(i);
    if (w == kNoFigureWord || w >= s_.lexicon.unit_words.size() || s_.lexicon.unit_words[w].empty()) return;
    if (s_.lexicon.unit_words[w].front().payload != s_.lexicon.magnitude || !(q.value < 11)) return;
    q.base = s_.lexicon.magnitude;
    q.unit = Label(s_.lexicon.units[q.base].name);
  }

  void fill(Quantity& q, const MeasuredNumber& m) const {
    if (m.number.vague) {
      q.min = m.number.min;
      q.max = m.number.max;
      q.vague = true;
    } else {
      q.value = m.number.value;
    }
    q.spelled = m.number.spelled;
    q.fraction = m.number.fraction;
    q.bare_one = m.number.bare_one;
    q.unit = m.unit.found ? m.unit.name : m.sign.unit >= 0 ? Label(s_.lexicon.units[m.sign.unit].name) : Label();
    q.base = m.base();
    q.hyphenated = m.unit.hyphenated;
    q.age = m.unit.age;
  }

  // "45 and 50 mg", "12, 14 and 18 percent": a unit holds for its fellows before it.
  void share_unit_of_next(Quantity& q, const MeasuredNumber& m) const {
    if (m.base() >= 0 || m.number.vague || m.number.fraction || m.number.spelled) return;
    uint32_t i = m.end;
    // "22, or 45 percent": the same thing said again.
    if (s_.word(i) == kW_comma && s_.word(i + 1) == kW_or && !s_.is_number(static_cast<int64_t>(m.begin) - 2)) return;
    while (i < s_.size() && (s_.word(i) == kW_comma || s_.word(i) == kW_and || s_.word(i) == kW_or)) {
      if (!s_.is_number(i + 1)) {
        ++i;
        if (i >= s_.size() || !(s_.word(i) == kW_and || s_.word(i) == kW_or)) return;
        continue;
      }
      const MeasuredNumber next = read_measured(s_, i + 1);
      if (!next.found() || next.sign.unit >= 0) return;
      if (next.unit.found) {
        const std::string& kind = s_.lexicon.units[next.unit.base].kind;
        if (next.unit.age || next.unit.hyphenated || (s_.word(m.end) == kW_comma && kind == "time")) return;
        if (q.value >= 1900 && q.value < 2100) return;
        q.unit = next.unit.name;
        q.base = next.unit.base;
        return;
      }
      i = next.end;
    }
  }

  const FigureAtoms& s_;
  const BlockedSpans& blocked_;
  std::vector<Quantity>& out_;
};

}  // namespace

BlockedSpans::BlockedSpans(const Document& doc, Span sentence) {
  const auto time = std::partition_point(doc.times.begin(), doc.times.end(),
                                         [&](const Timex& t) { return t.span.end <= sentence.begin; });
  for (auto t = time; t != doc.times.end() && t->span.begin < sentence.end; ++t) {
    if (t->type != TimexType::DURATION) spans_.push_back({t->span, true, false});
  }
  const auto name = std::partition_point(doc.mentions.begin(), doc.mentions.end(),
                                         [&](const Mention& m) { return m.span.begin < sentence.begin; });
  for (auto m = name; m != doc.mentions.end() && m->span.begin < sentence.end; ++m) {
    if (m->form == MentionForm::name) spans_.push_back({m->span, false, m->type == EntityType::person});
  }
}

bool BlockedSpans::blocks(Span number, bool spelled_with_capital) const {
  for (const Blocked& b : spans_) {
    if (b.date && b.span.contains(number)) return true;
    // A name that begins with a number in digits is more often a count before a name ("200 Kenyan officers").
    if (!b.date && b.span.contains(number) &&
        (b.span.begin < number.begin || (spelled_with_capital && b.span.end > number.end)))
      return true;
  }
  return false;
}

bool BlockedSpans::person_ends(uint32_t byte) const {
  return std::any_of(spans_.begin(), spans_.end(), [&](const Blocked& b) { return b.person && b.span.end == byte; });
}

bool BlockedSpans::thing_ends(uint32_t byte) const {
  return std::any_of(spans_.begin(), spans_.end(), [&](const Blocked& b) { return !b.person && b.span.end == byte; });
}

void read_quantities(const FigureAtoms& atoms, const BlockedSpans& blocked, std::vector<Quantity>& out) {
  QuantityReader(atoms, blocked, out).run();
}

}  // namespace dateline
