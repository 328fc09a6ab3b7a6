#include "text/weekday.h"

#include <string>

#include "base/strings.h"

namespace dateline {

int named_weekday(std::string_view words) {
  static constexpr std::string_view kWeekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
  const std::string lower = ascii_lower(words);
  for (int i = 0; i < 7; ++i) {
    if (lower.find(kWeekdays[i]) != std::string::npos) return i;
  }
  return -1;
}

}  // namespace dateline
