#include "annotate/times_value.h"

#include <fmt/format.h>

#include "annotate/times_calendar.h"

namespace dateline::times {
namespace {

using F = Field;

int hour_of(const Meaning& m) {
  int hour = m[F::hour];
  const int part = m.get(F::part, -1);
  const bool afternoon =
      m.get(F::meridiem, -1) == 1 || ((part == 1 || part == 2 || part == 3) && hour != 12 && !m.has(F::meridiem));
  if (hour < 12 && afternoon && !(part == 3 && hour < 5)) hour += 12;
  if (hour == 12 && m.get(F::meridiem, -1) == 0) hour = 0;
  return hour;
}

// The whole of "June-August" in the year that June was put in; a range over New Year ends in the next.
Edtf month_range(const Point& begin, int last_month) {
  const int last_year = begin.year + (last_month < begin.index);
  return interval({static_cast<int16_t>(begin.year), static_cast<int8_t>(begin.index)},
                  {static_cast<int16_t>(last_year), static_cast<int8_t>(last_month)});
}

// "2015-16", "1998-2003".
Edtf year_range(const Point& begin, int last) {
  if (last >= 0 && last < 100) last += begin.year / 100 * 100;
  if (last < begin.year) return edtf_of(begin);
  return interval({static_cast<int16_t>(begin.year)}, {static_cast<int16_t>(last)});
}

Edtf whole_of(const Meaning& m, const Point& p) {
  if (m.has(F::range) && p.grain == Unit::month) return month_range(p, m[F::range]);
  if (m.has(F::range) && p.grain == Unit::year) return year_range(p, m[F::range]);
  Edtf out = edtf_of(p);
  if (m.has(F::range) && p.grain == Unit::day && m[F::range] > out.first.day &&
      valid_date(out.first.year, out.first.month, m[F::range])) {
    out.form = EdtfForm::interval;
    out.last.day = static_cast<int8_t>(m[F::range]);
    return out;
  }
  // "Just after midnight on Friday": midnight parts two days, and news means either; the day is the one that is named.
  if (p.grain == Unit::day && m.has(F::hour) && hour_of(m) < 24) {
    out.first.hour = static_cast<int8_t>(hour_of(m));
    out.first.minute = static_cast<int8_t>(m.get(F::minute, 0));
    out.first.second = static_cast<int8_t>(m.get(F::second, 0));
    out.first.has_zone = m.has(F::zone);
    out.first.zone_minutes = static_cast<int16_t>(m.get(F::zone, 0));
    out.last = out.first;
  }
  const bool approximate = m.has(F::mod) && mod_name(m[F::mod]) == "APPROX";
  out.approximate = approximate && out.form != EdtfForm::one_of;
  return out;
}

// "Early July", "mid-2023", "the end of the month" in numbers: the third of the stretch that is meant.
Edtf narrowed(const Meaning& m, const Point& p, Edtf whole) {
  if (!m.has(F::mod) || m.has(F::range) || p.grain < Unit::month || p.grain > Unit::century) return whole;
  const int size = p.last - p.first + 1, third = size / 3;
  DayRange days{p.first, p.last};
  if (mod_name(m[F::mod]) == "START")
    days.last = p.first + third;
  else if (mod_name(m[F::mod]) == "END")
    days.first = p.last - third;
  else if (mod_name(m[F::mod]) == "MID")
    days = {p.first + third, p.last - third};
  else
    return whole;
  return one_of(days);
}

}  // namespace

std::string clock_suffix(const Meaning& m) {
  if (m.has(F::hour)) {
    std::string out = fmt::format("T{:02}:{:02}", hour_of(m), m.get(F::minute, 0));
    if (m.has(F::second)) out += fmt::format(":{:02}", m.get(F::second, 0));
    if (m.get(F::zone, -1) == 0) out += 'Z';  // other zones TimeML leaves out
    return out;
  }
  if (m.has(F::part)) return fmt::format("T{}", part_name(m[F::part]));
  return "";
}

std::string open_value(const Meaning& m) {
  const std::string year = m.has(F::year) ? fmt::format("{:04}", m.get(F::year, 0)) : "XXXX";
  if (m.has(F::month) && m.has(F::day)) return year + fmt::format("-{:02}-{:02}", m.get(F::month, 0), m.get(F::day, 0));
  if (m.has(F::nth) || m.has(F::easter)) return year + "-XX-XX";
  if (m.has(F::month)) return year + fmt::format("-{:02}", m.get(F::month, 0));
  if (m.has(F::season)) return fmt::format("{}-{}", year, season_name(m[F::season]));
  if (m.has(F::quarter)) return year + fmt::format("-Q{}", m.get(F::quarter, 0));
  if (m.has(F::half)) return year + fmt::format("-H{}", m.get(F::half, 0));
  if (m.has(F::weekday)) return year + fmt::format("-WXX-{}", m.get(F::weekday, 0) + 1);
  if (m.has(F::weekend)) return year + "-WXX-WE";
  if (m.has(F::day)) return year + fmt::format("-XX-{:02}", m.get(F::day, 0));
  if (!m.has(F::by)) return m.has(F::yearby) ? "XXXX" : "XXXX-XX-XX";
  switch (static_cast<Unit>(m.get(F::byunit, 3))) {
    case Unit::week: return "XXXX-WXX";
    case Unit::weekend: return "XXXX-WXX-WE";
    case Unit::month: return "XXXX-XX";
    case Unit::quarter: return "XXXX-QX";
    case Unit::season:
    case Unit::half:
    case Unit::year: return "XXXX";
    case Unit::decade: return "XXX";
    case Unit::century: return "XX";
    default: return "XXXX-XX-XX";
  }
}

std::string duration_value(const Meaning& m, bool of_set) {
  static constexpr std::string_view kLetters[] = {"S", "M", "H", "D", "D", "W", "M", "Q", "Y", "M", "Y", "E", "C", "L"};
  auto unit = static_cast<Unit>(m.get(of_set && m.has(F::every) ? F::every : F::unit, 3));
  int n = m.get(F::n, 1), factor = 1, tenths = m.get(F::tenths, 0);
  if (n != -1) n += tenths / 10 + m.get(F::plus, 0);
  tenths %= 10;
  if (unit == Unit::weekend) factor = 2;
  if (unit == Unit::season) factor = 3;
  if (unit == Unit::half) factor = 6, unit = Unit::month;
  if (unit == Unit::decade && n != -1) factor = 10, unit = Unit::year;
  if (unit == Unit::century && n != -1) factor = 100, unit = Unit::year;
  if (unit == Unit::millennium && n != -1) factor = 1000, unit = Unit::year;
  const std::string_view letter = kLetters[static_cast<size_t>(unit)], time = unit <= Unit::hour ? "T" : "";
  if (n == -1) return fmt::format("P{}X{}", time, letter);
  if (tenths == 5 && unit == Unit::year) return fmt::format("P{}Y6M", n);
  if (tenths == 5 && unit == Unit::hour) return fmt::format("PT{}H30M", n);
  if (tenths == 5 && unit == Unit::minute) return fmt::format("PT{}M30S", n);
  if (tenths != 0) return fmt::format("P{}{}.{}{}", time, n * factor, tenths, letter);
  return fmt::format("P{}{}{}", time, n * factor, letter);
}

std::string set_value(const Meaning& m) {
  if (m.has(F::weekday) && !m.has(F::every))
    return fmt::format("XXXX-WXX-{}", m.get(F::weekday, 0) + 1) + clock_suffix(m);
  if (m.has(F::month) || m.has(F::season) || m.has(F::quarter)) return open_value(m);
  if (m.has(F::part) && !m.has(F::every)) return "XXXX-XX-XX" + clock_suffix(m);
  return duration_value(m, true);
}

Edtf calendar_of(const Meaning& m, const Point& point) { return narrowed(m, point, whole_of(m, point)); }

}  // namespace dateline::times
