#include "text/utf8.h"

#include <gtest/gtest.h>

namespace dateline {

TEST(Utf8, FoldsCaseAccentsAndQuotes) {
  EXPECT_EQ(fold("Moïse’s ŁÓDŹ “Ø”"), "moise's lodz \"o\"");
  EXPECT_EQ(fold("plain"), "plain");
}

TEST(Utf8, IllFormedBytesAreTold) {
  EXPECT_TRUE(is_valid_utf8("naïve"));
  EXPECT_FALSE(is_valid_utf8("na\xEFve"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));  // a surrogate
}

}  // namespace dateline
