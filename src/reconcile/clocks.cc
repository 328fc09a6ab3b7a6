#include "reconcile/clocks.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "reconcile/conflict_of.h"

namespace dateline {
namespace {

constexpr Day kSameEvent = 6;   // days further apart are hardly one event's, and a week is mostly a misread weekday
constexpr Day kOtherToday = 2;  // a day apart may be the hour, here and there
constexpr double kWeight = 3;   // beside conflicts of figures
constexpr std::array<std::string_view, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};

std::string iso(Day day) { return to_string(from_day(day)); }

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

std::optional<ToldDay> told_day(const Document& doc, const EventMention& m) {
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
    Conflict c =
        conflict_of(kWeight, ConflictKind::between_reports, "when: " + event.label, {named.second, std::move(side)},
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
    if (docs[i]->main_event == kNone || events.main_of[i] == kNone) continue;
    const auto day = told_day(*docs[i], docs[i]->events[static_cast<size_t>(docs[i]->main_event)]);
    if (!day) continue;
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
    Conflict c = conflict_of(kWeight, ConflictKind::between_reports, "when: " + e.label, std::move(sides),
                             "the reports put one event on different days");
    c.event = e.id;
    out.push_back(std::move(c));
  }
}

// The days on which a report puts an event, in words, and all days that it names.
struct Placed {
  uint32_t report = 0;
  std::map<Day, Span> days;
  std::set<Day> named;
  DayRange published;
};

Placed placed(const Document& doc, uint32_t report, const std::vector<int32_t>& of, int32_t event) {
  Placed out{report, {}, {}, days_of(doc.published.value)};
  for (size_t k = 0; k < doc.events.size(); ++k) {
    if (of[k] != event && static_cast<int32_t>(k) != doc.main_event) continue;
    if (const auto day = told_day(doc, doc.events[k]); day && !day->today) out.days.emplace(day->day, day->words);
  }
  for (const Timex& t : doc.times) {
    if (one_day(t.edtf)) out.named.insert(days_of(t.edtf).first);
  }
  return out;
}

// A report that puts what it chiefly tells on a day that none of its fellows names, and names not the day on which at
// least two of them put it.
void alone_with_its_day(const std::vector<Placed>& fellows, const std::vector<const Document*>& docs,
                        const Event& event, std::vector<Conflict>& out) {
  std::map<Day, std::vector<const Placed*>> by_day;
  for (const Placed& p : fellows) {
    for (const auto& [day, words] : p.days) by_day[day].push_back(&p);
  }
  for (const auto& [day, agreed] : by_day) {
    if (agreed.size() < 2) continue;
    for (const Placed& p : fellows) {
      if (p.days.size() != 1 || p.named.contains(day)) continue;
      const auto [other, words] = *p.days.begin();
      if (std::abs(other - day) > kSameEvent || p.published.first < day) continue;
      if (other > day && other == p.published.last) continue;  // what is new on the day that it came out
      if (std::any_of(agreed.begin(), agreed.end(), [o = other](const Placed* a) { return a->named.contains(o); }))
        continue;
      ConflictSide theirs, its;
      theirs.value = iso(day);
      for (const Placed* a : agreed) {
        theirs.reports.push_back(docs[a->report]->id);
        theirs.evidence.push_back({docs[a->report]->id, a->days.at(day)});
      }
      its.value = iso(other);
      its.reports = {docs[p.report]->id};
      its.evidence = {{docs[p.report]->id, words}};
      Conflict c =
          conflict_of(kWeight, ConflictKind::between_reports, "when: " + event.label,
                      {std::move(theirs), std::move(its)}, "one report puts it on another day than its fellows");
      c.event = event.id;
      out.push_back(std::move(c));
    }
  }
}

void alone(const std::vector<const Document*>& docs, const EventMap& events, std::vector<Conflict>& out) {
  std::set<int32_t> shown;  // whose days have been found to differ, act by act
  for (const Conflict& c : out) {
    for (size_t e = 0; e < events.events.size(); ++e) {
      if (events.events[e].id == c.event) shown.insert(static_cast<int32_t>(e));
    }
  }
  std::map<int32_t, std::vector<Placed>> fellows;
  for (size_t i = 0; i < docs.size(); ++i) {
    const int32_t event = events.main_of[i];
    if (event != kNone && !shown.contains(event))
      fellows[event].push_back(placed(*docs[i], static_cast<uint32_t>(i), events.of[i], event));
  }
  for (const auto& [event, reports] : fellows)
    alone_with_its_day(reports, docs, events.events[static_cast<size_t>(event)], out);
}

// ---- Inside a report --------------------------------------------------------------------------------------------

// "today, Saturday", "today (March 9)".
bool beside(const Document& doc, const Timex& today, const Timex& other) {
  if (other.type != TimexType::DATE || other.span.begin <= today.span.end || other.span.begin > today.span.end + 2)
    return false;
  return doc.text[today.span.end] == ',' || doc.text[other.span.begin - 1] == '(';
}

// The days that a writer somewhere may have called "today" when the report came out: where the hour is told, from
// Hawaii's to New Zealand's.
DayRange todays(const Edtf& published) {
  constexpr int kWest = 10 * 60, kEast = 13 * 60, kDay = 24 * 60;
  const PartialDate& p = published.first;
  if (published.form != EdtfForm::single || p.day == 0 || p.hour < 0) return days_of(published);
  const Day day = to_day(p.year, p.month, p.day);
  const int minutes = p.hour * 60 + std::max<int>(p.minute, 0) - (p.has_zone ? p.zone_minutes : 0);
  const auto days_on = [](int m) { return m >= 0 ? m / kDay : -((kDay - 1 - m) / kDay); };
  return {day + days_on(minutes - kWest), day + days_on(minutes + kEast)};
}

// Whether none of the days is what the words name: the weekday or the whole date.
bool differs(const Timex& named, DayRange days) {
  if (named.weekday < 0) return !named.anchored && one_day(named.edtf) && !days.overlaps(days_of(named.edtf));
  for (Day d = days.first; d <= days.last; ++d) {
    if (weekday(d) == named.weekday) return false;
  }
  return true;
}

ConflictSide side_of(const Document& doc, std::string value, const std::vector<Span>& spans) {
  ConflictSide side{std::move(value), {doc.id}, {}};
  for (const Span& span : spans) side.evidence.push_back({doc.id, span});
  return side;
}

std::string with_weekday(Day day) {
  return fmt::format("{}, a {}", iso(day), kWeekdays[static_cast<size_t>(weekday(day))]);
}

// "Today, Friday", "yesterday (March 6)": held against the day on which the report was published.
void days_from_now(const Document& doc, std::vector<Conflict>& out) {
  const DayRange published = dated(doc) ? todays(doc.published.value) : DayRange{};
  if (!published.bounded()) return;
  for (size_t i = 0; i < doc.times.size(); ++i) {
    const Timex& t = doc.times[i];
    if (std::abs(t.from_now) > 1 || !in_report(doc, t)) continue;
    const bool next = t.weekday < 0 && i + 1 < doc.times.size() && beside(doc, t, doc.times[i + 1]);
    const Timex& named = next ? doc.times[i + 1] : t;
    // "Today, Friday"; the "Sunday Today" is a programme.
    const bool alone = t.weekday >= 0 && doc.words(t.span).find(',') != std::string_view::npos;
    if ((!next && !alone) || !differs(named, {published.first + t.from_now, published.last + t.from_now})) continue;
    Span whole = cover(t.span, named.span);
    if (whole.end < doc.text.size() && doc.text[whole.end] == ')' && next) ++whole.end;
    const std::string words(doc.words(whole));
    out.push_back(conflict_of(kWeight, ConflictKind::within_report, "today",
                              {side_of(doc, with_weekday(days_of(doc.published.value).last), doc.published.evidence),
                               side_of(doc, words, {whole})},
                              fmt::format("its “{}” does not go with the day on which it was published", words)));
  }
}

void inside(const Document& doc, const TenseReader& tense, std::vector<Conflict>& out) {
  days_from_now(doc, out);
  const DayRange published = dated(doc) ? days_of(doc.published.value) : DayRange{};
  for (const Timex& t : doc.times) {
    if (t.anchored || !one_day(t.edtf) || !in_report(doc, t)) continue;
    const Day day = days_of(t.edtf).first;
    const int named = t.weekday;
    if (named >= 0 && named != weekday(day)) {
      out.push_back(conflict_of(kWeight, ConflictKind::within_report, "weekday",
                                {side_of(doc, std::string(kWeekdays[static_cast<size_t>(named)]), {t.span}),
                                 side_of(doc, with_weekday(day), {t.span})},
                                "the date falls on another weekday"));
    } else if (published.bounded() && !doc.published.evidence.empty() && day > published.last + 1 &&
               tense.at(doc, t.span) < 0) {
      out.push_back(conflict_of(
          kWeight, ConflictKind::within_report, "published",
          {side_of(doc, to_string(doc.published.value), doc.published.evidence), side_of(doc, iso(day), {t.span})},
          "it tells of a day as past that comes after its publication"));
    }
  }
}

}  // namespace

std::vector<Conflict> clock_conflicts(const std::vector<const Document*>& docs, const EventMap& events,
                                      const TenseReader& tense) {
  std::vector<Conflict> out;
  between(docs, events, out);
  alone(docs, events, out);
  for (const Document* doc : docs) inside(*doc, tense, out);
  return out;
}

}  // namespace dateline
