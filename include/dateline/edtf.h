// Calendar values with honest uncertainty: EDTF (ISO 8601-2:2019, level 1, and one-of-a-set of level 2) as structs.
// Written as text only by to_string (base/edtf.cc); every room computes with these fields.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

using Day = int32_t;  // days since 1970-01-01, proleptic Gregorian
inline constexpr Day kOpenBegin = std::numeric_limits<Day>::min();
inline constexpr Day kOpenEnd = std::numeric_limits<Day>::max();

// Days, both ends included; an open end is kOpenBegin or kOpenEnd.
struct DayRange {
  Day first = kOpenBegin;
  Day last = kOpenEnd;

  bool bounded() const { return first != kOpenBegin && last != kOpenEnd; }
  bool contains(Day day) const { return first <= day && day <= last; }
  bool contains(DayRange r) const { return first <= r.first && r.last <= last; }
  bool overlaps(DayRange r) const { return first <= r.last && r.first <= last; }
  auto operator<=>(const DayRange&) const = default;
};

// A date known to the year, month, day or minute. 0 is "not known" for month and day, -1 for hour and minute.
struct PartialDate {
  int16_t year = 0;
  int8_t month = 0;
  int8_t day = 0;
  int8_t hour = -1;
  int8_t minute = -1;
  int8_t second = -1;
  bool has_zone = false;
  int16_t zone_minutes = 0;  // east of UTC

  auto operator<=>(const PartialDate&) const = default;
};

enum class EdtfForm : uint8_t {
  unknown,   // null in JSON
  single,    // 2024-03-09
  interval,  // 2024-06/2024-08, all of it: the thing lasted
  one_of,    // [2024-03-07..2024-03-10], one day of these: we do not know which
};

struct Edtf {
  EdtfForm form = EdtfForm::unknown;
  bool approximate = false;  // 2024-03-09~
  bool open_begin = false;   // ../2024 or [..2024]
  bool open_end = false;     // 2024/.. or [2024..]
  PartialDate first;         // the value of `single`
  PartialDate last;

  bool known() const { return form != EdtfForm::unknown; }
  auto operator<=>(const Edtf&) const = default;
};

Day to_day(int year, int month, int day);
PartialDate from_day(Day day);
int weekday(Day day);  // 0 Monday … 6 Sunday
int days_in_month(int year, int month);
bool valid_date(int year, int month, int day);

Edtf single(PartialDate date);
Edtf day_value(Day day);
// The shortest EDTF for "some day of `days`" (one_of), or the single day, month or year that `days` is exactly.
Edtf one_of(DayRange days);
Edtf interval(PartialDate first, PartialDate last);

// The earliest and latest day that the value allows; {kOpenBegin, kOpenEnd} if unknown.
DayRange days_of(const Edtf& value);
DayRange days_of(const PartialDate& date);

// "2024-03-09", "2024-03-09T12:00:00+03:00", "2024-06/2024-08", "[2024-03-07..2024-03-10]", "2023-07~"; "" if unknown.
std::string to_string(const Edtf& value);
std::string to_string(const PartialDate& date);
// Reads what to_string writes, and ISO 8601 date-times as found in metadata. nullopt if it is neither.
std::optional<Edtf> parse_edtf(std::string_view text);

}  // namespace dateline
