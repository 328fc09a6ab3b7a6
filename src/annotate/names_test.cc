#include "annotate/names.h"

#include <gtest/gtest.h>

#include "text/segmenter.h"
#include "text/sorted_table.h"
#include "text/syntax.h"

namespace dateline {
namespace {

// "person Antony Blinken|place Kenya" of a text.
std::string names_in(const std::string& text) {
  static const Resources resources = Resources::embedded();
  static const Segmenter segmenter = Segmenter::load(resources).value();
  static const SyntaxAnnotator syntax = SyntaxAnnotator::load(resources).value();
  static const NameAnnotator names = NameAnnotator::load(resources).value();
  Document doc;
  doc.text = text;
  doc.language = "en";
  doc.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::body, "", {}, ""}};
  segmenter.annotate(doc);
  syntax.annotate(doc);
  names.annotate(doc);
  std::string out;
  for (const Mention& m : doc.mentions)
    out += (out.empty() ? "" : "|") + std::string(name_of(m.type)) + " " + std::string(doc.words(m.span));
  return out;
}

struct Case {
  const char* text;
  const char* names;
};

TEST(Names, AreFoundAndTyped) {
  const Case cases[] = {
      {"Mary Robinson visited Nairobi on Tuesday.", "person Mary Robinson|place Nairobi"},
      {"The talks with US Secretary of State John Kerry ended in Geneva.", "place US|person John Kerry|place Geneva"},
      {"Inspector General of Police Joseph Boinnet denied it.", "person Joseph Boinnet"},
      {"They met UN Secretary-General Kofi Annan in Cairo.", "organisation UN|person Kofi Annan|place Cairo"},
      {"The Kenyan delegation left.", "group Kenyan"},
      {"The U.S. economy grew.", "place U.S."},
      {"The Palestinian U.N. envoy spoke.", "group Palestinian|organisation U.N."},
      {"", ""},
      {"It rained all day.", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(names_in(c.text), c.names) << c.text;
}

TEST(Names, BeforeAnAcronymInBracketsAreWhole) {
  const std::string names = names_in("It is run by the Southern Border Monitoring Group (SBMG) from here.");
  EXPECT_NE(names.find("organisation Southern Border Monitoring Group|organisation SBMG"), std::string::npos) << names;
}

TEST(SortedTable, TheGazetteersAreSortedAndTheirKeysAreKeys) {
  const Resources resources = Resources::embedded();
  for (const char* name : {"names/places.tsv", "names/people.tsv", "names/groups.tsv"}) {
    std::string_view rows = SortedTable::load(resources, name).value().body(), before;
    size_t wrong = 0, n = 0;
    while (!rows.empty()) {
      const std::string_view key = next_row<1>(rows)[0];
      wrong += key < before || name_key(key) != key;
      before = key;
      ++n;
    }
    EXPECT_EQ(wrong, 0u) << name;
    EXPECT_GT(n, 1000u) << name;
  }
}

TEST(SortedTable, FindsAllRowsOfAKey) {
  const SortedTable table = SortedTable::over("# about\nkey\tvalue\na\t1\nb\t2\nb\t3\nbb\t4\n");
  EXPECT_EQ(table.rows("b"), "b\t2\nb\t3\n");
  EXPECT_EQ(table.rows("a"), "a\t1\n");
  EXPECT_EQ(table.rows("bb"), "bb\t4\n");
  EXPECT_EQ(table.rows("c"), "");
  EXPECT_EQ(table.rows(""), "");
}

TEST(SortedTable, KnowsHowLongerKeysBegin) {
  const SortedTable table = SortedTable::over("key\tvalue\n3 sisters\t1\nnew\t1\nnew york\t2\nnewton\t3\n");
  EXPECT_TRUE(table.may_go_on("new"));
  EXPECT_TRUE(table.may_go_on("3"));
  EXPECT_FALSE(table.may_go_on("newton"));
  EXPECT_EQ(table.rows("3 sisters"), "3 sisters\t1\n");
}

TEST(Names, WordsInSmallLettersStandInsideNamesAsParticlesOnly) {
  const std::string names = names_in("She left the Bank of England for Hong Kong hotel rooms with Osama bin Laden.");
  EXPECT_NE(names.find("organisation Bank of England"), std::string::npos) << names;
  EXPECT_NE(names.find("place Hong Kong"), std::string::npos) << names;
  EXPECT_EQ(names.find("Hong Kong hotel"), std::string::npos) << names;
  EXPECT_NE(names.find("person Osama bin Laden"), std::string::npos) << names;
}

TEST(Names, OfTwoSyllablesJoinedByAHyphenAreWhole) {
  const Case cases[] = {
      {"The talks of U.N. Secretary-General Ban Ki-moon with Park Geun-hye ended.",
       "organisation U.N.|person Ban Ki-moon|person Park Geun-hye"},
      {"The Tony Blair-led government and a Hamas-run ministry replied.", "person Tony Blair|organisation Hamas"},
  };
  for (const Case& c : cases) EXPECT_EQ(names_in(c.text), c.names) << c.text;
}

TEST(Names, AnOrganisationThatAPlaceOwnsIsItsOwn) {
  EXPECT_EQ(names_in("A statement from Egypt's Foreign Ministry said so."),
            "place Egypt|organisation Foreign Ministry");
  EXPECT_EQ(names_in("They quoted a report from GFZ Helmholtz Centre Potsdam."),
            "organisation GFZ Helmholtz Centre Potsdam");
}

TEST(Names, AreFoundInHeadlinesAndInHaste) {
  EXPECT_EQ(names_in("KENYAN POLICE ARRIVE IN HAITI"), "group KENYAN|place HAITI");
  EXPECT_EQ(names_in("i live in malaysia with john"), "place malaysia|person john");
}

TEST(NameKey, BringsSpellingsTogether) {
  const Case cases[] = {
      {"The U.S.", "us"}, {"Port-au-Prince", "port au prince"}, {"Moïse", "moise"}, {"People's", "peoples"}, {"", ""}};
  for (const Case& c : cases) EXPECT_EQ(name_key(c.text), c.names);
}

}  // namespace
}  // namespace dateline
