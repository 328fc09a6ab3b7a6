#include "extract/rollovers.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Rollovers, ABoxOverANameIsNoPartOfTheLine) {
  const std::pair<const char*, const char*> cases[] = {
      {"President Berg Anna Maria BergMayors meet in Oslo Ferry sinks off Bergen MORE said on Monday.",
       "President Berg said on Monday."},
      {"Speaker Ola McVik Ola (Olly) McVik5 things to know MORE's team met Per Dahl Per Erik DahlThe day in brief "
       "MORE.",
       "Speaker Ola McVik's team met Per Dahl."},
      // Nothing is glued to a name that stands twice, or no box ends.
      {"Berg met Anna Berg, and MORE said the McBerg paper.", "Berg met Anna Berg, and MORE said the McBerg paper."},
      {"President Berg Anna Maria BergMayors meet in Oslo", "President Berg Anna Maria BergMayors meet in Oslo"},
      {"Berg left.\nAnna BergMayors meet MORE", "Berg left.\nAnna BergMayors meet MORE"},
  };
  for (const auto& [text, want] : cases) {
    std::string read = text;
    drop_rollovers(read);
    EXPECT_EQ(read, want);
  }
}

}  // namespace
}  // namespace dateline
