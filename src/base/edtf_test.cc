#include "dateline/edtf.h"

#include <gtest/gtest.h>

namespace dateline {

TEST(Edtf, PrintsWhatItReads) {
  for (const char* text : {"2024", "2024-03", "2024-03-09", "2024-03-09~", "2024-06/2024-08", "../2024-08",
                           "2024-06/..", "[2024-03-07..2024-03-10]", "[2024-03-07..]", "[..2024-03-10]",
                           "2024-03-09T12:30:00Z", "2024-03-09T12:30:00+03:00"}) {
    auto value = parse_edtf(text);
    ASSERT_TRUE(value) << text;
    EXPECT_EQ(to_string(*value), text);
  }
  for (const char* text : {"", "yesterday", "2024-13", "2024-02-30", "20", "2024-03-09T99:00"})
    EXPECT_FALSE(parse_edtf(text)) << text;
}

TEST(Edtf, ASpanOfDaysThatIsAMonthIsThatMonth) {
  EXPECT_EQ(to_string(one_of({to_day(2024, 2, 1), to_day(2024, 2, 29)})), "2024-02");
  EXPECT_EQ(to_string(one_of({to_day(2024, 3, 7), to_day(2024, 3, 10)})), "[2024-03-07..2024-03-10]");
  EXPECT_EQ(weekday(to_day(2024, 3, 9)), 5);  // a Saturday
}

}  // namespace dateline
