#include "annotate/names.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "base/table.h"
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
  const std::string listed = names_in("It asked the UK Foreign, Commonwealth and Trade Office (FCTO) on Monday.");
  EXPECT_NE(listed.find("UK|organisation Foreign, Commonwealth and Trade Office|organisation FCTO"), std::string::npos)
      << listed;
}

TEST(Names, ABodysWordBeginsNamesOfOtherLanguages) {
  EXPECT_EQ(names_in("A report by Ministerio de Paz said that."), "organisation Ministerio de Paz");
}

TEST(SortedTable, TheGazetteersAreSortedAndTheirKeysAreKeys) {
  const Resources resources = Resources::embedded();
  for (const char* name : {"names/places.tsv", "names/people.tsv", "names/groups.tsv", "names/org_names.tsv"}) {
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

// Else somebody changed the list and did not run tools/data/make_organisations.py.
TEST(OrgNames, AreThoseOfTheListOfOrganisations) {
  const Resources resources = Resources::embedded();
  const Table list = Table::load(resources, "names/organisations.tsv").value();
  const SortedTable names = SortedTable::load(resources, "names/org_names.tsv").value();
  std::set<std::string> keys;
  for (size_t r = 0; r < list.rows(); ++r) {
    const std::vector<std::string_view> unsure = variants(list.cell(r, 2));
    for (size_t column : {0, 1, 2}) {
      for (std::string_view form : variants(list.cell(r, column))) {
        const std::string key = name_key(form);
        keys.insert(key);
        std::string_view rows = names.rows(key);
        ASSERT_FALSE(rows.empty()) << form;
        const auto cells = next_row<3>(rows);
        const bool sure = column != 2 && std::find(unsure.begin(), unsure.end(), form) == unsure.end();
        if (sure) {
          EXPECT_EQ(cells[2], list.cell(r, 0)) << form;
        }
      }
    }
  }
  const std::string_view body = names.body();
  EXPECT_EQ(keys.size(), static_cast<size_t>(std::count(body.begin(), body.end(), '\n')));
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
      {"Ban Ki-moon visited Kenya with Moon Jae-in.", "person Ban Ki-moon|place Kenya|person Moon Jae-in"},
      {"The Palm Beach-based club has a Civil War-era fort.", "other Civil War"},
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

TEST(Names, OfPeopleStandBehindThoseOfTheirClubsAndOffices) {
  EXPECT_EQ(names_in("Chargers Jamal Williams arrested"), "organisation Chargers|person Jamal Williams");
  EXPECT_EQ(names_in("City Councilman Jumaane Bell and QB Drew Harlan spoke to owner Ed Moreno."),
            "person Jumaane Bell|person Drew Harlan|person Ed Moreno");
}

TEST(Names, AreFoundInHeadlinesAndInHaste) {
  EXPECT_EQ(names_in("KENYAN POLICE ARRIVE IN HAITI"), "group KENYAN|place HAITI");
  EXPECT_EQ(names_in("i live in malaysia with john"), "place malaysia|person john");
}

TEST(Names, OfTheListOfOrganisationsAreWhole) {
  const Case cases[] = {
      {"He sued the U.S. Department of Housing and Urban Development.",
       "organisation U.S. Department of Housing and Urban Development"},
      {"The foundation sold it to Google, Inc. of Mountain View.", "organisation Google, Inc.|place Mountain View"},
      {"The Ezzedeen al-Qassam Brigades said so by e-mail.", "organisation Ezzedeen al-Qassam Brigades"},
  };
  for (const Case& c : cases) EXPECT_EQ(names_in(c.text), c.names) << c.text;
}

TEST(Names, OfWhoHoldsAnOfficeAreNotTheBodys) {
  EXPECT_EQ(names_in("He met Acting White House Chief of Staff Anna Berg on Monday."),
            "organisation White House|person Anna Berg");
  EXPECT_EQ(names_in("Seoul is in the South. He asked South Korean President Park Min-ji and a South Korean envoy."),
            "place Seoul|place South|group South Korean|person Park Min-ji|group South Korean");
  EXPECT_EQ(names_in("Kim Jong Un said the U.N. was wrong. Kim Jong Un left. The U.N. did not answer."),
            "person Kim Jong Un|organisation U.N.|person Kim Jong Un|organisation U.N.");
}

TEST(Names, OfStormsAndFilesAreNobodys) {
  const Case cases[] = {
      {"Hurricane Rita hit Texas on Saturday. Rita was weaker on Sunday.",
       "other Hurricane Rita|place Texas|other Rita"},
      {"Cyclone Freddy hit Malawi. Freddy Banda lost his house.",
       "other Cyclone Freddy|place Malawi|person Freddy Banda"},
      {"The National Hurricane Center in Miami warned them.", "organisation National Hurricane Center|place Miami"},
      {"See the attached file: Report.pdf", ""},
      {"Ann Berg (R-Calif.) and Senator Tom Reed (D-N.Y.) agreed.", "person Ann Berg|person Tom Reed"},
  };
  for (const Case& c : cases) EXPECT_EQ(names_in(c.text), c.names) << c.text;
}

TEST(Names, OfPeopleAreNoPlacesAndNoBodies) {
  EXPECT_EQ(names_in("Lisa Monaco spoke on Friday. Monaco said there was no ban."), "person Lisa Monaco|person Monaco");
  EXPECT_EQ(names_in("Lisa Monaco spoke in Monaco on Friday."), "person Lisa Monaco|place Monaco");
  EXPECT_EQ(names_in("The nurses Nina Pham and Amber Joy Vinson were cured."),
            "person Nina Pham|person Amber Joy Vinson");
  EXPECT_EQ(names_in("There were 20 cases, according to the latest WHO figures."), "organisation WHO");
}

TEST(NameKey, BringsSpellingsTogether) {
  const Case cases[] = {
      {"The U.S.", "us"}, {"Port-au-Prince", "port au prince"}, {"Moïse", "moise"}, {"People's", "peoples"}, {"", ""}};
  for (const Case& c : cases) EXPECT_EQ(name_key(c.text), c.names);
}

}  // namespace
}  // namespace dateline
