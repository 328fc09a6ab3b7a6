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

// What the last digit that is not zero counts: 100 in 3,500; 1 in 57.
double last_place(double x) {
  double step = 1;
  if (x != std::floor(x) || x == 0) return step;
  while (std::fmod(x, step * 10) == 0) step *= 10;
  return step;
}

bool near(const ToldNumber& a, const ToldNumber& b) {
  const double gap = difference(a, b);
  if (gap < 1e-9) return true;
  // "About 3,500" is not 3,300: rough as it is, a number is meant to its last digit, give or take one.
  if (a.approximate && b.approximate)
    return gap <= 0.10 && std::abs(a.value - b.value) < last_place(a.value) + last_place(b.value);
  if (a.approximate || b.approximate) return gap <= 0.10;
  // "7 magnitude" may stand for 7.2: whole numbers are roundings of broken ones.
  if (std::floor(a.value) == a.value && std::floor(b.value) != b.value && std::abs(a.value - b.value) <= 0.5)
    return true;
  if (std::floor(b.value) == b.value && std::floor(a.value) != a.value && std::abs(a.value - b.value) <= 0.5)
    return true;
  return (round_number(a.value) || round_number(b.value)) && gap <= 0.05;
}

std::string plain(double x) {
  std::string digits = fmt::format("{:.10g}", x);
  size_t end = digits.find_first_of(".e");
  if (end == std::string::npos) end = digits.size();
  for (size_t i = end; i > 3 && digits[i - 4] != '-'; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

}  // namespace

ToldNumber told(const RecordFigure& f) { return {f.value, f.min, f.max, f.vague, f.approximate}; }
ToldNumber told(const Figure& f) { return {f.value, f.min, f.max, f.vague, f.approximate}; }

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
