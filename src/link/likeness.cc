#include "link/likeness.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

// The share of `parts`, by weight, that `words` has; -1 if there are none.
double share(const std::vector<std::pair<uint32_t, float>>& parts, const std::vector<uint32_t>& words) {
  double all = 0, shared = 0;
  size_t j = 0;
  for (const auto& [hash, weight] : parts) {
    all += weight;
    while (j < words.size() && words[j] < hash) ++j;
    if (j < words.size() && words[j] == hash) shared += weight;
  }
  return all > 0 ? shared / all : -1;
}

bool short_span(DayRange days) { return days.bounded() && days.last - days.first <= 3; }

// The days that surely lie between; an open end may be anywhere.
int64_t days_between(DayRange a, DayRange b) {
  if (a.last != kOpenEnd && b.first != kOpenBegin && a.last < b.first) return int64_t{b.first} - a.last;
  if (b.last != kOpenEnd && a.first != kOpenBegin && b.last < a.first) return int64_t{a.first} - b.last;
  return 0;
}

template <typename T>
size_t shared_count(const std::vector<T>& a, const std::vector<T>& b) {
  size_t n = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++n, ++i, ++j;
    } else {
      ++(a[i] < b[j] ? i : j);
    }
  }
  return n;
}

bool stated(const Portrait& report) { return report.doc->published.basis != "inferred"; }

bool has(const std::vector<Label>& types, Label type) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

// "Second quake" against "quake": is b's news what a's has one more of?
bool speaks_of_another(const Portrait& a, const Portrait& b) {
  // The second of a kind beside a report that opens with one of that kind, and counts none.
  if (a.marks.turn == 2 || a.marks.turn == 3) {
    return (b.opening_turns & (1u << a.marks.turn)) == 0 && has(b.opening_types, a.another);
  }
  if (!a.another.empty() && a.another == b.main_type) return true;
  // "Powerful quake" may be filed under its dead; then the thing itself must stand in the headline.
  if (a.main_type.empty() || a.main_type != b.main_type) {
    for (const auto& [word, weight] : b.headline) {
      if (!a.another.empty() && std::binary_search(a.another_words.begin(), a.another_words.end(), word)) return true;
    }
    return false;
  }
  for (uint32_t word : a.another_words) {
    const auto at = std::lower_bound(b.opening_words.begin(), b.opening_words.end(), std::pair(word, 0.0f));
    if (at != b.opening_words.end() && at->first == word) return true;
  }
  return false;
}

}  // namespace

Measures compare(const Portrait& a, const Portrait& b, const Yardstick& yardstick) {
  Measures m{};
  auto set = [&](Measure measure, double value) { m[static_cast<size_t>(measure)] = static_cast<float>(value); };
  const double headline = cosine(a.headline, b.headline);
  set(Measure::whole, cosine(a.whole, b.whole));
  set(Measure::opening, cosine(a.opening, b.opening));
  set(Measure::headline, headline);
  set(Measure::names, cosine(a.names, b.names));
  const double told_a = share(a.opening_words, b.all_words), told_b = share(b.opening_words, a.all_words);
  set(Measure::told_less, std::max(0.0, std::min(told_a, told_b)));
  set(Measure::told_more, std::max(0.0, std::max(told_a, told_b)));
  const double names_a = share(a.opening_names, b.all_words), names_b = share(b.opening_names, a.all_words);
  set(Measure::names_less, names_a < 0 || names_b < 0 ? 0.5 : std::min(names_a, names_b));
  set(Measure::names_more, names_a < 0 || names_b < 0 ? 0.5 : std::max(names_a, names_b));
  const size_t shorter = std::min(a.shingles.size(), b.shingles.size());
  const double copied = shorter ? double(shared_count(a.shingles, b.shingles)) / double(shorter) : 0;
  set(Measure::copied, copied);
  set(Measure::series, a.serial && b.serial && headline > 0.6 && copied < 0.5);
  if (a.weekdays && b.weekdays) set(a.weekdays & b.weekdays ? Measure::weekday_same : Measure::weekday_other, 1);
  if (!a.days.empty() && !b.days.empty()) {
    const size_t same = shared_count(a.days, b.days);
    set(Measure::day_same, double(same) / double(std::min(a.days.size(), b.days.size())));
    set(Measure::day_other, same == 0);
  }
  if (!a.percents.empty() && !b.percents.empty())
    set(Measure::percent_other, shared_count(a.percents, b.percents) == 0);
  const int64_t gap = days_between(a.published, b.published);
  const bool known = short_span(a.published) && short_span(b.published);
  set(Measure::gap_known, known);
  set(Measure::gap_day, known && gap <= 1);
  set(Measure::gap_log, std::log1p(static_cast<double>(gap)));
  // A date that we inferred may be wrong by more than a week.
  const bool sure = stated(a) && stated(b);
  set(Measure::gap_far, (sure ? 1 : 0.7) * std::clamp((static_cast<double>(gap) - 1) / (sure ? 6 : 60), 0.0, 1.0));
  if (!a.main_type.empty() && !b.main_type.empty()) {
    set(a.main_type == b.main_type ? Measure::type_same : Measure::type_other, 1);
  }
  set(Measure::type_opposed, a.main_in_headline && b.main_in_headline && yardstick.opposed(a.main_type, b.main_type));
  if (short_span(a.told) && short_span(b.told)) {
    const bool same = a.told.overlaps(b.told);
    // A day read from words may be wrong by some; reports that state their own dates are hardly wrong by a week.
    const double apart = std::clamp((static_cast<double>(days_between(a.told, b.told)) - 1) / 6, 0.0, 1.0);
    set(same ? Measure::told_same : Measure::told_other, same || !sure ? 1 : 1 + 2 * apart);
  }
  const bool both = (a.marks.turn != 0 || !a.another_words.empty()) && (b.marks.turn != 0 || !b.another_words.empty());
  set(Measure::another,
      contradict(a.marks, b.marks) || (!both && (speaks_of_another(a, b) || speaks_of_another(b, a))));
  set(Measure::another_same, same_turn(a.marks, b.marks));
  if (!a.who.empty() && !b.who.empty() && a.main_type == b.main_type) {
    set(Measure::same_act, 2 * shared_count(a.who, b.who) >= std::max(a.who.size(), b.who.size()));
  }
  set(Measure::length, std::abs(std::log((a.words + 20.0) / (b.words + 20.0))));
  return m;
}

}  // namespace dateline
