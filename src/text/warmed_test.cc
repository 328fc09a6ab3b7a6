#include "text/warmed.h"

#include <gtest/gtest.h>

#include <set>

namespace dateline {
namespace {

struct Bytes {
  static constexpr std::string_view kFile = "text/irregular.tsv";
  static Result<Bytes> open(std::string_view bytes) { return Bytes{bytes}; }
  std::string_view bytes;
};

TEST(Warmed, IsCopiedOnceAndReadsTheSame) {
  const Resources resources = Resources::embedded();
  const auto model = Warmed<Bytes>::load(resources);
  ASSERT_TRUE(model.ok());
  std::set<const void*> places;
  for (int report = 0; report < 100; ++report) {
    const std::string_view read = model->get().bytes;
    EXPECT_EQ(read, *resources.get(Bytes::kFile));
    places.insert(read.data());
  }
  EXPECT_EQ(places.size(), 2u);
}

}  // namespace
}  // namespace dateline
