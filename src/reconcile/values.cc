#include "reconcile/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

// 1,000 and 250 are round, 1,004, 57 and 7.8 are not: two or more zeros at the end, or one behind a single digit above
// 100.
bool round_number(double x) {
  if (x != std::floor(x) || std::abs(x) < 100) return false;
  const double step = std::pow(10, std::floor(std::log10(std::abs(x))) - 1);
  return std::fmod(x, step) == 0;
}

bool has(double x) { return !std::isnan(x); }

// What the last digit that is not zero counts: 100 in 3,500; 1 in 57; 0.1 in 7.8.
double last_place(double x) {
  double step = 1;
  if (x == 0 || !has(x)) return step;
  if (x == std::floor(x)) {
    while (std::fmod(x, step * 10) == 0) step *= 10;
  } else {
    while (step > 1e-4 && std::abs(x / step - std::round(x / step)) > 1e-9) step /= 10;
  }
  return step;
}

double place_of(const ToldNumber& t) { return t.step > 0 ? t.step : last_place(t.value); }

// How far off "about" may be, as a share: one of its last places, though never less than 3 % or more than 10 %.
double roughness(const ToldNumber& t) {
  return t.approximate ? std::clamp(place_of(t) / std::abs(t.value), 0.03, 0.10) : 0;
}

bool near(const ToldNumber& a, const ToldNumber& b) {
  const double gap = difference(a, b), apart = std::abs(a.value - b.value);
  if (gap < 1e-9) return true;
  if (a.converted != b.converted && gap <= 0.02) return true;
  if (gap <= std::max(roughness(a), roughness(b))) return true;
  if (a.approximate || b.approximate) return false;
  // "7 magnitude" may stand for 7.2: whole numbers are roundings of broken ones.
  const bool whole_a = std::floor(a.value) == a.value, whole_b = std::floor(b.value) == b.value;
  if (whole_a != whole_b && apart <= 0.5) return true;
  // "A 400-page report" may have 448: a number of one digit and zeros is rounded to that digit.
  for (const ToldNumber* t : {&a, &b}) {
    if (!t->converted && place_of(*t) >= 100 && std::abs(t->value) < 10 * place_of(*t) && gap <= 0.12 &&
        apart < place_of(*t) / 2)
      return true;
  }
  return (round_number(a.value) || round_number(b.value)) && gap <= 0.05 &&
         apart < std::max(place_of(a), place_of(b)) - 1e-9;
}

std::string plain(double x) {
  const bool whole = x == std::floor(x) && std::abs(x) < 1e15;
  std::string digits = whole ? fmt::format("{:.0f}", x) : fmt::format("{:.10g}", x);
  size_t end = digits.find_first_of(".e");
  if (end == std::string::npos) end = digits.size();
  for (size_t i = end; i > 3 && digits[i - 4] != '-'; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

}  // namespace

ToldNumber told(const RecordFigure& f) { return {f.value, f.min, f.max, f.vague, f.approximate, 0, false}; }
ToldNumber told(const Figure& f) { return {f.value, f.min, f.max, f.vague, f.approximate, 0, false}; }

ToldNumber in_base(ToldNumber t, const InBase& base) {
  if (base.factor == 1 && base.offset == 0) return t;
  const double x = has(t.value) ? t.value : has(t.min) ? t.min : t.max;
  t.step = last_place(x) * base.factor;
  for (double* part : {&t.value, &t.min, &t.max}) *part = *part * base.factor + base.offset;
  t.converted = true;
  return t;
}

double difference(const ToldNumber& a, const ToldNumber& b) {
  const double x = a.size(), y = b.size(), larger = std::max(std::abs(x), std::abs(y));
  return larger == 0 ? 0 : std::abs(x - y) / larger;
}

bool can_both_hold(const ToldNumber& a, const ToldNumber& b) {
  if (has(a.value) && has(b.value)) return near(a, b);
  const double slack = 0.05;
  const auto low = [](const ToldNumber& t) { return has(t.value) ? t.value : has(t.min) ? t.min : -INFINITY; };
  const auto high = [](const ToldNumber& t) { return has(t.value) ? t.value : has(t.max) ? t.max : INFINITY; };
  const double lo = std::max(low(a), low(b)), hi = std::min(high(a), high(b));
  return lo <= hi + slack * std::abs(hi);
}

std::string value_text(const ToldNumber& t, std::string_view unit) {
  std::string out;
  if (has(t.value))
    out = (t.approximate ? "about " : "") + plain(t.value);
  else if (has(t.min) && has(t.max))
    out = plain(t.min) + " to " + plain(t.max);
  else if (has(t.min))
    out = "at least " + plain(t.min);
  else if (has(t.max))
    out = "at most " + plain(t.max);
  if (!unit.empty()) out += " " + std::string(unit);
  return out;
}

}  // namespace dateline
