#include "link/pages.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(PageAddresses, OneAddressHoweverItIsWritten) {
  auto addresses = PageAddresses::load(Resources::embedded());
  ASSERT_TRUE(addresses.ok());
  const uint64_t page = addresses->key("https://www.echo.example/news/bridge?id=7");
  EXPECT_NE(page, 0u);
  for (const char* same :
       {"http://echo.example/news/bridge?id=7", "https://ECHO.example:443/news/bridge/?id=7#comments",
        "https://www.echo.example/news/bridge?utm_source=x&id=7&fbclid=1", "https://echo.example/news/bridge?id=7&"}) {
    EXPECT_EQ(addresses->key(same), page) << same;
  }
  for (const char* other : {"https://echo.example/news/bridge?id=8", "https://echo.example/news/Bridge?id=7",
                            "https://mail.example/news/bridge?id=7", "https://echo.example/news/bridge"}) {
    EXPECT_NE(addresses->key(other), page) << other;
  }
  for (const char* none : {"", "bridge.html", "file:///news/bridge", "https://echo.example",
                           "https://www.echo.example/", "https://echo.example/?utm_source=x"}) {
    EXPECT_EQ(addresses->key(none), 0u) << none;
  }
}

TEST(Edition, IsOfTheCaptureElseOfTheChangeElseOfThePublication) {
  const auto moment = [](const char* captured, const char* modified, const char* published, bool summary = false) {
    Document doc;
    doc.captured = captured;
    doc.modified = parse_edtf(modified).value_or(Edtf{});
    doc.published.value = parse_edtf(published).value_or(Edtf{});
    return edition_of(doc, summary);
  };
  EXPECT_EQ(moment("1970-01-02T00:00:01Z", "2024-03-09", ""), 86401);
  EXPECT_EQ(moment("", "1970-01-01T03:00:00+02:00", "1969-01-01"), 3600);
  EXPECT_LT(moment("", "", "2024-03-08"), moment("", "2024-03-09", "2024-03-07"));
  EXPECT_LT(moment("", "", ""), moment("", "", "1950-01-01"));
  EXPECT_LT(moment("2024-03-10T00:00:00Z", "", "", /*summary=*/true), moment("", "", ""));
}

}  // namespace
}  // namespace dateline
