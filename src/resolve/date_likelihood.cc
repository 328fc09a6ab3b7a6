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

// A run of days and what it holds.
struct Run {
  size_t first = 0, size = 0;
  double mass = 0;
};

// The shortest run that holds `enough`, of equals the one that holds most, of those the first; all where none does. The
// days may be those of decades: running totals say, all but exactly, which runs need to be summed up.
Run shortest_run(const std::vector<double>& mass, double enough, double all) {
  constexpr double kSlack = 1e-9;  // far more than rounding can amount to
  std::vector<double> total = {0};
  for (const double m : mass) total.push_back(total.back() + m);
  size_t surely = mass.size();  // one so short does
  for (size_t i = 0, end = 0; i < mass.size(); ++i) {
    while (end < mass.size() && total[end] - total[i] < enough + kSlack * all) ++end;
    if (total[end] - total[i] < enough + kSlack * all) break;
    surely = std::min(surely, end - i);
  }
  Run best = {0, mass.size(), all};
  bool found = false;
  for (size_t i = 0; i < mass.size(); ++i) {
    const size_t longest = std::min(found ? best.size : surely, mass.size() - i);
    if (total[i + longest] - total[i] < enough - kSlack * all) continue;
    double m = 0;
    for (size_t j = i; j < i + longest; ++j) {
      m += mass[j];
      if (m < enough) continue;
      const size_t size = j - i + 1;
      if (size < best.size || m > best.mass) best = {i, size, m}, found = true;
      break;
    }
  }
  return best;
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
  const Run best = shortest_run(mass, caution.mass * sum, sum);
  return {days.first + static_cast<Day>(best.first), days.first + static_cast<Day>(best.first + best.size) - 1};
}

}  // namespace dateline
