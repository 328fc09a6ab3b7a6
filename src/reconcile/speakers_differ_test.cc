// Reports in which two speak, and two things cannot both be so: through the whole analysis.
#include <gtest/gtest.h>

#include "dateline/engine.h"

namespace dateline {
namespace {

std::string conflicts_of(const std::vector<std::string>& texts, const std::string& published = "2024-05-13") {
  static const Engine engine = std::move(Engine::load()).value();
  std::vector<Document> reports;
  for (const std::string& text : texts) {
    Capture capture;
    capture.path = "report.txt";
    capture.payload = text;
    capture.given.published = published;
    reports.push_back(std::move(engine.analyse(capture)).value());
  }
  std::vector<const Document*> docs;
  for (const Document& report : reports) docs.push_back(&report);
  std::string out;
  for (const Conflict& c : engine.derive(docs).conflicts) {
    out += std::string(name_of(c.kind)) + ":";
    for (const ConflictSide& s : c.sides) out += " " + s.value + ";";
  }
  return out;
}
std::string conflicts_of(const std::string& text) { return conflicts_of(std::vector{text}); }

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

TEST(SpeakersDiffer, PlainCountsOfOneSentence) {
  EXPECT_EQ(conflicts_of("The boat carried seven crew members, although the transport ministry only reported six crew "
                         "members."),
            "within_report: 7; 6;");
  EXPECT_EQ(conflicts_of("The boat carried seven crew members, and the ministry said the tug had six crew members."),
            "");
}

TEST(SpeakersDiffer, HeadlineInTheSameWords) {
  EXPECT_EQ(conflicts_of("At least 40 bodies found in search for ferry\n\nDivers recovered six bodies from the lake on "
                         "Monday, officials said."),
            "headline_body: at least 40; 6;");
  EXPECT_EQ(conflicts_of("40 bodies found in search for ferry\n\nDivers recovered 40 bodies from the lake on Monday. "
                         "Six bodies were those of children."),
            "");
}

TEST(SpeakersDiffer, TollsOfOneDay) {
  const std::string body =
      " people were hurt when a ferry struck a bridge on the Vell at Norhaven on Monday, police said.";
  const std::vector<std::string> two = {"Ferry strikes bridge at Norhaven; 27 hurt\n\n27" + body,
                                        "Ferry strikes bridge at Norhaven; 25 hurt\n\n25" + body};
  EXPECT_EQ(conflicts_of(two), "between_reports: 25; 27;");
  EXPECT_EQ(conflicts_of(two, "2024-05-13T10:00:00Z"), "") << "both at a known time: the later counted more";
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
