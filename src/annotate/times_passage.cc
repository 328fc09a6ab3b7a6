#include "annotate/times_passage.h"

#include <algorithm>
#include <cstdlib>

#include "annotate/times_calendar.h"
#include "annotate/times_years.h"
#include "base/strings.h"
#include "text/near.h"

namespace dateline::times {
namespace {

using F = Field;

// "Monday, March 4"; not the fourth Thursday of November, whose words need not name it.
int8_t named_weekday(const Meaning& m) {
  return m.has(F::weekday) && !m.has(F::nth) ? static_cast<int8_t>(m[F::weekday]) : int8_t{-1};
}

int8_t days_from_now(const Meaning& m) {
  const int by = m.get(F::by, Timex::kNotFromNow);
  const bool days = m.get(F::byunit, -1) == static_cast<int>(times::Unit::day) && m.get(F::from, 0) == 0;
  return days && std::abs(by) < Timex::kNotFromNow ? static_cast<int8_t>(by) : Timex::kNotFromNow;
}

// Figures are told of a quarter that is not long over.
bool may_be_topic(const Point& quarter, DayRange published) {
  constexpr Day kLongOver = 500;
  return quarter.first <= published.last && (!published.bounded() || quarter.first > published.last - kLongOver);
}

// Whether a time of day comes with its day.
bool names_day(const Meaning& m) {
  return m.has(F::day) || m.has(F::weekday) || m.has(F::month) || m.has(F::by) || m.has(F::year);
}

// What stands before or between dates widens their interval: "since June", "until Wednesday", "between June and
// August".
void read_signals(const Signals& signals, Document& doc) {
  for (size_t i = 0; i < doc.times.size(); ++i) {
    Timex& t = doc.times[i];
    if (!t.edtf.known() || t.edtf.form == EdtfForm::one_of) continue;
    const std::string before = word_before(doc.text, t.span.begin);
    const bool between = signals.is(before, signals.between);
    if (i + 1 < doc.times.size() && (between || signals.is(before, signals.from))) {
      Timex& u = doc.times[i + 1];
      const std::string_view link = trim(Span{t.span.end, u.span.begin}.of(doc.text));
      const bool joined = between ? signals.is(link, signals.join) : signals.is_range(link);
      if (joined && u.edtf.known() && days_of(t.edtf).first <= days_of(u.edtf).last) {
        t.edtf = u.edtf = interval(t.edtf.first, u.edtf.last);
        ++i;
        continue;
      }
    }
    if (t.edtf.form != EdtfForm::single) continue;
    if (signals.is(before, signals.since)) {
      t.edtf.form = EdtfForm::interval;
      t.edtf.open_end = true;
    } else if (signals.is(before, signals.until)) {
      t.edtf.form = EdtfForm::interval;
      t.edtf.open_begin = true;
    }
  }
}

// The first lines of the body.
Span opening_of(const Document& doc) {
  constexpr uint32_t kOpening = 700;  // bytes
  for (const Section& section : doc.sections) {
    if (section.kind == SectionKind::body) return {section.span.begin, section.span.begin + kOpening};
  }
  return {};
}

bool is_next_day(const Meaning& m, DayRange published) {
  return published.bounded() && published.first == published.last &&
         m[F::weekday] == (weekday(published.first) + 1) % 7;
}

// The clock of `m` on the day of `named`.
Meaning clock_on(const Meaning& m, Meaning named) {
  for (F f : {F::hour, F::minute, F::second, F::meridiem, F::part, F::zone}) named[f] = m[f];
  return named;
}

// "(1500 GMT) on Monday", "(1500 GMT), Monday": what closes the brackets and leads to the day.
bool closes(std::string_view link) {
  constexpr size_t kShort = 3;
  if (!link.starts_with(')')) return false;
  link = trim(link.substr(1));
  if (link.starts_with(',')) link = trim(link.substr(1));
  return link.size() <= kShort;
}

// "From 9 a.m. to 5 p.m. on Monday", "at 6 p.m. (1500 GMT) on Monday": the first clock is that day's, too.
void share_days(const Signals& signals, const Document& doc, std::vector<Meaning>& meanings) {
  const auto link = [&](size_t i) {
    return trim(Span{doc.times[i].span.end, doc.times[i + 1].span.begin}.of(doc.text));
  };
  const auto bare_clock = [&](size_t i) { return meanings[i].has(F::hour) && !names_day(meanings[i]); };
  for (size_t i = 0; i + 1 < meanings.size(); ++i) {
    if (!bare_clock(i)) continue;
    const Meaning& next = meanings[i + 1];
    if (next.has(F::hour) && names_day(next) && signals.is_range(link(i))) {
      meanings[i] = clock_on(meanings[i], next);
    } else if (i + 2 < meanings.size() && bare_clock(i + 1) && link(i) == "(" && names_day(meanings[i + 2]) &&
               !meanings[i + 2].has(F::hour) && closes(link(i + 1))) {
      for (size_t k : {i, i + 1}) meanings[k] = clock_on(meanings[k], meanings[i + 2]);
    }
  }
}

}  // namespace

std::vector<Basis> resolve_all(const Signals& signals, const TenseReader& tense, std::vector<Meaning>& meanings,
                               bool with_date, Document& doc) {
  std::vector<Basis> bases(meanings.size());
  const KnownYears years(meanings);
  share_days(signals, doc, meanings);
  const std::vector<bool> shared = share_years(signals, doc, meanings);
  const bool narrative = is_narrative(meanings, with_date ? days_of(doc.published.value) : DayRange{});
  const StoryYears told(meanings);
  const DayRange published = with_date ? days_of(doc.published.value) : DayRange{};
  std::optional<Point> last, last_day, quarter, period, story;
  int32_t last_at = kNone, last_day_at = kNone;
  const Span opening = opening_of(doc);
  size_t section = 0;
  int next_weekday = -1;  // of reports whose first day it is, told as past: written a day later, or further east
  bool first_seen = false;
  for (size_t i = 0; i < meanings.size(); ++i) {
    Timex& t = doc.times[i];
    const Meaning& m = meanings[i];
    while (section + 1 < doc.sections.size() && doc.sections[section].span.end <= t.span.begin) {
      ++section;
      if (doc.sections[section].kind != SectionKind::body) last.reset(), last_day.reset();
    }
    Context context;
    context.now = published;
    if (with_date && section < doc.sections.size() && doc.sections[section].kind == SectionKind::comment &&
        doc.sections[section].posted.known()) {
      context.now = days_of(doc.sections[section].posted);
    }
    const bool fine =
        m.has(F::by) ? m.get(F::byunit, 3) <= static_cast<int>(times::Unit::day) : m.has(F::hour) || m.has(F::part);
    context.then = fine ? last_day : last;
    context.topic = quarter;
    context.period = period;
    context.known_year = m.has(F::year) ? 0 : years.year_of(m);
    // A weekday that is told without its date is still the report's own; after a bare year it could be any.
    const bool bare_weekday = m.has(F::weekday) && !m.has(F::month) && !m.has(F::day) && m.get(F::from, 0) == 0;
    const bool weekday_of_now = bare_weekday && (published.bounded() || opening.contains(t.span) ||
                                                 (story && story->grain != times::Unit::day));
    const bool carried = narrative && story && !m.has(F::year) && !weekday_of_now;
    if (carried) {
      if ((m.has(F::month) || m.has(F::season)) && !m.has(F::toward) && !m.has(F::yearby) && context.known_year == 0)
        context.known_year = year_after(m, *story, told.next[i]);
      context.now = {story->first, story->first};
    }
    const bool asks = with_date && !m.has(F::toward) &&
                      (m.has(F::month) || m.has(F::weekday) || m.has(F::weekend) || m.has(F::quarter) ||
                       m.has(F::half) || m.has(F::season) || m.has(F::day));
    if (asks) context.tense = tense.at(doc, t.span);
    if (bare_weekday && asks && !first_seen && context.tense <= 0 && opening.contains(t.span) &&
        is_next_day(m, published))
      next_weekday = m[F::weekday];
    first_seen |= bare_weekday;
    context.next_weekday = next_weekday;
    bases[i] = {asks, context.tense, context.known_year != 0 && !carried, shared[i], carried};
    const Resolved r = resolve(m, context);
    t.type = type_of(m);
    t.value = r.value;
    t.mod = m.has(F::mod) ? Label(mod_name(m[F::mod])) : Label();
    t.weekday = named_weekday(m);
    t.from_now = days_from_now(m);
    t.edtf = r.edtf;
    t.anchored = r.anchored;
    t.anchor = r.from_then ? (fine ? last_day_at : last_at) : kNone;
    if (!r.point) continue;
    if ((m.has(F::year) ? !told.aside[i] : carried) && r.point->grain <= times::Unit::year) story = r.point;
    if (r.point->grain == times::Unit::quarter && !quarter && may_be_topic(*r.point, published)) quarter = r.point;
    if (r.point->grain >= times::Unit::month && r.point->grain <= times::Unit::half) period = r.point;
    last = r.point;
    last_at = static_cast<int32_t>(i);
    if (r.point->grain == times::Unit::day) last_day = r.point, last_day_at = last_at;
  }
  read_signals(signals, doc);
  return bases;
}

}  // namespace dateline::times
