// What bare words, addresses and notices say of a day, whatever report they stand in.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/edtf.h"

namespace dateline {

// A month and day without their year, from the TIMEX value "XXXX-03-09"; false if it is none.
bool month_day(std::string_view value, int& month, int& day);
// The year in which a month and day without one lie: the first after the date told before, or just before it; a
// weekday given with them decides among years nearby.
Day placed_in_year(int month, int day, int weekday_named, Day before);
// The month and day in the year that brings them nearest to a day.
Day nearest_year(int month, int day, Day to);
// "/2024/03/09/", "/2024/mar/09/" and "2024-03-09" in an address.
bool date_in_url(std::string_view url, const std::vector<std::string_view>& months, Day& out);
// "Copyright 2018 The Associated Press", "© 2009-2019": the latest such year; 0 if there is none. Wherever it stands:
// notices are mostly set apart from the article.
int year_of_rights(std::string_view text, const std::vector<std::string_view>& marks);

}  // namespace dateline
