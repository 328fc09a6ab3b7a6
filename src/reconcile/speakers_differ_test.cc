// One report, two who speak, two things that cannot both be so: through the whole analysis.
#include <gtest/gtest.h>

#include "dateline/engine.h"

namespace dateline {
namespace {

std::string conflicts_of(const std::string& text) {
  static const Engine engine = std::move(Engine::load()).value();
  Capture capture;
  capture.payload = text;
  capture.given.published = "2024-05-13";
  const Document doc = std::move(engine.analyse_plain(capture)).value();
  std::string out;
  for (const Conflict& c : engine.derive({&doc}).conflicts) {
    out += std::string(name_of(c.kind)) + ":";
    for (const ConflictSide& s : c.sides) out += " " + s.value + ";";
  }
  return out;
}

TEST(SpeakersDiffer, CrowdsAndMagnitudes) {
  EXPECT_EQ(conflicts_of("Police put the number of protesters at 8,000, while organisers said 20,000 had taken part."),
            "within_report: 8,000; 20,000;");
  EXPECT_EQ(conflicts_of("Organisers said 20,000 people marched, but police estimated the crowd at 8,000."),
            "within_report: 20,000; 8,000;");
  EXPECT_EQ(conflicts_of("A magnitude 6.1 earthquake struck Norvia on Monday, the geological survey said. The Norvian "
                         "institute put the magnitude at 6.4."),
            "within_report: 6.1 magnitude; 6.4 magnitude;");
  EXPECT_EQ(conflicts_of("Police put the number of protesters at 8,000 and arrested 20."), "");
}

TEST(SpeakersDiffer, DeniedWords) {
  EXPECT_EQ(conflicts_of("The operator denied that the boat was overloaded. Survivors said it was overloaded."),
            "within_report: Survivors: it was overloaded; operator denies: that the boat was overloaded;");
  EXPECT_EQ(conflicts_of("The operator denied that the boat was overloaded. Survivors said it was not overloaded."),
            "");
  EXPECT_EQ(conflicts_of("The operator denied that the boat was overloaded. Survivors said the boat was old."), "");
  EXPECT_EQ(conflicts_of("The minister denied a report in the Norvian Post. The Post said the report was old."), "");
}

}  // namespace
}  // namespace dateline
