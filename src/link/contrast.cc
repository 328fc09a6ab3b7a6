#include "link/contrast.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr size_t kLeast = 3;     // reports of a group
constexpr double kOpen = 0.5;    // share of a group's reports that open with one of its own words,
constexpr double kTell = 0.7;    // of those that give it anywhere,
constexpr double kOthers = 0.1;  // and of the other group's that may
constexpr double kWeight = 0.1;  // log-odds per unit of rarity,
constexpr double kMost = 2;      // and all that this may count

}  // namespace

double Contrast::between(std::span<const uint32_t> a, std::span<const uint32_t> b) const {
  if (std::min(a.size(), b.size()) < kLeast) return 0;
  const double own = own_words(a, b);
  return own > 0 ? std::min(kMost, kWeight * std::min(own, own_words(b, a))) : 0;
}

// The rarity (idf) of all words that nearly all of a group and hardly any of the other give.
double Contrast::own_words(std::span<const uint32_t> group, std::span<const uint32_t> other) const {
  std::vector<std::pair<uint32_t, float>> words;
  for (uint32_t i : group)
    words.insert(words.end(), (*reports_)[i].opening_words.begin(), (*reports_)[i].opening_words.end());
  std::sort(words.begin(), words.end());
  double rarity = 0;
  for (auto at = words.begin(), end = at; at != words.end(); at = end) {
    end = std::find_if(at, words.end(), [&](const auto& word) { return word.first != at->first; });
    if (static_cast<double>(end - at) < kOpen * static_cast<double>(group.size())) continue;
    if (static_cast<double>(tell(group, at->first)) < kTell * static_cast<double>(group.size())) continue;
    if (static_cast<double>(tell(other, at->first)) <= kOthers * static_cast<double>(other.size()))
      rarity += at->second;
  }
  return rarity;
}

size_t Contrast::tell(std::span<const uint32_t> group, uint32_t word) const {
  return static_cast<size_t>(std::count_if(group.begin(), group.end(), [&](uint32_t i) {
    const std::vector<uint32_t>& all = (*reports_)[i].all_words;
    return std::binary_search(all.begin(), all.end(), word);
  }));
}

}  // namespace dateline
