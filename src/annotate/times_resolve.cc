#include "annotate/times_resolve.h"

#include <algorithm>

#include "annotate/times_calendar.h"
#include "annotate/times_locate.h"
#include "annotate/times_value.h"

namespace dateline::times {
using F = Field;

TimexType type_of(const Meaning& m) {
  const auto type = static_cast<TimexType>(m.get(F::type, 0));
  if (type != TimexType::DATE || !(m.has(F::hour) || m.has(F::part))) return type;
  return TimexType::TIME;
}

namespace {

constexpr Day kNearBound = 45;

bool near_bound(const Point& p, Day bound) { return p.last >= bound - kNearBound && p.first <= bound; }

}  // namespace

Resolved resolve(const Meaning& m, const Context& context) {
  Resolved out;

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
  // Where only the report's earliest day is known, month and day without a year still mean the nearest before it: that
  // day is mostly known from them.
  const bool yearless = m.has(F::month) && !m.has(F::by) && !m.has(F::toward) && !m.has(F::yearby);
  const bool known = context.now.bounded() || (context.now.first != kOpenBegin && yearless);
  const Located located = locate(m, context, known ? std::optional(context.now.first) : std::nullopt);
  const std::optional<Point>& p = located.point;
  const bool far = p && located.used_now && !context.now.bounded() && !near_bound(*p, context.now.first);
  if (!p || far) {
    out.value = Label(open_value(m) + clock_suffix(m));
    return out;
  }
  out.point = p;
  out.anchored = located.used_now || located.used_then;
  out.from_then = located.used_then;
  out.value = Label(value_of(*p) + clock_suffix(m));
  out.edtf = calendar_of(m, *p);
  if (!located.used_now || context.now.first == context.now.last || !context.now.bounded()) return out;
  const std::optional<Point> q = locate(m, context, context.now.last).point;
  if (!q || (q->first == p->first && q->last == p->last)) return out;
  // The report's date is not known to the day, and it matters: the value stays open, the interval covers both.
  out.value = Label(open_value(m) + clock_suffix(m));
  out.edtf = one_of({std::min(p->first, q->first), std::max(p->last, q->last)});
  if (q->first < p->first || q->first - p->first > 400) out.point.reset();
  return out;
}

}  // namespace dateline::times
