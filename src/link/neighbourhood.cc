// What the neighbourhood adds to the likeness of two reports: how near each is to its best fellow, whether both keep
// the same company, and whether they share what tells the reports about them apart.
#include <algorithm>
#include <cmath>

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

// Each report's likeness to its nearest others (itself among them), and the cosine of two such rows.
void set_company(std::vector<ComparedPair>& pairs, size_t reports) {
  constexpr size_t kNearest = 60;
  std::vector<TermVector> rows(reports);
  for (ComparedPair& pair : pairs) {
    const float value = at(pair.measures, Measure::whole);
    rows[pair.a].emplace_back(pair.b, value);
    rows[pair.b].emplace_back(pair.a, value);
  }
  for (uint32_t i = 0; i < reports; ++i) {
    auto nearer = [](const auto& x, const auto& y) {
      return std::pair(-x.second, x.first) < std::pair(-y.second, y.first);
    };
    std::sort(rows[i].begin(), rows[i].end(), nearer);
    if (rows[i].size() > kNearest) rows[i].resize(kNearest);
    rows[i].emplace_back(i, 1.0f);
    std::sort(rows[i].begin(), rows[i].end());
    normalise(rows[i]);
  }
  for (ComparedPair& pair : pairs)
    at(pair.measures, Measure::company) = static_cast<float>(cosine(rows[pair.a], rows[pair.b]));
}

// The opening's words, each weighed once more by how few of the fellows have it anywhere: where all tell of a running
// back on injured reserve, it is his name that counts.
TermVector told_apart(const std::vector<Portrait>& reports, uint32_t report, const std::vector<uint32_t>& fellows) {
  TermVector out;
  for (const auto& [word, weight] : reports[report].opening) {
    size_t having = 1;
    for (uint32_t fellow : fellows) {
      const std::vector<uint32_t>& words = reports[fellow].all_words;
      having += std::binary_search(words.begin(), words.end(), word);
    }
    out.emplace_back(word, weight * static_cast<float>(std::log(double(fellows.size() + 2) / double(having))));
  }
  normalise(out);
  return out;
}

// What a report's better half of fellows has; at least a little, for those that share such words with nobody.
float usual(std::vector<float> values) {
  constexpr float kLeast = 0.05f;
  const size_t half = (values.size() + 1) / 2;
  std::sort(values.rbegin(), values.rend());
  float sum = 0;
  for (size_t i = 0; i < half; ++i) sum += values[i];
  return half ? std::max(kLeast, sum / static_cast<float>(half)) : kLeast;
}

void set_contrast(std::vector<ComparedPair>& pairs, const std::vector<Portrait>& reports) {
  constexpr float kFellow = 0.2f;  // of whole
  constexpr float kMost = 1.5f;
  std::vector<std::vector<uint32_t>> fellows(reports.size());
  for (ComparedPair& pair : pairs) {
    if (at(pair.measures, Measure::whole) < kFellow) continue;
    fellows[pair.a].push_back(pair.b);
    fellows[pair.b].push_back(pair.a);
  }
  std::vector<TermVector> terms;
  for (uint32_t i = 0; i < reports.size(); ++i) terms.push_back(told_apart(reports, i, fellows[i]));
  std::vector<std::vector<float>> values(reports.size());
  for (ComparedPair& pair : pairs) {
    const auto value = static_cast<float>(cosine(terms[pair.a], terms[pair.b]));
    at(pair.measures, Measure::contrast) = value;
    if (at(pair.measures, Measure::whole) < kFellow) continue;
    values[pair.a].push_back(value);
    values[pair.b].push_back(value);
  }
  std::vector<float> best;
  for (std::vector<float>& of_report : values) best.push_back(usual(std::move(of_report)));
  for (ComparedPair& pair : pairs) {
    float& value = at(pair.measures, Measure::contrast);
    value = std::min(kMost, value / std::max(best[pair.a], best[pair.b]));
  }
}

}  // namespace

std::vector<ComparedPair> compare_all(const std::vector<Portrait>& reports, const Yardstick& yardstick) {
  constexpr double kLeast = 0.06;  // of whole: below it two reports have nothing to do with each other
  std::vector<ComparedPair> pairs;
  for (uint32_t b = 1; b < reports.size(); ++b) {
    for (uint32_t a = 0; a < b; ++a) {
      if (cosine(reports[a].whole, reports[b].whole) >= kLeast)
        pairs.push_back({a, b, compare(reports[a], reports[b], yardstick)});
    }
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const auto& x, const auto& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  set_relative(pairs, reports.size());
  set_company(pairs, reports.size());
  set_contrast(pairs, reports);
  return pairs;
}

}  // namespace dateline
