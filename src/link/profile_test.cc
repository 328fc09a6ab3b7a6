#include "link/profile.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline {
namespace {

Document report(std::string headline, const std::string& body) {
  Document doc;
  const auto end = static_cast<uint32_t>(headline.size());
  doc.text = headline + "\n\n" + body;
  doc.headline = std::move(headline);
  doc.sections = {{{0, end}, SectionKind::headline, "", {}, ""},
                  {{end, static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
  return doc;
}

TEST(Profile, OneEventSharesKeysAndIsRelated) {
  auto profiler = Profiler::load(Resources::embedded());
  ASSERT_TRUE(profiler.ok());
  const Profile a = profiler->profile(report(
      "Ferry sinks off Zanzibar", "A ferry with 290 aboard sank off Zanzibar on Tuesday, the coast guard said."));
  const Profile b =
      profiler->profile(report("Dozens drown as Zanzibar ferry capsizes",
                               "The ferry capsized near Zanzibar, and the coast guard searched for survivors."));
  const Profile c = profiler->profile(
      report("Parliament passes budget", "Lawmakers in Oslo passed the budget after a long night of talks."));
  EXPECT_GE(profiler->related(a, b), kRelated);
  EXPECT_LT(profiler->related(a, c), kRelated);
  EXPECT_EQ(profiler->related(a, b), profiler->related(b, a));
  std::vector<uint64_t> shared;
  std::set_intersection(a.keys.begin(), a.keys.end(), b.keys.begin(), b.keys.end(), std::back_inserter(shared));
  EXPECT_GE(shared.size(), kMinSharedKeys);
}

TEST(Profile, HeadlineAndLeadOutweighWhatTheRestComesBackTo) {
  auto profiler = Profiler::load(Resources::embedded());
  ASSERT_TRUE(profiler.ok());
  std::string hopes, crowds;
  for (int i = 0; i < 12; ++i) {
    hopes += " Farmers hope for tariffs, subsidies, irrigation, tractors, orchards and vineyards.";
    crowds += " Crowds wore ponchos, waved banners, sang anthems, drank cocoa and queued for trams.";
  }
  std::string filler;  // what parts lead and rest
  for (int i = 0; i < 80; ++i) filler += " the";
  const Profile a = profiler->profile(
      report("Castellan sworn in as premier", "Ida Castellan was sworn in as premier on Friday." + filler + hopes));
  const Profile b = profiler->profile(
      report("Castellan sworn in", "Ida Castellan took the oath as premier at noon." + filler + crowds));
  EXPECT_GE(profiler->related(a, b), kRelated);
}

TEST(Profile, CommonWordsAreKeysInPairsAndRareOnesAlone) {
  auto profiler = Profiler::load(Resources::embedded());
  ASSERT_TRUE(profiler.ok());
  const auto shared = [&](const std::string& a, const std::string& b) {
    const Profile x = profiler->profile(report("", a)), y = profiler->profile(report("", b));
    std::vector<uint64_t> keys;
    std::set_intersection(x.keys.begin(), x.keys.end(), y.keys.begin(), y.keys.end(), std::back_inserter(keys));
    return keys.size();
  };
  EXPECT_EQ(shared("court budget", "court tax"), 0u);
  EXPECT_EQ(shared("court budget vote", "budget court tax"), 1u);
  EXPECT_EQ(shared("Zanzibar court budget", "Zanzibar tax vote"), 1u);
}

TEST(Profile, BytesComeBack) {
  auto profiler = Profiler::load(Resources::embedded());
  ASSERT_TRUE(profiler.ok());
  const Profile a = profiler->profile(report("Ferry sinks off Zanzibar", "A ferry with 290 aboard sank."));
  auto b = decode_profile(encode(a));
  ASSERT_TRUE(b.ok());
  EXPECT_EQ(a.keys, b->keys);
  EXPECT_EQ(a.terms, b->terms);
  EXPECT_EQ(a.published, b->published);
  EXPECT_FALSE(decode_profile("no profile").ok());
  EXPECT_FALSE(decode_profile("").ok());
}

}  // namespace
}  // namespace dateline
