#include "annotate/figures_bounds.h"

namespace dateline {
namespace {

class BoundReader {
 public:
  explicit BoundReader(const FigureAtoms& atoms) : s_(atoms) {}

  // Bound words before and behind.
  void read(Quantity& q) const {
    uint32_t from = q.atoms.begin;
    FigureBound effect = FigureBound::none;
    const uint32_t before = match_before(from, effect);
    if (before < from && during(q, before)) effect = FigureBound::none;
    // "passed 234-193": a verb, no bound.
    if (before < from && q.score && s_.is(before, kScore)) return;
    if (effect == FigureBound::none || effect == FigureBound::exact || effect == FigureBound::about) {
      FigureBound after = FigureBound::none;
      const uint32_t end = match_after(q.atoms.end, after);
      const uint32_t inner =
          after == FigureBound::none && q.number.end < q.atoms.end ? match_after(q.number.end, after) : 0;
      if (after != FigureBound::none) {
        if (inner == 0 && end > q.atoms.end) {
          q.atoms.end = end;
          q.end_byte = s_[end - 1].span.end;
        }
        if (after != FigureBound::about || effect == FigureBound::none) effect = after;
      }
    }
    if (before < from) q.atoms.begin = before;
    apply(q, effect);
  }

  // "over eight days Israel's aircraft …": throughout; "for over eight days": more than.
  bool during(const Quantity& q, uint32_t at) const {
    if (q.base < 0 || q.age || s_.lexicon.units[q.base].kind != "time") return false;
    if (s_.word(at) != kW_over) return false;
    if (at == 0) return true;
    return !s_.is(at - 1, kLasting);
  }

  static void apply(Quantity& q, FigureBound effect) {
    const bool plain = q.value == q.value;
    switch (effect) {
      case FigureBound::min:
        if (plain) q.min = q.value;
        q.max = Figure::kUnknown;
        q.value = Figure::kUnknown;
        break;
      case FigureBound::max:
        if (plain) q.max = q.value;
        q.min = Figure::kUnknown;
        q.value = Figure::kUnknown;
        break;
      case FigureBound::about: q.approximate = true; break;
      default: break;
    }
  }

  // The first atom of the bound phrase that ends right before `at`, else `at`.
  uint32_t match_before(uint32_t at, FigureBound& effect) const {
    const uint32_t end = at;
    // "short of the $100 million forecast" compares: the number itself is exact.
    if (s_.word(static_cast<int64_t>(end) - 1) == kW_the) return end;
    if (end > 0 && (s_.word(end - 1) == kW_a || s_.word(end - 1) == kW_an)) {
      // "more than a 100": the article stands between.
      const uint32_t found = bound_ending_at(end - 1, effect);
      if (found + 1 <= end - 1) return found;
      effect = FigureBound::none;
    }
    return bound_ending_at(end, effect);
  }
  uint32_t bound_ending_at(uint32_t end, FigureBound& effect) const {
    if (end == 0) return end;
    const FigureWordId last = s_.word(end - 1);
    if (last == kNoFigureWord || last >= s_.lexicon.bounds_before.size()) return end;
    for (const FigurePhrase& p : s_.lexicon.bounds_before[last]) {
      const auto n = static_cast<uint32_t>(p.words.size());
      if (n > end) continue;
      bool same = true;
      for (uint32_t k = 0; k < n && same; ++k) same = s_.word(end - n + k) == p.words[k];
      if (!same) continue;
      effect = static_cast<FigureBound>(p.payload);
      uint32_t begin = end - n;
      // "just over", "well under" say no more; "no more than" and "not more than" turn it round and are in the table.
      return begin;
    }
    return end;
  }
  uint32_t match_after(uint32_t at, FigureBound& effect) const {
    uint32_t i = at;
    if (s_.word(i) == kW_plus && s_.tight(i)) {
      effect = FigureBound::min;
      return i + 1;
    }
    if (s_.word(i) == kW_hyphen && s_.tight(i)) ++i;
    const FigureWordId first = s_.word(i);
    if (first == kNoFigureWord || first >= s_.lexicon.bounds_after.size()) return at;
    for (const FigurePhrase& p : s_.lexicon.bounds_after[first]) {
      bool same = true;
      for (uint32_t k = 0; k < p.words.size() && same; ++k) same = s_.word(i + k) == p.words[k];
      if (!same) continue;
      if (p.words.size() == 1 && i == at && !ends_here(i + 1)) continue;  // "plus", "odd" as other words
      const uint32_t end = i + static_cast<uint32_t>(p.words.size());
      if (s_.is_number(end) || (end < s_.size() && s_.lexicon.facts(s_.word(end)).number != FigureNumberKind::none))
        continue;
      effect = static_cast<FigureBound>(p.payload);
      return end;
    }
    return at;
  }
  bool ends_here(uint32_t i) const { return i >= s_.size() || s_.word(i) == kW_comma || s_.word(i) == kW_dot; }

  const FigureAtoms& s_;
};

}  // namespace

void read_bounds(const FigureAtoms& atoms, Quantity& quantity) { BoundReader(atoms).read(quantity); }

}  // namespace dateline
