#include <algorithm>
#include <cmath>

#include "resolve/date_evidence.h"

namespace dateline {
namespace {

// How likely a report is published k days after the day that a bare weekday ("on Saturday") names, k = 0..6, counted
// on 400 dated news reports: the first one of a report, and any other. Natural logarithms.
constexpr double kFirstWeekday[7] = {-0.3, -1.8, -3.4, -4.5, -4.6, -4.6, -5.0};
constexpr double kOtherWeekday[7] = {-0.6, -1.3, -2.8, -3.2, -3.3, -3.6, -3.6};
constexpr double kNotYet = 3;  // against a day before one that is told as past

double score_of(const std::vector<DateEvidence>& evidence, Day day) {
  const int of_week = weekday(day);
  double score = 0;
  int read = 0;
  for (const DateEvidence& e : evidence) {
    if (e.kind == DateEvidence::told && !e.days.bounded()) continue;
    // What is told as past has been; what is told as to come has mostly not.
    if (e.kind == DateEvidence::told && day < e.days.first && e.days.first - day < 100) score -= kNotYet;
    const int k = (of_week - e.of_week + 7) % 7;
    if (e.kind == DateEvidence::today)
      score -= e.days.bounded() ? kNotYet * !e.days.contains(day) : k == 0 ? 0 : kNotYet;
    if (e.kind != DateEvidence::weekday || read == 8) continue;
    score += read++ == 0 ? kFirstWeekday[k] : 0.3 * kOtherWeekday[k];
  }
  return score;
}

}  // namespace

DayRange likeliest_days(const std::vector<DateEvidence>& evidence, DayRange days, const std::vector<double>& prior,
                        Caution caution) {
  std::vector<double> mass;
  for (Day d = days.first; d <= days.last; ++d)
    mass.push_back(caution.clues * score_of(evidence, d) + prior[static_cast<size_t>(d - days.first)]);
  if (mass.empty()) return days;
  const double top = *std::max_element(mass.begin(), mass.end());
  double sum = 0;
  for (double& m : mass) sum += m = std::exp(m - top);
  size_t best = 0, best_size = mass.size();
  double best_mass = sum;
  for (size_t i = 0; i < mass.size(); ++i) {
    double m = 0;
    for (size_t j = i; j < mass.size() && j - i + 1 <= best_size; ++j) {
      m += mass[j];
      if (m < caution.mass * sum) continue;
      if (j - i + 1 < best_size || m > best_mass) best = i, best_size = j - i + 1, best_mass = m;
      break;
    }
  }
  return {days.first + static_cast<Day>(best), days.first + static_cast<Day>(best + best_size) - 1};
}

}  // namespace dateline
