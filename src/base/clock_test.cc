#include "base/clock.h"

#include <ctime>

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Clock, IsNowInUtc) {
  const std::time_t before = std::time(nullptr);
  const std::string now = utc_now();
  std::tm parts{};
  const char* end = strptime(now.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  ASSERT_NE(end, nullptr) << now;
  EXPECT_EQ(*end, '\0') << now;
  const std::time_t told = timegm(&parts);
  EXPECT_GE(told, before);
  EXPECT_LE(told, std::time(nullptr));
}

}  // namespace
}  // namespace dateline
