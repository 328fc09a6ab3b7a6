#include "reconcile/values.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

ToldNumber exactly(double x) { return {x, Figure::kUnknown, Figure::kUnknown, false, false, 0, false}; }
ToldNumber about(double x) { return {x, Figure::kUnknown, Figure::kUnknown, false, true, 0, false}; }
ToldNumber at_least(double x) { return {Figure::kUnknown, x, Figure::kUnknown, false, false, 0, false}; }
ToldNumber at_most(double x) { return {Figure::kUnknown, Figure::kUnknown, x, false, false, 0, false}; }
ToldNumber between(double x, double y) { return {Figure::kUnknown, x, y, false, false, 0, false}; }

TEST(Values, BothHold) {
  const struct {
    ToldNumber a, b;
    bool hold;
  } kCases[] = {
      {exactly(57), exactly(57), true},         {exactly(59), exactly(57), false},
      {exactly(7.7), exactly(7.8), false},      {exactly(1000), exactly(1004), true},
      {exactly(1000), exactly(1300), false},    {exactly(8), exactly(7.8), true},
      {about(200), exactly(212), true},         {about(200), exactly(260), false},
      {at_least(1000), exactly(1300), true},    {at_least(1300), exactly(1000), false},
      {at_least(5), at_least(10), true},        {at_most(500), exactly(487), true},
      {at_most(500), exactly(700), false},      {between(200, 300), exactly(250), true},
      {between(200, 300), exactly(400), false}, {about(3500), about(3300), false},
      {exactly(46000), exactly(48000), false},  {exactly(55000), exactly(56000), false},
      {about(46000), exactly(48000), false},    {exactly(43885310), exactly(43000000), true},
      {exactly(400), exactly(448), true},       {exactly(50000), exactly(55000), false},
      {about(3500), about(3450), true},         {about(2000), about(2150), true},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(can_both_hold(c.a, c.b), c.hold) << value_text(c.a, "") << " / " << value_text(c.b, "");
    EXPECT_EQ(can_both_hold(c.b, c.a), c.hold) << value_text(c.b, "") << " / " << value_text(c.a, "");
  }
}

TEST(Values, AsText) {
  EXPECT_EQ(value_text(exactly(1300), ""), "1,300");
  EXPECT_EQ(value_text(exactly(7.8), "magnitude"), "7.8 magnitude");
  EXPECT_EQ(value_text(at_least(1234567), ""), "at least 1,234,567");
  EXPECT_EQ(value_text(between(200, 300), ""), "200 to 300");
  EXPECT_EQ(value_text(about(-5), "degree Celsius"), "about -5 degree Celsius");
}

}  // namespace
}  // namespace dateline
