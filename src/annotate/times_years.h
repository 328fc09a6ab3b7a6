// Which year a month or a day without one means, by the other dates of the text.
#pragma once

#include <utility>
#include <vector>

#include "annotate/times_passage.h"
#include "annotate/times_resolve.h"

namespace dateline::times {

// Months and days that the report gives with their year: the same ones without it mean the same year.
class KnownYears {
 public:
  explicit KnownYears(const std::vector<Meaning>& meanings);
  // 0 if the report gives none, or several.
  int year_of(const Meaning& m) const;

 private:
  std::vector<std::pair<int, int>> days_;  // month * 32 + day, year; sorted
};

// "Between January 12 and January 16, 1936", "in August and September 1914": the first is of the year of the second.
// Tells which ones took it; as many as meanings.
std::vector<bool> share_years(const Signals& signals, const Document& doc, std::vector<Meaning>& meanings);

// A text that tells of the past in order, dates with years among dates without: a history, a biography, a chronology.
// There the year goes on from the date before, not from when the text was written.
bool is_narrative(const std::vector<Meaning>& meanings, DayRange published);

// The years that such a text gives, by expression.
struct StoryYears {
  explicit StoryYears(const std::vector<Meaning>& meanings);

  // It looks aside: its year is far from the one before, and the text comes back to that one ("as in the war of 1812").
  std::vector<bool> aside;
  std::vector<int> next;  // the year given next, INT_MAX if none is: what lies between is not later
};

// The year of a month or season that follows a date in such a text.
int year_after(const Meaning& m, const Point& before, int not_after);

}  // namespace dateline::times
