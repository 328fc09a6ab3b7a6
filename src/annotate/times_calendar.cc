#include "annotate/times_calendar.h"

#include <fmt/format.h>

namespace dateline::times {
namespace {

int floor_div(int a, int b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

Day month_begin(int months) { return to_day(floor_div(months, 12), months - floor_div(months, 12) * 12 + 1, 1); }

// `count` months from month number `months` (year * 12 + month - 1).
Point months_point(Unit grain, int months, int count, int year, int index) {
  return {grain, month_begin(months), month_begin(months + count) - 1, year, index};
}

}  // namespace

Point day_point(Day day) { return {Unit::day, day, day, from_day(day).year, 0}; }

Point week_point(Day any) {
  const Day monday = any - weekday(any);
  const int year = from_day(monday + 3).year;
  const Day jan4 = to_day(year, 1, 4);
  return {Unit::week, monday, monday + 6, year, (monday - (jan4 - weekday(jan4))) / 7 + 1};
}

Point weekend_point(Day any) {
  Point out = week_point(any);
  out.grain = Unit::weekend;
  out.first += 5;
  return out;
}

Point month_point(int year, int month) { return months_point(Unit::month, year * 12 + month - 1, 1, year, month); }
Point quarter_point(int year, int quarter) {
  return months_point(Unit::quarter, year * 12 + (quarter - 1) * 3, 3, year, quarter);
}
Point half_point(int year, int half) { return months_point(Unit::half, year * 12 + (half - 1) * 6, 6, year, half); }
Point season_point(int year, int season) {
  return months_point(Unit::season, year * 12 + 2 + season * 3, 3, year, season);
}
Point year_point(int year) { return months_point(Unit::year, year * 12, 12, year, 0); }
Point decade_point(int decade) { return months_point(Unit::decade, decade * 120, 120, decade * 10, 0); }
Point century_point(int hundreds) { return months_point(Unit::century, hundreds * 1200, 1200, hundreds * 100, 0); }

Point unit_point(Day day, Unit unit, int n) {
  const PartialDate d = from_day(day);
  const int months = d.year * 12 + d.month - 1;
  switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
    case Unit::day: return day_point(unit == Unit::day ? day + n : day);
    case Unit::week: return week_point(day + 7 * n);
    case Unit::weekend: return weekend_point(day + 7 * n);
    case Unit::month: return month_point(floor_div(months + n, 12), months + n - floor_div(months + n, 12) * 12 + 1);
    case Unit::quarter: {
      const int q = floor_div(months, 3) + n;
      return quarter_point(floor_div(q, 4), q - floor_div(q, 4) * 4 + 1);
    }
    case Unit::half: {
      const int h = floor_div(months, 6) + n;
      return half_point(floor_div(h, 2), h - floor_div(h, 2) * 2 + 1);
    }
    case Unit::season: {
      const int s = floor_div(months - 2, 3) + n;
      return season_point(floor_div(s, 4), s - floor_div(s, 4) * 4);
    }
    case Unit::year: return year_point(d.year + n);
    case Unit::decade: return decade_point(d.year / 10 + n);
    case Unit::century: return century_point(d.year / 100 + n);
    case Unit::millennium: return year_point(d.year + 1000 * n);
  }
  return day_point(day);
}

namespace {

Day western_easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return to_day(year, month, day);
}

Day eastern_easter(int year) {
  const int d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int month = (d + e + 114) / 31, day = (d + e + 114) % 31 + 1;
  return to_day(year, month, day) + year / 100 - year / 400 - 2;  // from the Julian calendar's day
}

// Days from the epoch of the Jewish calendar to the new year of its year.
int64_t elapsed_days(int64_t year) {
  const int64_t months = (235 * year - 234) / 19, parts = 12084 + 13753 * months;
  const int64_t day = 29 * months + parts / 25920;
  return day + (3 * (day + 1) % 7 < 3);
}

Day rosh_hashanah(int year) {
  const int64_t y = year + 3761, last = elapsed_days(y - 1), now = elapsed_days(y), next = elapsed_days(y + 1);
  const int64_t put_off = next - now == 356 ? 2 : now - last == 382 ? 1 : 0;
  constexpr int64_t kEpoch = -2092590;  // in days since 1970
  return static_cast<Day>(kEpoch + now + put_off);
}

// The 25th of the third month; the second has 30 days in years of 355 and 385 days, else 29.
Day hanukkah(int year) {
  const Day begin = rosh_hashanah(year), days = rosh_hashanah(year + 1) - begin;
  return begin + 83 + (days % 10 == 5);
}

}  // namespace

Day feast(Feast which, int year) {
  switch (which) {
    case Feast::easter: return western_easter(year);
    case Feast::orthodox_easter: return eastern_easter(year);
    case Feast::rosh_hashanah: return rosh_hashanah(year);
    case Feast::hanukkah: return hanukkah(year);
  }
  return western_easter(year);
}

Day nth_weekday(int year, int month, int day_of_week, int nth) {
  if (nth > 0) {
    const Day first = to_day(year, month, 1);
    return first + (day_of_week - weekday(first) + 7) % 7 + 7 * (nth - 1);
  }
  const Day last = to_day(year, month, days_in_month(year, month));
  return last - (weekday(last) - day_of_week + 7) % 7;
}

std::string value_of(const Point& p) {
  std::string year = p.year > 0 ? fmt::format("{:04}", p.year) : fmt::format("BC{:04}", 1 - p.year);
  switch (p.grain) {
    case Unit::week: return fmt::format("{}-W{:02}", year, p.index);
    case Unit::weekend: return fmt::format("{}-W{:02}-WE", year, p.index);
    case Unit::month: return fmt::format("{}-{:02}", year, p.index);
    case Unit::quarter: return fmt::format("{}-Q{}", year, p.index);
    case Unit::half: return fmt::format("{}-H{}", year, p.index);
    case Unit::season: return fmt::format("{}-{}", year, season_name(p.index));
    case Unit::year: return year;
    case Unit::decade: return fmt::format("{:03}", p.year / 10);
    case Unit::century: return fmt::format("{:02}", p.year / 100);
    default: break;
  }
  const PartialDate d = from_day(p.first);
  return d.year > 0 ? to_string(d) : fmt::format("BC{:04}-{:02}-{:02}", 1 - d.year, d.month, d.day);
}

Edtf edtf_of(const Point& p) {
  switch (p.grain) {
    case Unit::month: return single({static_cast<int16_t>(p.year), static_cast<int8_t>(p.index)});
    case Unit::year: return single({static_cast<int16_t>(p.year)});
    case Unit::week:
    case Unit::weekend: return one_of({p.first, p.last});
    case Unit::quarter:
    case Unit::half:
    case Unit::season: {
      const PartialDate a = from_day(p.first), b = from_day(p.last);
      return interval({a.year, a.month}, {b.year, b.month});
    }
    case Unit::decade:
    case Unit::century: return interval({static_cast<int16_t>(p.year)}, {from_day(p.last).year});
    default: return day_value(p.first);
  }
}

}  // namespace dateline::times
