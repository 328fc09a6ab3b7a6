#include "text/measures.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Measures, OneBaseForAKind) {
  const MeasureBases measures = MeasureBases::load(Resources::embedded()).value();
  struct Case {
    std::string_view unit;
    double value;
    std::string_view base;
    double expected;
  };
  constexpr Case kCases[] = {{"foot", 1000, "meter", 304.8},
                             {"kilometer", 2, "meter", 2000},
                             {"mile per hour", 100, "meter per second", 44.704},
                             {"knot", 100, "meter per second", 51.4444},
                             {"square mile", 1, "square meter", 2589988.1},
                             {"hectare", 2, "square meter", 20000},
                             {"degree Fahrenheit", 212, "degree Celsius", 100},
                             {"USD", 5, "USD", 5},
                             {"USD per barrel", 5, "USD per barrel", 5}};
  for (const Case& c : kCases) {
    const InBase in = measures.of(c.unit);
    EXPECT_EQ(in.base, c.base) << c.unit;
    EXPECT_NEAR(c.value * in.factor + in.offset, c.expected, c.expected * 1e-5) << c.unit;
  }
}

}  // namespace
}  // namespace dateline
