#include "resolve/date_clues.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/strings.h"

namespace dateline {
namespace {

int number_at(std::string_view text, size_t at, size_t size) {
  int value = -1;
  if (at + size > text.size()) return -1;
  auto [end, error] = std::from_chars(text.data() + at, text.data() + at + size, value);
  return error == std::errc{} && end == text.data() + at + size ? value : -1;
}

}  // namespace

bool month_day(std::string_view value, int& month, int& day) {
  if (!value.starts_with("XXXX-") || value.size() < 10 || value[7] != '-') return false;
  month = number_at(value, 5, 2);
  day = number_at(value, 8, 2);
  return month > 0 && day > 0;
}

Day placed_in_year(int month, int day, int weekday_named, Day before) {
  const int year = from_day(before).year;
  Day best = 0;
  int best_cost = INT32_MAX;
  for (int y = year - 1; y <= year + 2; ++y) {
    if (!valid_date(y, month, day)) continue;
    const Day d = to_day(y, month, day);
    int cost = d >= before ? d - before : 2 * (before - d) + 30;
    if (weekday_named >= 0 && weekday(d) != weekday_named) cost += 3000;
    if (cost < best_cost) best_cost = cost, best = d;
  }
  return best;
}

Day nearest_year(int month, int day, Day to) {
  const int year = from_day(to).year;
  Day best = kOpenBegin;
  for (int y = year - 1; y <= year + 1; ++y) {
    if (!valid_date(y, month, day)) continue;
    const Day d = to_day(y, month, day);
    if (best == kOpenBegin || std::abs(d - to) < std::abs(best - to)) best = d;
  }
  return best;
}

bool date_in_url(std::string_view url, const std::vector<std::string_view>& months, Day& out) {
  if (!url.starts_with("http")) return false;  // a folder's name tells nothing of publication
  for (size_t i = 0; i + 10 <= url.size(); ++i) {
    if (i > 0 && is_digit(url[i - 1])) continue;
    const int year = number_at(url, i, 4);
    if (year < 1990 || year > 2100 || (url[i + 4] != '/' && url[i + 4] != '-')) continue;
    int month = number_at(url, i + 5, 2);
    size_t next = i + 7;
    if (month < 0 && i + 11 <= url.size()) {
      const std::string name = ascii_lower(url.substr(i + 5, 3));
      const auto found = std::find(months.begin(), months.end(), name);
      month = found == months.end() ? -1 : static_cast<int>(found - months.begin()) + 1;
      next = i + 8;
    }
    if (next >= url.size() || url[next] != url[i + 4]) continue;
    const int day = number_at(url, next + 1, 2);
    if (month < 1 || day < 1 || !valid_date(year, month, day)) continue;
    out = to_day(year, month, day);
    return true;
  }
  return false;
}

int year_of_rights(std::string_view text, const std::vector<std::string_view>& marks) {
  constexpr size_t kNear = 16;
  const std::string lower = ascii_lower(text);
  int latest = 0;
  for (std::string_view mark : marks) {
    for (size_t at = lower.find(mark); at != std::string::npos; at = lower.find(mark, at + 1)) {
      const size_t from = at + mark.size();
      for (size_t i = from; i < from + kNear && i + 4 <= lower.size() && lower[i] != '\n'; ++i) {
        const int year = number_at(lower, i, 4);
        const bool whole = !is_digit(lower[i - 1]) && (i + 4 == lower.size() || !is_digit(lower[i + 4]));
        if (whole && year >= 1990 && year <= 2100) latest = std::max(latest, year);
      }
    }
  }
  return latest;
}

}  // namespace dateline
