// What the neighbourhood adds to the likeness of two reports: how near each is to its best fellow.
#include <algorithm>

#include "base/parallel.h"
#include "link/likeness.h"

namespace dateline {
namespace {

// Where the three likenesses that are seen against the neighbourhood stand, and what becomes of them.
struct Relative {
  Measure measure, less, more;
  float floor;  // a report whose best is below has no good fellow at all
};
constexpr Relative kRelative[] = {{Measure::whole, Measure::whole_less, Measure::whole_more, 0.2f},
                                  {Measure::opening, Measure::opening_less, Measure::opening_more, 0.2f},
                                  {Measure::names, Measure::names_less_best, Measure::names_more_best, 0.25f}};

float& at(Measures& m, Measure measure) { return m[static_cast<size_t>(measure)]; }

void set_relative(std::vector<ComparedPair>& pairs, size_t reports) {
  for (const Relative& relative : kRelative) {
    std::vector<float> best(reports, relative.floor);
    for (ComparedPair& pair : pairs) {
      const float value = at(pair.measures, relative.measure);
      best[pair.a] = std::max(best[pair.a], value);
      best[pair.b] = std::max(best[pair.b], value);
    }
    for (ComparedPair& pair : pairs) {
      const float value = at(pair.measures, relative.measure);
      at(pair.measures, relative.less) = value / std::max(best[pair.a], best[pair.b]);
      at(pair.measures, relative.more) = value / std::min(best[pair.a], best[pair.b]);
    }
  }
}

}  // namespace

std::vector<ComparedPair> compare_all(const std::vector<Portrait>& reports, const Yardstick& yardstick, int jobs) {
  constexpr double kLeast = 0.06;  // of whole: below it two reports have nothing to do with each other
  const auto size = static_cast<uint32_t>(reports.size());
  std::vector<std::vector<ComparedPair>> of(size);  // per report: with those behind it
  parallel_for(size, jobs, [&](size_t i) {
    const auto a = static_cast<uint32_t>(i);
    for (uint32_t b = a + 1; b < size; ++b) {
      if (cosine(reports[a].whole, reports[b].whole) >= kLeast)
        of[a].push_back({a, b, compare(reports[a], reports[b], yardstick)});
    }
  });
  std::vector<ComparedPair> pairs;
  for (const std::vector<ComparedPair>& some : of) pairs.insert(pairs.end(), some.begin(), some.end());
  set_relative(pairs, reports.size());
  return pairs;
}

}  // namespace dateline
