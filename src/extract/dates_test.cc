#include "extract/dates.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Dates, AsPagesWriteThem) {
  auto reader = DateReader::load(Resources::embedded());
  ASSERT_TRUE(reader.ok());
  const struct {
    const char *text, *expected;
  } kCases[] = {{"2024-11-08", "2024-11-08"},
                {"Nov. 8, 2024 at 10:06 p.m. EST", "2024-11-08T22:06:00-05:00"},
                {"10:06 p.m., Friday, Nov. 8, 2024", "2024-11-08T22:06:00"},
                {"12:05 a.m. 8 November 2024", "2024-11-08T00:05:00"},
                {"8. März 2024, 20.15 Uhr", "2024-03-08T20:15:00"},
                {"le 8 mars 2024 à 20h15", "2024-03-08T20:15:00"},
                {"2024-11-08T08:30:00+02:00", "2024-11-08T08:30:00+02:00"},
                {"Fri, 08 Nov 2024 08:30:00 +0530", "2024-11-08T08:30:00+05:30"},
                {"Sun, 03/10/2024 @ 12:00pm", "2024-03-10T12:00:00"},  // the weekday tells which is the month
                {"25/12/2024", "2024-12-25"},
                {"20241108", "2024-11-08"},
                {"November 2024", "2024-11"},
                {"2024年11月8日", "2024-11-08"},
                {"31 February 2024", "2024-02"},
                {"Call 555 1234", ""}};
  for (const auto& c : kCases) {
    const auto found = reader->find(c.text);
    EXPECT_EQ(found ? to_string(found->date) : "", c.expected) << c.text;
  }
  EXPECT_TRUE(reader->is_only_date("Friday, 8 November 2024, 10:06 pm"));
  EXPECT_FALSE(reader->is_only_date("Bridge closed on 8 November 2024"));
  EXPECT_TRUE(reader->find("03/10/2024")->order_open);
  EXPECT_EQ(reader->order_in("on 03/10/2024 and 25/12/2024"), NumericOrder::day_first);
}

}  // namespace
}  // namespace dateline
