#include "annotate/times_locate.h"

#include <algorithm>
#include <cstdlib>

#include "annotate/times_calendar.h"

namespace dateline::times {
namespace {

using F = Field;

bool has_clock(const Meaning& m) { return m.has(F::hour) || m.has(F::part); }

// One reading against one day on which the report may have been written.
class Locator {
 public:
  Locator(const Meaning& m, const Context& context, std::optional<Day> now) : m_(m), c_(context), now_(now) {}

  Located run() {
    out_.point = point();
    return out_;
  }

 private:
  std::optional<Point> point() {
    std::optional<Point> p = named();
    if (p && p->grain == Unit::day && m_.get(F::grain, -1) == static_cast<int>(Unit::week)) p = week_point(p->first);
    return p;
  }

  std::optional<Point> named() {
    if (m_.has(F::decade)) return decade();
    if (m_.has(F::century))  // "19th century", or "1800s"
      return century_point(m_[F::century] >= 100 ? m_[F::century] / 100 : m_[F::century] - 1);
    if (m_.has(F::by) && !m_.has(F::month) && !m_.has(F::weekday) && !m_.has(F::weekend)) return shifted();
    if (m_.has(F::easter) || m_.has(F::nth) || m_.has(F::month) || m_.has(F::season) || m_.has(F::quarter) ||
        m_.has(F::half))
      return part_of_year();
    if (m_.has(F::weekday)) return of_week();
    if (m_.has(F::weekend)) return weekend();
    if (m_.has(F::day)) return day_of_month();
    if (m_.has(F::year)) return year_point(year_told());
    if (m_.has(F::yearby)) return with_anchor([&](Day d) { return unit_point(d, Unit::year, m_[F::yearby]); });
    if (has_clock(m_)) return clock_day();
    return std::nullopt;
  }

  template <typename Fn>
  std::optional<Point> with_anchor(Fn fn) {
    if (m_.get(F::from, 0) == 1 && c_.then) {
      out_.used_then = true;
      return fn(c_.then->first);
    }
    if (!now_) return std::nullopt;
    out_.used_now = true;
    return fn(m_.get(F::from, 0) == 2 ? topic().first : *now_);
  }

  // The quarter that figures are told of: the one named, else the last that was over.
  Point topic() const { return c_.topic ? *c_.topic : unit_point(*now_, Unit::quarter, -1); }

  // "The same period a year earlier": that month, quarter or half of the year before.
  Point a_year_before(const Point& p) const {
    const PartialDate d = from_day(p.first);
    return unit_point(to_day(d.year - 1, d.month, d.day), p.grain, 0);
  }

  std::optional<Point> shifted() {
    if (m_.get(F::from, 0) == 3 && (c_.period || now_)) {
      const bool then = c_.period && (!c_.topic || !now_);
      (then ? out_.used_then : out_.used_now) = true;
      return a_year_before(then ? *c_.period : topic());
    }
    const int by = m_[F::by] + (m_[F::by] < 0 ? -1 : 1) * m_.get(F::plus, 0);
    const auto unit = static_cast<Unit>(m_.get(F::byunit, static_cast<int>(Unit::day)));
    const auto grain = static_cast<Unit>(m_.get(F::grain, static_cast<int>(unit)));
    return with_anchor([&](Day d) {
      if (m_.get(F::tenths, 0) % 10 == 5 && unit == Unit::year)  // "a year and a half ago"
        return unit_point(d, Unit::month, by * 12 + (m_[F::by] < 0 ? -6 : 6));
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

  // Astronomical: the year before AD 1 is 0.
  int year_told() const { return m_[F::year] + (m_[F::year] < 0 ? 1 : 0); }

  // What the fields name in a given year; nothing for February 30.
  std::optional<Point> in_year(int year) const {
    if (m_.has(F::easter)) return day_point(feast(static_cast<Feast>(m_.get(F::feast, 0)), year) + m_[F::easter]);
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
    if (m_.has(F::year)) return in_year(year_told());
    if (m_.has(F::yearby)) {
      int year = 0;
      auto anchor = with_anchor([&](Day d) { return unit_point(d, Unit::year, m_[F::yearby]); });
      if (!anchor) return std::nullopt;
      year = anchor->year;
      return in_year(year);
    }
    if (c_.known_year != 0) {
      out_.used_then = true;
      return in_year(c_.known_year);
    }
    if (!now_) return std::nullopt;
    out_.used_now = true;
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
    const double against = m_.has(F::toward) ? 100 : c_.tense == 0 ? 2.5 : 5;
    if (p.first <= *now_ && *now_ <= p.last) return m_.has(F::toward) && toward != 0 ? 4000 : 0;
    const bool past = p.last < *now_;
    const double days = past ? *now_ - p.last : p.first - *now_;
    const bool wrong = past ? toward > 0 : toward < 0 || (toward == 0 && c_.tense == 0);
    return days * (wrong ? against : 1);
  }

  std::optional<Point> of_week() {
    const int w = m_[F::weekday];
    if (m_.has(F::by) && m_.get(F::byunit, -1) == static_cast<int>(Unit::day)) {
      // "Yesterday, Wednesday" of a report that came out on another day than it was written: the weekday holds.
      return with_anchor([&](Day d) {
        const int off = (w - weekday(d + m_[F::by]) + 7) % 7;
        return day_point(d + m_[F::by] + (off > 3 ? off - 7 : off));
      });
    }
    if (m_.has(F::by)) {  // "Tuesday of last week"
      return with_anchor([&](Day d) { return day_point(unit_point(d, Unit::week, m_[F::by]).first + w); });
    }
    const int toward = m_.has(F::toward) ? m_[F::toward] : 2;
    return with_anchor([&](Day d) {
      const int back = (weekday(d) - w + 7) % 7;  // 0: the same day
      if (toward == -1) return day_point(d - (back == 0 ? 7 : back));
      if (toward == 1) return day_point(d + (back == 0 ? 7 : 7 - back));
      if (c_.tense > 0 || toward == 0) return day_point(back == 0 ? d : d + 7 - back);
      // "Early Sunday", in a report dated Saturday: it was put out anew in the night. Six days ago is hardly "early",
      // and hardly what a report begins with.
      const bool early = m_.has(F::mod) && mod_name(m_[F::mod]) == "START";
      if (back == 6 && toward == 2 && (early || c_.next_weekday == w)) return day_point(d + 1);
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
      out_.used_then = true;
      return day_point(c_.then->first);
    }
    if (!now_) return std::nullopt;
    out_.used_now = true;
    return day_point(*now_);
  }

  const Meaning& m_;
  const Context& c_;
  std::optional<Day> now_;
  Located out_;
};

}  // namespace

Located locate(const Meaning& m, const Context& context, std::optional<Day> now) {
  return Locator(m, context, now).run();
}

}  // namespace dateline::times
