#include "link/happenings.h"

#include <gtest/gtest.h>

#include "link/happening_links.h"
#include "text/segmenter.h"
#include "text/syntax.h"

namespace dateline {
namespace {

Document report(const std::string& id, const std::string& text) {
  static const Segmenter kSegmenter = Segmenter::load(Resources::embedded()).value();
  static const SyntaxAnnotator kSyntax = SyntaxAnnotator::load(Resources::embedded()).value();
  Document doc;
  doc.id = id;
  doc.text = text;
  doc.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::body, "", {}, "test"}};
  kSegmenter.annotate(doc);
  kSyntax.annotate(doc);
  return doc;
}

const HappeningReader& reader() {
  static const HappeningReader kReader = HappeningReader::load(Resources::embedded()).value();
  return kReader;
}

std::string roots(const std::string& text) {
  const Document doc = report("r", text);
  std::string out;
  for (const Happening& h : reader().read(doc)) out += (out.empty() ? "" : " ") + h.root;
  return out;
}

TEST(Happenings, VerbsNounsAndAdjectivesByTheirRoots) {
  const std::pair<std::string, std::string> kCases[] = {
      {"The minister has arrived in Oslo.", "arrive"},
      {"Her arrival was delayed.", "arrive delay"},
      {"An earthquake destroyed the town.", "earthquake destroy"},
      {"The captain was found dead.", "find die"},
      {"The way home is long.", ""},
      {"It is a government of the people.", ""},
  };
  for (const auto& [text, want] : kCases) EXPECT_EQ(roots(text), want) << text;
}

struct Linked {
  std::vector<Document> docs;
  std::vector<HappeningSource> sources;
  std::vector<std::vector<uint32_t>> links;

  // What the word, where it first stands in the report, tells of.
  uint32_t of(size_t i, std::string_view word) const {
    for (size_t j = 0; j < sources[i].happenings.size(); ++j) {
      if (docs[i].words(docs[i].tokens[sources[i].happenings[j].token]) == word) return links[i][j];
    }
    return UINT32_MAX - static_cast<uint32_t>(i);
  }
};

Linked linked(const std::vector<std::string>& texts, const std::vector<uint32_t>& groups) {
  static const Background kBackground = Background::load(Resources::embedded()).value();
  Linked out;
  for (size_t i = 0; i < texts.size(); ++i) out.docs.push_back(report("r" + std::to_string(i), texts[i]));
  for (size_t i = 0; i < texts.size(); ++i) {
    HappeningSource source{&out.docs[i], reader().read(out.docs[i]), groups[i], {}};
    source.event.assign(source.happenings.size(), kNone);
    out.sources.push_back(std::move(source));
  }
  out.links = link_happenings(out.sources, kBackground);
  return out;
}

const std::string kOne =
    "Divers recovered the wreck of the ferry Aurora on Monday. The mayor resigned over the licence.";
const std::string kOther = "The recovery of the ferry Aurora took two days. Its owner denied that he had known.";

TEST(Happenings, NounAndVerbOfReportsOnOneEventAreOne) {
  const Linked together = linked({kOne, kOther}, {0, 0});
  EXPECT_EQ(together.of(0, "recovered"), together.of(1, "recovery"));
  EXPECT_NE(together.of(0, "recovered"), together.of(0, "resigned"));
}

TEST(Happenings, WordsThatTheNewsUsesForOneThingAreOneInReportsOnOneEvent) {
  const std::string murder = "The murder of Councillor Ana Reyes shocked the town.";
  const std::string killed = "Gunmen killed Councillor Ana Reyes in her car.";
  EXPECT_EQ(linked({murder, killed}, {0, 0}).of(0, "murder"), linked({murder, killed}, {0, 0}).of(1, "killed"));
  EXPECT_NE(linked({murder, killed}, {0, 1}).of(0, "murder"), linked({murder, killed}, {0, 1}).of(1, "killed"));
}

TEST(Happenings, ReportsOnOtherThingsShareNothing) {
  const Linked apart = linked({kOne, "The recovery of the economy took two decades, bankers said."}, {0, 1});
  EXPECT_NE(apart.of(0, "recovered"), apart.of(1, "recovery"));
}

}  // namespace
}  // namespace dateline
