#include "annotate/times_resolve.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "annotate/times_calendar.h"

namespace dateline::times {
namespace {

using F = Field;

bool has_clock(const Meaning& m) { return m.has(F::hour) || m.has(F::part); }

// One reading against one day on which the report may have been written.
class Locator {
 public:
  Locator(const Meaning& m, const Context& context, std::optional<Day> now) : m_(m), c_(context), now_(now) {}

  bool used_now = false, used_then = false;

  std::optional<Point> point() {
    std::optional<Point> p = named();
    if (p && p->grain == Unit::day && m_.get(F::grain, -1) == static_cast<int>(Unit::week)) p = week_point(p->first);
    return p;
  }

 private:
  std::optional<Point> named() {
    if (m_.has(F::decade)) return decade();
    if (m_.has(F::century)) return century_point(m_[F::century] - 1);
    if (m_.has(F::by) && !m_.has(F::month) && !m_.has(F::weekday) && !m_.has(F::weekend)) return shifted();
    if (m_.has(F::easter) || m_.has(F::nth) || m_.has(F::month) || m_.has(F::season) || m_.has(F::quarter) ||
        m_.has(F::half))
      return part_of_year();
    if (m_.has(F::weekday)) return of_week();
    if (m_.has(F::weekend)) return weekend();
    if (m_.has(F::day)) return day_of_month();
    if (m_.has(F::year)) return year_point(m_[F::year]);
    if (m_.has(F::yearby)) return with_anchor([&](Day d) { return unit_point(d, Unit::year, m_[F::yearby]); });
    if (has_clock(m_)) return clock_day();
    return std::nullopt;
  }

  template <typename Fn>
  std::optional<Point> with_anchor(Fn fn) {
    if (m_.get(F::from, 0) == 1 && c_.then) {
      used_then = true;
      return fn(c_.then->first);
    }
    if (!now_) return std::nullopt;
    used_now = true;
    return fn(m_.get(F::from, 0) == 2 ? topic().first : *now_);
  }

  // The quarter that figures are told of: the one named, else the last that was over.
  Point topic() const { return c_.topic ? *c_.topic : unit_point(*now_, Unit::quarter, -1); }

  std::optional<Point> shifted() {
    const int by = m_[F::by] + (m_[F::by] < 0 ? -1 : 1) * m_.get(F::plus, 0);
    const auto unit = static_cast<Unit>(m_.get(F::byunit, static_cast<int>(Unit::day)));
    const auto grain = static_cast<Unit>(m_.get(F::grain, static_cast<int>(unit)));
    return with_anchor([&](Day d) {
      // "A year earlier" in talk of a quarter's figures is that quarter of the year before.
      if (unit == Unit::year && by == -1 && c_.topic && m_.has(F::n))
        return unit_point(topic().first, Unit::quarter, -4);
      if (unit == Unit::decade && m_.has(F::n)) return unit_point(d, Unit::year, by * 10);  // "a decade ago"
      if (unit != Unit::year || grain >= Unit::year) return unit_point(d, unit, by);
      PartialDate p = from_day(d);  // "a year ago" in talk of quarters, months or days
      const int year = p.year + by;
      return unit_point(to_day(year, p.month, std::min<int>(p.day, days_in_month(year, p.month))), grain, 0);
    });
  }

  std::optional<Point> decade() {
    const int d = m_[F::decade];  // 1980, or 80 for "the '80s", whose century is a custom of news
    return decade_point(d < 100 ? (d < 30 && now_ && from_day(*now_).year > 2030 ? 200 : 190) + d / 10 : d / 10);
  }

  // What the fields name in a given year; nothing for February 30.
  std::optional<Point> in_year(int year) const {
    if (m_.has(F::easter)) return day_point(easter(year) + m_[F::easter]);
    if (m_.has(F::nth))
      return day_point(nth_weekday(year, m_[F::month], m_[F::weekday], m_[F::nth]) + m_.get(F::plus, 0));
    if (m_.has(F::month) && m_.has(F::day)) {
      if (!valid_date(year, m_[F::month], m_[F::day])) return std::nullopt;
      return day_point(to_day(year, m_[F::month], m_[F::day]));
    }
    if (m_.has(F::month)) return month_point(year, m_[F::month]);
    if (m_.has(F::season)) return season_point(year, m_[F::season]);
    if (m_.has(F::quarter)) return quarter_point(year, m_[F::quarter] != 0 ? m_[F::quarter] : now_ ? topic().index : 1);
    return half_point(year, m_[F::half]);
  }

  std::optional<Point> part_of_year() {
    if (m_.has(F::year)) return in_year(m_[F::year]);
    if (m_.has(F::yearby)) {
      int year = 0;
      auto anchor = with_anchor([&](Day d) { return unit_point(d, Unit::year, m_[F::yearby]); });
      if (!anchor) return std::nullopt;
      year = anchor->year;
      return in_year(year);
    }
    if (c_.known_year != 0) {
      used_then = true;
      return in_year(c_.known_year);
    }
    if (!now_) return std::nullopt;
    used_now = true;
    const int year = from_day(*now_).year;
    if (m_.has(F::toward) && m_[F::toward] == 0) return in_year(year);
    std::optional<Point> best;
    double best_cost = 0;
    for (int y = year - 4; y <= year + 4; ++y) {  // four: "February 29"
      auto p = in_year(y);
      if (!p) continue;
      const bool fits_weekday =
          !m_.has(F::weekday) || m_.has(F::nth) || !m_.has(F::day) || weekday(p->first) == m_[F::weekday];
      const double cost = cost_of(*p) + (fits_weekday ? 0 : 5000);
      if (!best || cost < best_cost) {
        best = p;
        best_cost = cost;
      }
    }
    return best;
  }

  // How far a reading lies from the report, in days; the wrong side of it weighs more, as tense or words have it.
  double cost_of(const Point& p) const {
    const int toward = m_.has(F::toward) ? m_[F::toward] : c_.tense;
    // Told without a tense, the past is likelier: it is news.
    const double against = m_.has(F::toward) ? 100 : c_.tense == 0 ? 1.4 : 5;
    if (p.first <= *now_ && *now_ <= p.last) return m_.has(F::toward) && toward != 0 ? 4000 : 0;
    const bool past = p.last < *now_;
    const double days = past ? *now_ - p.last : p.first - *now_;
    const bool wrong = past ? toward > 0 : toward < 0 || (toward == 0 && c_.tense == 0);
    return days * (wrong ? against : 1);
  }

  std::optional<Point> of_week() {
    const int w = m_[F::weekday];
    if (m_.has(F::by)) {  // "Tuesday of last week"
      return with_anchor([&](Day d) { return day_point(unit_point(d, Unit::week, m_[F::by]).first + w); });
    }
    const int toward = m_.has(F::toward) ? m_[F::toward] : 2;
    return with_anchor([&](Day d) {
      const int back = (weekday(d) - w + 7) % 7;  // 0: the same day
      if (toward == -1) return day_point(d - (back == 0 ? 7 : back));
      if (toward == 1) return day_point(d + (back == 0 ? 7 : 7 - back));
      if (c_.tense > 0 || toward == 0) return day_point(back == 0 ? d : d + 7 - back);
      return day_point(d - back);
    });
  }

  // "The weekend" is the one just past from Sunday to Wednesday, unless the words look ahead.
  std::optional<Point> weekend() {
    if (m_.has(F::by)) return with_anchor([&](Day d) { return weekend_point(d + 7 * m_[F::by]); });
    return with_anchor([&](Day d) {
      const bool next = c_.tense > 0 || weekday(d) >= 5;
      return weekend_point(next ? d : d - 7);
    });
  }

  std::optional<Point> day_of_month() {
    return with_anchor([&](Day d) {
      if (m_.has(F::monthby)) {
        const Point month = unit_point(d, Unit::month, m_[F::monthby]);
        return day_point(std::min(month.first + m_[F::day] - 1, month.last));
      }
      std::optional<Point> best;
      for (int i = -1; i <= 1; ++i) {
        const Point month = unit_point(d, Unit::month, i);
        const Point p = day_point(month.first + m_[F::day] - 1);
        if (p.first <= month.last && (!best || cost_of(p) < cost_of(*best))) best = p;
      }
      return best.value_or(day_point(d));
    });
  }

  // A time of day alone is that of the day spoken of, else of the report.
  std::optional<Point> clock_day() {
    if (c_.then && c_.then->grain == Unit::day) {
      used_then = true;
      return day_point(c_.then->first);
    }
    if (!now_) return std::nullopt;
    used_now = true;
    return day_point(*now_);
  }

  const Meaning& m_;
  const Context& c_;
  std::optional<Day> now_;
};

int hour_of(const Meaning& m) {
  int hour = m[F::hour];
  const int part = m.get(F::part, -1);
  const bool afternoon =
      m.get(F::meridiem, -1) == 1 || ((part == 1 || part == 2 || part == 3) && hour != 12 && !m.has(F::meridiem));
  if (hour < 12 && afternoon && !(part == 3 && hour < 5)) hour += 12;
  if (hour == 12 && m.get(F::meridiem, -1) == 0) hour = 0;
  return hour;
}

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

// The value of a date whose year, week or day is open: "XXXX-03-01", "XXXX-WXX-6".
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

// The whole of "June-August" in the year that June was put in; a range over New Year ends in the next.
Edtf month_range(const Point& begin, int last_month) {
  const int last_year = begin.year + (last_month < begin.index);
  return interval({static_cast<int16_t>(begin.year), static_cast<int8_t>(begin.index)},
                  {static_cast<int16_t>(last_year), static_cast<int8_t>(last_month)});
}

Edtf calendar_of(const Meaning& m, const Point& p) {
  if (m.has(F::range) && p.grain == Unit::month) return month_range(p, m[F::range]);
  Edtf out = edtf_of(p);
  if (m.has(F::range) && p.grain == Unit::day && m[F::range] > out.first.day &&
      valid_date(out.first.year, out.first.month, m[F::range])) {
    out.form = EdtfForm::interval;
    out.last.day = static_cast<int8_t>(m[F::range]);
    return out;
  }
  if (p.grain == Unit::day && m.has(F::hour)) {
    out.first.hour = static_cast<int8_t>(hour_of(m) % 24);
    out.first.minute = static_cast<int8_t>(m.get(F::minute, 0));
    out.first.second = static_cast<int8_t>(m.get(F::second, 0));
    out.first.has_zone = m.has(F::zone);
    out.first.zone_minutes = static_cast<int16_t>(m.get(F::zone, 0));
    if (hour_of(m) == 24)
      out = edtf_of(day_point(p.first + 1)), out.first.hour = out.first.minute = out.first.second = 0;
    out.last = out.first;
  }
  const bool approximate = m.has(F::mod) && mod_name(m[F::mod]) == "APPROX";
  out.approximate = approximate && out.form != EdtfForm::one_of;
  return out;
}

// "Early July", "mid-2023", "the end of the month" in numbers: the third of the stretch that is meant.
Edtf narrowed(const Meaning& m, const Point& p, Edtf whole) {
  if (!m.has(F::mod) || m.has(F::range) || p.grain < Unit::month || p.grain > Unit::decade) return whole;
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

TimexType type_of(const Meaning& m) {
  const auto type = static_cast<TimexType>(m.get(F::type, 0));
  if (type != TimexType::DATE || !has_clock(m)) return type;
  return TimexType::TIME;
}

Resolved resolve(const Meaning& given, const Context& context) {
  Resolved out;
  Meaning m = given;
  if (m.get(F::type, 0) == 0 && m.has(F::year) && m.has(F::n)) {  // "nineteen" "ninety" "six"
    m[F::year] = static_cast<int16_t>(m[F::year] + m[F::n] + m.get(F::plus, 0));
    m[F::n] = m[F::plus] = kUnset;
  }
  if (m.has(F::ref)) {
    out.value = ref_name(m[F::ref]);
    return out;
  }
  const TimexType type = static_cast<TimexType>(m.get(F::type, 0));
  if (type == TimexType::DURATION) {
    out.value = Label(duration_value(m, false));
    return out;
  }
  if (type == TimexType::SET) {
    out.value = Label(set_value(m));
    return out;
  }
  if (m.has(F::by) && (m[F::by] == kUnknownBack || m[F::by] == -1 * kUnknownBack)) {
    out.value = m[F::by] < 0 ? "PAST_REF" : "FUTURE_REF";
    return out;
  }
  // Where only the report's earliest day is known, month and day without a year still mean the nearest before it.
  const bool yearless = m.has(F::month) && !m.has(F::by) && !m.has(F::toward) && !m.has(F::yearby);
  const bool known = context.now.bounded() || (context.now.first != kOpenBegin && yearless);
  Locator locator(m, context, known ? std::optional(context.now.first) : std::nullopt);
  const std::optional<Point> p = locator.point();
  if (!p) {
    out.value = Label(open_value(m) + clock_suffix(m));
    return out;
  }
  out.point = p;
  out.anchored = locator.used_now || locator.used_then;
  out.from_then = locator.used_then;
  out.value = Label(value_of(*p) + clock_suffix(m));
  out.edtf = narrowed(m, *p, calendar_of(m, *p));
  if (!locator.used_now || context.now.first == context.now.last || !context.now.bounded()) return out;
  const std::optional<Point> q = Locator(m, context, context.now.last).point();
  if (!q || (q->first == p->first && q->last == p->last)) return out;
  // The report's date is not known to the day, and it matters: the value stays open, the interval covers both.
  out.value = Label(open_value(m) + clock_suffix(m));
  out.edtf = one_of({std::min(p->first, q->first), std::max(p->last, q->last)});
  if (q->first < p->first || q->first - p->first > 400) out.point.reset();
  return out;
}

}  // namespace dateline::times
