// Entities inside a report and across reports, from mentions set by hand, so that no model decides here.
#include <gtest/gtest.h>

#include <algorithm>

#include "resolve/doc_entities.h"
#include "resolve/record_entities.h"
#include "text/segmenter.h"

namespace dateline {
namespace {

// A document whose names are marked: [p:…] person, [o:…] organisation, [l:…] place, [g:…] group.
Document marked(const std::string& id, const std::string& text) {
  static const Resources resources = Resources::embedded();
  static const Segmenter segmenter = Segmenter::load(resources).value();
  static const EntityResolver resolver = EntityResolver::load(resources).value();
  Document doc;
  doc.id = id;
  doc.language = "en";
  std::vector<std::pair<Span, EntityType>> names;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[' && i + 2 < text.size() && text[i + 2] == ':') {
      const char c = text[i + 1];
      names.push_back({{static_cast<uint32_t>(doc.text.size()), 0},
                       c == 'p'   ? EntityType::person
                       : c == 'o' ? EntityType::organisation
                       : c == 'l' ? EntityType::place
                                  : EntityType::group});
      i += 2;
    } else if (text[i] == ']') {
      names.back().first.end = static_cast<uint32_t>(doc.text.size());
    } else {
      doc.text += text[i];
    }
  }
  doc.sections = {{{0, static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
  segmenter.annotate(doc);
  for (const auto& [span, type] : names) {
    Mention m;
    m.span = span;
    m.tokens = doc.tokens_in(span);
    m.type = type;
    doc.mentions.push_back(m);
  }
  resolver.annotate(doc);
  return doc;
}

const DocEntity* find(const Document& doc, std::string_view name) {
  for (const DocEntity& e : doc.entities) {
    if (e.name == name) return &e;
  }
  return nullptr;
}

bool has(const std::vector<std::string>& list, std::string_view x) {
  return std::find(list.begin(), list.end(), x) != list.end();
}

TEST(DocEntities, AliasesOfOnePersonJoinAndTitlesAreKept) {
  const Document doc = marked("r-1",
                              "Secretary of State [p:Jane Q. Miller] spoke. Secretary [p:Miller] left. [p:Miller] said "
                              "no. [p:Tom Reed], a spokesman for her, agreed.");
  const DocEntity* miller = find(doc, "Jane Q. Miller");
  ASSERT_NE(miller, nullptr);
  EXPECT_TRUE(has(miller->aliases, "Miller"));
  EXPECT_TRUE(has(miller->aliases, "Secretary Miller"));
  ASSERT_FALSE(miller->roles.empty());
  EXPECT_EQ(miller->roles[0].text, "Secretary of State");
  const DocEntity* reed = find(doc, "Tom Reed");
  ASSERT_NE(reed, nullptr);
  ASSERT_EQ(reed->roles.size(), 1u);
  EXPECT_EQ(reed->roles[0].text, "spokesman for her");
}

TEST(DocEntities, TwoPeopleOfOneSurnameStayApart) {
  const Document doc = marked("r-1", "[p:Bill Clinton] and [p:Hillary Clinton] came. Mrs. [p:Clinton] spoke.");
  ASSERT_NE(find(doc, "Bill Clinton"), nullptr);
  ASSERT_NE(find(doc, "Hillary Clinton"), nullptr);
  EXPECT_TRUE(has(find(doc, "Hillary Clinton")->aliases, "Mrs. Clinton"));
  EXPECT_FALSE(has(find(doc, "Bill Clinton")->aliases, "Mrs. Clinton"));
}

TEST(DocEntities, AFatherAndHisSonAreTwo) {
  const Document doc =
      marked("r-1",
             "Governor [p:Dan Hobbs] and [p:Dan Hobbs Jr.] met. [p:Hobbs Jr.] paid. Governor [p:Hobbs] "
             "did not. [p:Hobbs] left.");
  ASSERT_NE(find(doc, "Dan Hobbs Jr."), nullptr);
  EXPECT_TRUE(has(find(doc, "Dan Hobbs Jr.")->aliases, "Hobbs Jr."));
  EXPECT_FALSE(has(find(doc, "Dan Hobbs Jr.")->aliases, "Hobbs"));
  ASSERT_NE(find(doc, "Dan Hobbs"), nullptr);
  EXPECT_TRUE(has(find(doc, "Dan Hobbs")->aliases, "Governor Hobbs"));
  // A suffix that is given once and left out later parts nobody.
  EXPECT_EQ(marked("r-2", "Senator [p:Dan Hobbs III] resigned. [p:Dan Hobbs] was ill.").entities.size(), 1u);
}

TEST(DocEntities, ASurnameIsThatOfWhomTheReportIsAbout) {
  const Document doc =
      marked("r-1",
             "[p:Omar Dale] was charged. His brother, [p:Adam Dale], was not. [p:Dale] denied it. Mrs. "
             "[p:Dale] wept.");
  EXPECT_TRUE(has(find(doc, "Omar Dale")->aliases, "Dale"));
  EXPECT_TRUE(find(doc, "Adam Dale")->aliases.empty());
  EXPECT_NE(find(doc, "Dale"), nullptr) << "a wife whom the report gives no first name";
}

TEST(DocEntities, WhatStandsShortAgainAndAgainIsNobodyNamedLater) {
  const Document doc =
      marked("r-1",
             "[p:Dale] spoke in Oslo. [p:Dale] said that he would win. Then [p:Anna Dale], his wife, spoke. "
             "[p:Dale] smiled.");
  ASSERT_NE(find(doc, "Dale"), nullptr);
  EXPECT_TRUE(find(doc, "Anna Dale")->aliases.empty());
  // Another report names him; she is not meant.
  const Document other = marked("r-2", "[p:Omar Dale] left Oslo.");
  const EntityMap map = EntityMerger::load(Resources::embedded()).value().merge({&doc, &other});
  auto reports_of = [&](std::string_view name) {
    const auto at =
        std::find_if(map.entities.begin(), map.entities.end(), [&](const Entity& e) { return e.name == name; });
    return at == map.entities.end() ? 0 : at->reports.size();
  };
  EXPECT_EQ(reports_of("Omar Dale"), 2u);
  EXPECT_EQ(reports_of("Anna Dale"), 1u);
}

TEST(DocEntities, WhoSitsOnAThroneGoesByAFirstNameOfTheirOwn) {
  const Document doc = marked("r-1", "[p:Maud Perrin] met Queen [p:Maud] there. [p:Maud] thanked her.");
  EXPECT_FALSE(has(find(doc, "Maud Perrin")->aliases, "Queen Maud"));
}

TEST(DocEntities, AnAcronymMeansAPartyAtHomeOnly) {
  EXPECT_NE(find(marked("r-1", "The [o:CHP] lost seats in [l:Turkey]."), "Republican People's Party"), nullptr);
  EXPECT_NE(find(marked("r-2", "Officers of the [o:CHP] stopped him near [l:Fresno]."), "CHP"), nullptr);
}

TEST(DocEntities, NominalsAndPronounsPointToTheirHolder) {
  const Document doc =
      marked("r-1", "President [p:Ann Lee] met Minister [p:Bob Fox]. The president thanked him. He smiled.");
  int nominals = 0, pronouns = 0;
  for (const Mention& m : doc.mentions) {
    pronouns += m.form == MentionForm::pronoun;
    if (m.form != MentionForm::nominal) continue;
    ++nominals;
    EXPECT_EQ(doc.entities[m.entity].name, "Ann Lee");
  }
  EXPECT_EQ(nominals, 1);
  EXPECT_GE(pronouns, 1);
}

TEST(DocEntities, PlacesComeFromTheGazetteerAndTheirContext) {
  const Document doc =
      marked("r-1", "He flew from [l:Paris], [l:Texas], to the [l:U.S.] capital; the [l:United States] waited.");
  ASSERT_NE(find(doc, "United States"), nullptr);
  EXPECT_TRUE(has(find(doc, "United States")->aliases, "U.S."));
  EXPECT_EQ(find(doc, "Paris")->gazetteer, "geonames:4717560");
  EXPECT_EQ(find(marked("r-2", "He flew to [l:Paris]."), "Paris")->gazetteer, "geonames:2988507");
}

TEST(DocEntities, TheHalvesOfADividedCountryAreTheCountries) {
  const Document doc =
      marked("r-1", "[l:North Korea] and [l:South Korea] met. The [o:North] agreed; the [l:South] did not.");
  EXPECT_EQ(find(doc, "North Korea")->mentions.size(), 2u);
  EXPECT_EQ(find(doc, "South Korea")->mentions.size(), 2u);
  EXPECT_EQ(find(marked("r-2", "[l:South Africa] is far from the [l:South]."), "South Africa")->mentions.size(), 1u);
}

TEST(DocEntities, AHyphenMakesNobodyElse) {
  EXPECT_EQ(marked("r-1", "[p:Han Jin Ro] spoke. [p:Han Jin-ro] left.").entities.size(), 1u);
}

TEST(DocEntities, AcronymsJoinTheirNames) {
  const Document doc =
      marked("r-1", "The [o:Border Monitoring Group] ([o:BMG]) met the [o:UN]. [o:BMG] asked the [o:United Nations].");
  ASSERT_NE(find(doc, "Border Monitoring Group"), nullptr);
  EXPECT_TRUE(has(find(doc, "Border Monitoring Group")->aliases, "BMG"));
  EXPECT_TRUE(has(find(doc, "United Nations")->aliases, "UN"));
}

TEST(DocEntities, ACourtByItsOwnNameIsTheOneOfTheCountry) {
  const Document doc =
      marked("r-1", "The [o:Norvian Constitutional Court] ruled. The [o:Constitutional Court] sits in Oslo.");
  EXPECT_EQ(doc.entities.size(), 1u) << "though the list of organisations has one of that name";
}

TEST(DocEntities, AcronymsOfAnotherLanguageJoinTheNameThatABracketGives) {
  const Document doc =
      marked("r-1", "[o:CNF] is silent. The [o:National Ferry Council] ([o:CNF]) met. [o:CNF] said nothing.");
  ASSERT_NE(find(doc, "National Ferry Council"), nullptr);
  EXPECT_EQ(find(doc, "National Ferry Council")->mentions.size(), 4u);
}

TEST(DocEntities, TheSecondOfTwoSurnamesMayBeLeftOut) {
  const Document doc = marked("r-1", "[p:Tomás Ibarra Luengo] won. [p:Ibarra] thanked her. [p:Anna Maria Berg] left.");
  ASSERT_NE(find(doc, "Tomás Ibarra Luengo"), nullptr);
  EXPECT_TRUE(has(find(doc, "Tomás Ibarra Luengo")->aliases, "Ibarra"));
  const Document other = marked("r-2", "[p:Tomas\u00a0Ibarra] spoke. [p:Maria] did not.");
  const EntityMap map = EntityMerger::load(Resources::embedded()).value().merge({&doc, &other});
  size_t people = 0;
  for (const Entity& e : map.entities) people += e.name.find("Ibarra") != std::string::npos;
  EXPECT_EQ(people, 1u) << "a no-break space and an accent make nobody else";
  EXPECT_EQ(find(other, "Tomas Ibarra")->mentions.size(), 1u);
}

TEST(RecordEntities, JoinAcrossReportsInAnyOrder) {
  const EntityMerger merger = EntityMerger::load(Resources::embedded()).value();
  const Document a = marked("r-a", "[p:Antony Marlow] spoke in [l:Kyiv].");
  const Document b = marked("r-b", "[p:Anthony J. Marlow] spoke in [l:Kiev]. The [o:BMG] was there.");
  const Document c = marked("r-c", "[p:Marlow] and [p:George W. Bush] met the [o:Border Monitoring Group] ([o:BMG]).");
  const Document d = marked("r-d", "[p:George H.W. Bush] did not.");
  const EntityMap one = merger.merge({&a, &b, &c, &d}), two = merger.merge({&d, &c, &b, &a});
  ASSERT_EQ(one.entities.size(), two.entities.size());
  for (size_t i = 0; i < one.entities.size(); ++i) {
    EXPECT_EQ(one.entities[i].id, two.entities[i].id);
    EXPECT_EQ(one.entities[i].name, two.entities[i].name);
    EXPECT_EQ(one.entities[i].aliases, two.entities[i].aliases);
  }
  auto reports_of = [&](std::string_view name) {
    size_t n = 0;
    for (const Entity& e : one.entities) {
      if (e.name == name || has(e.aliases, name)) n = std::max(n, e.reports.size());
    }
    return n;
  };
  EXPECT_EQ(reports_of("Antony Marlow"), 3u);
  EXPECT_EQ(reports_of("Kiev"), 2u);
  EXPECT_EQ(reports_of("BMG"), 2u);
  EXPECT_EQ(reports_of("George W. Bush"), 1u);
  // The same person alone is the same entity.
  const EntityMap alone = merger.merge({&a});
  for (const Entity& e : alone.entities) {
    if (e.name == "Antony Marlow") {
      EXPECT_TRUE(std::any_of(one.entities.begin(), one.entities.end(), [&](const Entity& x) { return x.id == e.id; }));
    }
  }
}

TEST(RecordEntities, SpellingsAndShortFormsOfOnePersonHaveOneName) {
  const EntityMerger merger = EntityMerger::load(Resources::embedded()).value();
  const Document a = marked("r-a", "[p:Han Jin Ro] met [p:Bob Marlow].");
  const Document b = marked("r-b", "[p:Han Jin-ro] met [p:Robert Marlow].");
  EXPECT_EQ(merger.merge({&a, &b}).entities.size(), 2u);
  // Where nothing brings the reports together the short form still tells who it is.
  const auto id_of = [&](const Document& doc, std::string_view surname) {
    const EntityMap map = merger.merge({&doc});
    for (const Entity& e : map.entities) {
      if (e.name.ends_with(surname)) return e.id;
    }
    return std::string();
  };
  EXPECT_EQ(id_of(a, "Marlow"), id_of(b, "Marlow"));
}

TEST(RecordEntities, WhatOneReportTellsApartStaysApart) {
  const EntityMerger merger = EntityMerger::load(Resources::embedded()).value();
  const Document a = marked("r-a", "President [p:Dan Hobbs] and [p:Dan Hobbs Jr.] met.");
  const Document b = marked("r-b", "[p:Dan Hobbs Jr.] paid.");
  const Document c = marked("r-c", "[p:Dan Hobbs Jr.] was there. President [p:Hobbs] spoke.");
  const Document d = marked("r-d", "[p:Ali Rashid Kamal] fled. [p:Ali Rashid Kamal] was caught.");
  const Document e = marked("r-e", "[p:Ali Hamid Kamal] and Mrs. [p:Hobbs] wept. [p:Ali Kamal] was caught.");
  const EntityMap map = merger.merge({&a, &b, &c, &d, &e});
  auto reports_of = [&](std::string_view name) {
    for (const Entity& x : map.entities) {
      if (x.name == name) return x.reports;
    }
    return std::vector<std::string>();
  };
  EXPECT_EQ(reports_of("Dan Hobbs Jr."), (std::vector<std::string>{"r-a", "r-b"}));
  EXPECT_EQ(reports_of("Dan Hobbs"), (std::vector<std::string>{"r-a", "r-c"})) << "who is president is told";
  EXPECT_EQ(reports_of("Ali Rashid Kamal"), (std::vector<std::string>{"r-d"}));
  EXPECT_EQ(reports_of("Hobbs"), (std::vector<std::string>{"r-e"})) << "Mrs. Hobbs is neither";
}

}  // namespace
}  // namespace dateline
