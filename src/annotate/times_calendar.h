// Calendar arithmetic in the units that time expressions speak of.
#pragma once

#include <string>

#include "annotate/times_resolve.h"

namespace dateline::times {

Point day_point(Day day);
Point week_point(Day any);     // ISO 8601: Monday to Sunday, the year that its Thursday lies in
Point weekend_point(Day any);  // Saturday and Sunday of that week
Point month_point(int year, int month);
Point quarter_point(int year, int quarter);  // 1..4
Point half_point(int year, int half);        // 1..2
Point season_point(int year, int season);    // meteorological, northern; winter 1998 is December 1998 to February 1999
Point year_point(int year);
Point decade_point(int decade);     // 199
Point century_point(int hundreds);  // 19 for the 1900s

// The unit of this size that holds the day, moved by n.
Point unit_point(Day day, Unit unit, int n);
// Feasts that a rule puts on another day each year.
enum class Feast : int16_t { easter, orthodox_easter, rosh_hashanah, hanukkah };
// In the Gregorian year. Easter: Meeus/Jones/Butcher, and Meeus's Julian rule for the Orthodox; the Jewish new year by
// the moon's mean conjunction and its postponements (Dershowitz and Reingold, Calendrical Calculations).
// REQUIRES: year > 0.
Day feast(Feast which, int year);
// Days of a month that fit a weekday: the nth (1..5), or the last (-1).
Day nth_weekday(int year, int month, int day_of_week, int nth);

// The TIMEX3 value: "1999-03-12", "1998-W08", "1998-W08-WE", "1989-Q3", "1998-FA", "199", "19".
std::string value_of(const Point& point);
Edtf edtf_of(const Point& point);

}  // namespace dateline::times
