// What the words of a time expression say, before anybody knows which day that is: fields that rules fill and
// times_resolve.cc turns into a TIMEX3 value and a calendar interval.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "dateline/model.h"

namespace dateline::times {

// Units from small to large; also the granularity of a point in time.
enum class Unit : int16_t {
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  month,
  quarter,
  half,
  season,
  year,
  decade,
  century,
  millennium
};

// Names as rule files write them stand in times_meaning.cc, in this order.
enum class Field : uint8_t {
  type,  // TimexType
  year,  // -44: 44 BC
  month,
  day,
  weekday,
  season,
  quarter,
  half,
  decade,
  century,
  weekend,
  week,
  nth,     // with month and weekday: the first, second, … of the month, -1 the last
  plus,    // added to that, or to n
  easter,  // days after Easter Sunday, or after another feast
  feast,   // which: 1 the Orthodox Easter, 2 Rosh Hashanah, 3 the first day of Hanukkah
  part,    // MO AF EV NI DT MI, as an index
  hour,
  minute,
  second,
  clock,       // hour * 100 + minute
  zone,        // minutes east of UTC
  zoneby,      // … and so many hours further
  zoneminute,  // … and minutes
  zoneclock,   // … or hours * 100 + minutes
  meridiem,    // 0 a.m., 1 p.m.
  mod,         // as an index of kMods
  n,           // how many units (plus `plus`); -1: an unknown number
  tenths,      // … and tenths of one
  hundreds,    // n in hundreds
  thousands,   // n in thousands
  unit,        // of n
  by,          // how many byunits away from the anchor; -2000: an unknown number, back
  byunit,
  from,    // the anchor: now, the report's date; then, the date spoken of last; topic, the quarter that is reported on;
           // period, that quarter if it is named, else the month or half year spoken of last
  yearby,  // the year is the anchor's plus this
  monthby,
  toward,  // -1 the nearest before, 1 the nearest after, 0 the one in the same year or week
  ref,     // PAST_REF, PRESENT_REF, FUTURE_REF
  every,   // a set: of this unit, or of the date's open fields
  range,   // the expression lasts to this month ("June-August"), day ("April 6-7") or year ("2015-16")
  grain,   // the unit that the result is told in, where the words leave it open
  none,    // the words are no time expression
  count_
};
inline constexpr size_t kFields = static_cast<size_t>(Field::count_);
inline constexpr int16_t kUnset = INT16_MIN;
inline constexpr int16_t kUnknownBack = -2000;

struct Meaning {
  std::array<int16_t, kFields> values;

  Meaning() { values.fill(kUnset); }
  int16_t& operator[](Field f) { return values[static_cast<size_t>(f)]; }
  int16_t operator[](Field f) const { return values[static_cast<size_t>(f)]; }
  bool has(Field f) const { return (*this)[f] != kUnset; }
  int get(Field f, int otherwise) const { return has(f) ? (*this)[f] : otherwise; }
  // Takes over what `other` sets.
  void merge(const Meaning& other);
  // Fields that are parts of others are put together: a clock's digits, a zone's offset, "two" "thousand".
  void settle();
};

std::optional<Field> field_named(std::string_view name);
// A field's value as rule files and word tables write it: a number, or a name that the field knows ("week", "MO").
std::optional<int16_t> value_named(Field field, std::string_view text);

std::string_view part_name(int part);      // "MO"
std::string_view mod_name(int mod);        // "START"
std::string_view season_name(int season);  // "SP"
std::string_view ref_name(int ref);        // "PAST_REF"

}  // namespace dateline::times
