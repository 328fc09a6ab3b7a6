// From what the words say to a TIMEX3 value and a calendar interval, given when the report was written, what was
// spoken of before, and whether the sentence looks back or ahead.
#pragma once

#include <optional>

#include "annotate/times_meaning.h"

namespace dateline::times {

// A point or stretch of the calendar, told in days, months, …
struct Point {
  Unit grain = Unit::day;
  Day first = 0, last = 0;
  int year = 0;   // of the value; a winter's, a week's or a fiscal year's own
  int index = 0;  // which quarter, half, season or week of it
};

struct Context {
  DayRange now;                 // the report's date; unbounded if unknown
  int tense = 0;                // -1 looks back, 1 looks ahead, 0 does not say
  std::optional<Point> then;    // the date spoken of before this one
  std::optional<Point> topic;   // the quarter that the report is about
  std::optional<Point> period;  // the month, quarter or half year spoken of before this one
  int next_weekday = -1;        // the weekday after the report's, where one told as past is hardly of the week before
  int known_year = 0;           // the report gives this month and day with a year elsewhere; 0: it does not
};

struct Resolved {
  Label value;
  Edtf edtf;
  bool anchored = false;       // took a date from outside its own words
  bool from_then = false;      // and it was the one spoken of before
  std::optional<Point> point;  // if it is one
};

Resolved resolve(const Meaning& m, const Context& context);

// The TIMEX3 type that the fields amount to.
TimexType type_of(const Meaning& m);

}  // namespace dateline::times
