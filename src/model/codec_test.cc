#include "model/codec.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

Document sample() {
  Document doc;
  doc.id = "r-1";
  doc.sections = {{{0, 5}, SectionKind::comment, "Ann", day_value(19000), "comment"}};
  doc.times.resize(1);
  doc.times[0].value = "2024-03-09";
  doc.times[0].edtf = day_value(19791);
  doc.figures.resize(1);
  doc.figures[0].min = 5;
  doc.entities.resize(1);
  doc.entities[0].aliases = {"A", "B"};
  return doc;
}

TEST(Codec, ReadsWhatItWrites) {
  const std::string bytes = encode(sample());
  auto back = decode<Document>(bytes);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(encode(*back), bytes);
  EXPECT_EQ(back->times[0].value.view(), "2024-03-09");
  EXPECT_EQ(back->entities[0].aliases[1], "B");
}

TEST(Codec, DamageIsToldNotRead) {
  const std::string bytes = encode(sample());
  for (size_t n = 0; n < bytes.size(); ++n)
    EXPECT_FALSE(decode<Document>(std::string_view(bytes).substr(0, n)).ok()) << n;
  EXPECT_FALSE(decode<Document>(bytes + "x").ok());
}

}  // namespace
}  // namespace dateline
