#include "reconcile/clocks.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/hash.h"

namespace dateline {
namespace {

constexpr Day kSameEvent = 10;  // days further apart are hardly one event's
constexpr Day kOtherToday = 2;  // a day apart may be the hour, here and there
constexpr double kWeight = 3;   // beside conflicts of figures
constexpr std::array<std::string_view, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};

std::string iso(Day day) { return to_string(from_day(day)); }

Conflict conflict(ConflictKind kind, std::string about, std::vector<ConflictSide> sides, std::string why) {
  Conflict c;
  c.kind = kind;
  c.about = std::move(about);
  c.sides = std::move(sides);
  c.why = std::move(why);
  c.weight = kWeight;
  std::string key;
  for (ConflictSide& side : c.sides) {
    std::sort(side.reports.begin(), side.reports.end());
    std::sort(side.evidence.begin(), side.evidence.end());
    key += side.value + "\n";
    for (const Evidence& e : side.evidence) key += fmt::format("{}:{}\n", e.report, e.span.begin);
  }
  c.id = content_id("c", {name_of(kind), c.about, key});
  return c;
}

bool one_day(const Edtf& value) {
  const DayRange days = days_of(value);
  return days.bounded() && days.first == days.last;
}

bool dated(const Document& doc) { return doc.published.value.known() && doc.published.basis != "inferred"; }

// In running text, where the report itself speaks.
bool in_report(const Document& doc, const Timex& t) {
  const SectionKind kind = doc.kind_at(t.span.begin);
  return kind == SectionKind::headline || kind == SectionKind::body;
}

// ---- Between reports --------------------------------------------------------------------------------------------

// What a report chiefly tells, and the day that it gives for it in words.
struct ToldDay {
  std::string_view act;  // the lemma of the trigger: reports of one event tell of several acts, each on its day
  Day day = 0;
  Span words;
  bool of_the_day = false;  // the report was published that very day
  bool today = false;       // it only says so: "today"
};

std::optional<ToldDay> told_day(const Document& doc) {
  if (doc.main_event == kNone) return std::nullopt;
  const EventMention& m = doc.events[static_cast<size_t>(doc.main_event)];
  if (m.time == kNone || m.status != EventStatus::happened || !one_day(m.when)) return std::nullopt;
  const Timex& t = doc.times[static_cast<size_t>(m.time)];
  if (days_of(m.when) != days_of(t.edtf) || !in_report(doc, t)) return std::nullopt;
  // "Yesterday" only repeats when the report was written; "today" does too, but a date may be a reprint's.
  const bool today = t.from_now == 0;
  if (t.anchored && (!dated(doc) || (t.weekday < 0 && !today))) return std::nullopt;
  const Day day = days_of(m.when).first;
  const DayRange published = days_of(doc.published.value);
  if (day > published.last) return std::nullopt;  // misread, or no day of what has happened
  return ToldDay{doc.lemma(doc.tokens[m.token]), day, t.span, published == DayRange{day, day}, today};
}

// A "today" that cannot be: all others that name the day name another one.
void no_such_today(const std::pair<const Day, ConflictSide>& named, std::map<Day, ConflictSide>& todays,
                   const Event& event, std::vector<Conflict>& out) {
  for (auto& [day, side] : todays) {
    const Day apart = std::abs(day - named.first);
    if (apart < kOtherToday || apart > kSameEvent) continue;
    side.value += " (“today”)";
    Conflict c = conflict(ConflictKind::between_reports, "when: " + event.label, {named.second, std::move(side)},
                          "one report's “today” is not the day that the others name: it is older than its date, or "
                          "tells of something else");
    c.event = event.id;
    out.push_back(std::move(c));
  }
}

void between(const std::vector<const Document*>& docs, const EventMap& events, std::vector<Conflict>& out) {
  std::map<std::pair<int32_t, std::string_view>, std::map<Day, ConflictSide>> told;
  std::map<std::pair<int32_t, std::string_view>, std::map<Day, ConflictSide>> today;
  std::map<std::pair<int32_t, std::string_view>, bool> later;
  for (size_t i = 0; i < docs.size(); ++i) {
    const auto day = told_day(*docs[i]);
    if (events.main_of[i] == kNone || !day) continue;
    ConflictSide& side = (day->today ? today : told)[{events.main_of[i], day->act}][day->day];
    side.value = iso(day->day);
    side.reports.push_back(docs[i]->id);
    side.evidence.push_back({docs[i]->id, day->words});
    if (!day->today) later[{events.main_of[i], day->act}] |= !day->of_the_day;
  }
  for (auto& [key, days] : today) {
    if (auto others = told.find(key); others != told.end() && others->second.size() == 1)
      no_such_today(*others->second.begin(), days, events.events[static_cast<size_t>(key.first)], out);
  }
  for (auto& [key, days] : told) {
    if (!later[key]) continue;  // each tells of its own day: a series, not one event
    if (days.size() < 2 || days.rbegin()->first - days.begin()->first > kSameEvent) continue;
    std::vector<ConflictSide> sides;
    for (auto& [day, side] : days) sides.push_back(std::move(side));
    const Event& e = events.events[static_cast<size_t>(key.first)];
    Conflict c = conflict(ConflictKind::between_reports, "when: " + e.label, std::move(sides),
                          "the reports put one event on different days");
    c.event = e.id;
    out.push_back(std::move(c));
  }
}

// ---- Inside a report --------------------------------------------------------------------------------------------

// "today, Saturday", "today (March 9)".
bool beside(const Document& doc, const Timex& today, const Timex& other) {
  if (other.type != TimexType::DATE || other.span.begin <= today.span.end || other.span.begin > today.span.end + 2)
    return false;
  return doc.text[today.span.end] == ',' || doc.text[other.span.begin - 1] == '(';
}

// Not that day's weekday; next to it is near enough where the hour is told, which may be another place's.
bool differs(int named, Day day, const Edtf& published) {
  const int apart = (weekday(day) - named + 7) % 7;
  const bool hour = published.first.hour >= 0;
  return apart != 0 && !(hour && (apart == 1 || apart == 6));
}

void inside(const Document& doc, const TenseReader& tense, std::vector<Conflict>& out) {
  const auto side = [&](std::string value, const std::vector<Span>& spans) {
    ConflictSide s{std::move(value), {doc.id}, {}};
    for (const Span& span : spans) s.evidence.push_back({doc.id, span});
    return s;
  };
  const DayRange published = dated(doc) ? days_of(doc.published.value) : DayRange{};
  for (size_t i = 0; i + 1 < doc.times.size() && published.bounded(); ++i) {
    const Timex &t = doc.times[i], &other = doc.times[i + 1];
    if (t.from_now != 0 || !in_report(doc, t) || !beside(doc, t, other)) continue;
    const Day day = published.last;
    const int weekday_of_other = other.weekday;
    const bool off = weekday_of_other >= 0 ? differs(weekday_of_other, day, doc.published.value)
                                           : !other.anchored && one_day(other.edtf) && days_of(other.edtf).first != day;
    if (!off) continue;
    out.push_back(conflict(
        ConflictKind::within_report, "today",
        {side(fmt::format("{}, a {}", iso(day), kWeekdays[static_cast<size_t>(weekday(day))]), doc.published.evidence),
         side(std::string(doc.words(other.span)), {cover(t.span, other.span)})},
        "its “today” is not the day on which it was published"));
  }
  for (const Timex& t : doc.times) {
    if (t.anchored || !one_day(t.edtf) || !in_report(doc, t)) continue;
    const Day day = days_of(t.edtf).first;
    const int named = t.weekday;
    if (named >= 0 && named != weekday(day)) {
      out.push_back(
          conflict(ConflictKind::within_report, "weekday",
                   {side(std::string(kWeekdays[static_cast<size_t>(named)]), {t.span}),
                    side(fmt::format("{}, a {}", iso(day), kWeekdays[static_cast<size_t>(weekday(day))]), {t.span})},
                   "the date falls on another weekday"));
    } else if (published.bounded() && !doc.published.evidence.empty() && day > published.last + 1 &&
               tense.at(doc, t.span) < 0) {
      out.push_back(conflict(ConflictKind::within_report, "published",
                             {side(to_string(doc.published.value), doc.published.evidence), side(iso(day), {t.span})},
                             "it tells of a day as past that comes after its publication"));
    }
  }
}

}  // namespace

std::vector<Conflict> clock_conflicts(const std::vector<const Document*>& docs, const EventMap& events,
                                      const TenseReader& tense) {
  std::vector<Conflict> out;
  between(docs, events, out);
  for (const Document* doc : docs) inside(*doc, tense, out);
  return out;
}

}  // namespace dateline
