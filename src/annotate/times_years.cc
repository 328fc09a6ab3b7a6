#include "annotate/times_years.h"

#include <algorithm>
#include <climits>
#include <cstdlib>

#include "annotate/times_calendar.h"
#include "base/strings.h"

namespace dateline::times {
namespace {

using F = Field;

constexpr int kAside = 3;         // years off the story
constexpr size_t kComesBack = 4;  // years told, within which the story goes on where it was

// The month in which it begins; 0 if it is no month and no season.
int month_of(const Meaning& m) {
  if (m.has(F::month)) return m[F::month];
  return m.has(F::season) ? 3 + 3 * m[F::season] : 0;
}

}  // namespace

KnownYears::KnownYears(const std::vector<Meaning>& meanings) {
  for (const Meaning& m : meanings) {
    if (m.has(F::year) && m.has(F::month) && m.has(F::day))
      days_.emplace_back(m[F::month] * 32 + m[F::day], m[F::year]);
  }
  std::sort(days_.begin(), days_.end());
}

int KnownYears::year_of(const Meaning& m) const {
  if (!m.has(F::month) || !m.has(F::day)) return 0;
  const int key = m[F::month] * 32 + m[F::day];
  auto first = std::lower_bound(days_.begin(), days_.end(), std::pair{key, INT_MIN});
  if (first == days_.end() || first->first != key) return 0;
  for (auto i = first; i != days_.end() && i->first == key; ++i) {
    if (i->second != first->second) return 0;
  }
  return first->second;
}

std::vector<bool> share_years(const Signals& signals, const Document& doc, std::vector<Meaning>& meanings) {
  std::vector<bool> shared(meanings.size(), false);
  for (size_t i = meanings.size(); i-- > 1;) {
    Meaning& m = meanings[i - 1];
    const Meaning& next = meanings[i];
    const bool open = month_of(m) != 0 && !m.has(F::year) && !m.has(F::yearby) && !m.has(F::toward);
    if (!open || !next.has(F::year) || month_of(next) == 0 || m.has(F::day) != next.has(F::day)) continue;
    const std::string_view link = trim(Span{doc.times[i - 1].span.end, doc.times[i].span.begin}.of(doc.text));
    if (link != "/" && !signals.is_range(link) && !signals.is(link, signals.join)) continue;
    m[F::year] = static_cast<int16_t>(next[F::year] - (month_of(m) > month_of(next)));
    shared[i - 1] = true;
  }
  return shared;
}

bool is_narrative(const std::vector<Meaning>& meanings, DayRange published) {
  const int year = published.bounded() ? from_day(published.last).year : INT_MAX;
  int dated = 0, spoken = 0, recent = 0;
  for (const Meaning& m : meanings) {
    const bool from_now = m.has(F::by) && m.get(F::from, 0) == 0;
    if (from_now || (m.has(F::weekday) && !m.has(F::day))) ++spoken;
    if (m.has(F::year)) ++(m[F::year] <= year - 2 ? dated : recent);
  }
  return dated >= 5 && dated > 3 * spoken + recent;
}

StoryYears::StoryYears(const std::vector<Meaning>& meanings) : aside(meanings.size(), false), next(meanings.size()) {
  std::vector<size_t> told;
  for (size_t i = 0; i < meanings.size(); ++i) {
    if (meanings[i].has(F::year)) told.push_back(i);
  }
  const auto year = [&](size_t k) { return int{meanings[told[k]][F::year]}; };
  for (size_t k = 1, story = 0; k < told.size(); ++k) {
    const bool off = std::abs(year(k) - year(story)) >= kAside;
    bool back = false;
    for (size_t j = k + 1; off && j < told.size() && j <= k + kComesBack; ++j)
      back |= std::abs(year(j) - year(story)) < kAside;
    if (off && back)
      aside[told[k]] = true;
    else
      story = k;
  }
  int after = INT_MAX;
  for (size_t i = meanings.size(); i-- > 0;) {
    next[i] = after;
    if (meanings[i].has(F::year) && !aside[i]) after = meanings[i][F::year];
  }
}

int year_after(const Meaning& m, const Point& before, int not_after) {
  const PartialDate d = from_day(before.first);
  const bool turns = d.month - month_of(m) > 3 && before.grain <= Unit::month;
  return turns && d.year + 1 <= std::max(not_after, int{d.year}) ? d.year + 1 : d.year;
}

}  // namespace dateline::times
