#include "annotate/figures.h"

#include <gtest/gtest.h>
#include <cmath>

#include "annotate/figures_lexicon.h"
#include "fmt/format.h"

namespace dateline {
namespace {

const FigureAnnotator& annotator() {
  static const FigureAnnotator kAnnotator = FigureAnnotator::load(Resources::embedded()).value();
  return kAnnotator;
}

// One section, one sentence a line; no tags, so the word-order fallback is what is tested here.
Document document(std::string text) {
  Document doc;
  doc.text = std::move(text);
  doc.sections = {{{0, static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
  for (size_t begin = 0; begin < doc.text.size();) {
    size_t end = doc.text.find('\n', begin);
    if (end == std::string::npos) end = doc.text.size();
    Sentence sentence;
    sentence.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    doc.sentences.push_back(sentence);
    begin = end + 1;
  }
  return doc;
}

std::string number(double x) { return std::isnan(x) ? "-" : fmt::format("{:.10g}", x); }

// "VALUE/MIN/MAX UNIT" of each figure, parted by "; ".
std::string figures(std::string text) {
  Document doc = document(std::move(text));
  annotator().annotate(doc);
  std::string out;
  for (const Figure& f : doc.figures) {
    if (!out.empty()) out += "; ";
    out += number(f.value);
    if (!std::isnan(f.min) || !std::isnan(f.max)) out += "/" + number(f.min) + "/" + number(f.max);
    if (!f.unit.empty()) out += " " + std::string(f.unit.view());
  }
  return out;
}

struct Case {
  std::string_view text, expected;
};

TEST(Figures, Numbers) {
  constexpr Case kCases[] = {
      {"1,000 police officers", "1000"},
      {"three million, two hundred & forty people", "3000240"},
      {"a hundred and two of those", "102"},
      {"twenty-one years and six months", "21 year; 6 month"},
      {"two hundred thousand people", "200000"},
      {"3.5 million people", "3500000"},
      {"two and a half million voters", "2500000"},
      {"half a million voters", "500000"},
      {"half a dozen eggs", "6"},
      {"two dozen eggs", "24"},
      {"two thirds of the cake", "0.6666666667"},
      {"a third of voters", "0.3333333333"},
      {"one in five children", "0.2"},
      {"nine out of 10 doctors", "0.9"},
      {"2 1/2 miles", "2.5 mile"},
      {"5.5x10-3 kg", "0.0055 kilogram"},
      {"one hundred and sixteen cases", "116"},
      {"dozens of people", "-/12/99"},
      {"hundreds of thousands of people", "-/100000/999999"},
      {"several hundred people", "-/300/999"},
      {"10 000 dollars", "10000 USD"},
      {"Rs 12,34,567 in cash", "1234567 INR"},
      {"1 234 567 voters", "1234567"},
      {"3 million and a half", "3500000"},
      {"the 10m people", "10000000"},
      {"a 10m deep hole", "10 meter"},
      {"some 1.2m employees", "1200000"},
      {"about six-in-ten Americans", "0.6"},
      {"minus one", "-1"},
  };
  for (const Case& c : kCases) EXPECT_EQ(figures(std::string(c.text)), c.expected) << c.text;
}

TEST(Figures, RangesAndScores) {
  constexpr Case kCases[] = {
      {"200 to 300 gangs control it", "-/200/300"},         {"an 8- to 16-meter mirror", "-/8/16 meter"},
      {"between 44 mg and 50 mg", "-/44/50 milligram"},     {"at 3.5–4.0 TeV", "-/3.5/4 teraelectronvolt"},
      {"20 to 30 million people", "-/20000000/30000000"},   {"from -18 °C to -34 °C", "-/-34/-18 degree Celsius"},
      {"The Senate voted 52-48 on it", "52; 48"},           {"won 3–1 in Madrid", "3; 1"},
      {"rose from 5% to 8%", "5 percent; 8 percent"},       {"two or three days", "-/2/3 day"},
      {"given 45 and 50 mg", "45 milligram; 50 milligram"}, {"won 6-4, 3-6, 7-5", "6; 4; 3; 6; 7; 5"},
      {"hold 1,500-2,000 prisoners", "-/1500/2000"},        {"The bill passed 234-193", "234; 193"},
      {"fell 7.5 pence to 310p", "7.5 penny; 310 penny"},   {"climbed past 2,300", "-/2300/-"},
      {"set it from 110,000 to 45,000", "110000; 45000"},   {"22, or 45 percent", "22; 45 percent"},
  };
  for (const Case& c : kCases) EXPECT_EQ(figures(std::string(c.text)), c.expected) << c.text;
}

TEST(Figures, UnitsAndMoney) {
  constexpr Case kCases[] = {
      {"$3.5 million", "3500000 USD"},
      {"£20m was stolen", "20000000 GBP"},
      {"he spent 20 million pounds", "20000000 GBP"},
      {"a 20-pound bag", "20 pound"},
      {"A$5bn", "5000000000 AUD"},
      {"5 Australian dollars", "5 AUD"},
      {"$55 a barrel", "55 USD per barrel"},
      {"500,000 barrels a day", "500000 barrel per day"},
      {"200 kilometres per hour", "200 kilometer per hour"},
      {"80 km/h", "80 kilometer per hour"},
      {"301,338 km2 (116,347 sq mi)", "301338 square kilometer; 116347 square mile"},
      {"about 32km (20 miles)", "32 kilometer; 20 mile"},
      {"90 per cent of the capital", "90 percent"},
      {"a 7.8-magnitude quake", "7.8 magnitude"},
      {"a magnitude 7.7 earthquake", "7.7 magnitude"},
      {"45-year-old man", "45 year"},
      {"420 lb-ft of torque", "420 pound-foot"},
      {"a 12-megapixel camera", "12 megapixel"},
      {"boils at 100° Celsius", "100 degree Celsius"},
      {"John Smith, 45, said", "45 year"},
      {"The singer, 45, said", "45 year"},
      {"two sons, ages 7 and 9, died", "2; 7 year; 9 year"},
      {"men aged between 24 and 51", "-/24/51 year"},
      {"those over 65 were", "-/65/- year"},
      {"when you were 16", "16 year"},
      {"millions of dollars in aid", "-/1000000/999999999 USD"},
      {"dozens of miles of road", "-/12/99 mile"},
      {"40 F.B.I. agents", "40"},
      {"it cut costs by a third", "0.3333333333"},
      {"plus or minus 3 points", "3"},
      {"short of the $100 million it needs", "100000000 USD"},
      {"one mile away", "1 mile"},
      {"Ksh 20 million per policeman", "20000000 KES per policeman"},
  };
  for (const Case& c : kCases) EXPECT_EQ(figures(std::string(c.text)), c.expected) << c.text;
}

TEST(Figures, WhatIsNone) {
  constexpr std::string_view kNone[] = {
      "Resolution 2699 was adopted",
      "COVID-19 and the F-16",
      "on October 13, 2023",
      "at 4:17 am local time (0117 GMT)",
      "the 1960s",
      "the 21st century",
      "call +1-222-222-2222",
      "the two, during the call",
      "one of the men",
      "No. 10",
      "since 2013",
      "9/11",
      "in 2013-14",
      "one another",
      "ground zero",
      "14 of 73 Photos",
      "at 192.168.1.2",
      "his relatives.[14]",
      "a 401(k) account",
      "a 501(c)4 group",
      "write to +44 7435 939 154",
      "it says and 2) Russia is able",
      "19/ The conclusion",
      "Vol. 2",
      "at 10 Downing Street",
      "the 6000 block of Snell Avenue",
      "call 020 7946 0958",
      "she called 911 at once",
      "under 18 U.S.C. 1001",
      "Guccifer 2.0 posted it",
      "my number one priority",
      "day three of the talks",
      "the 9/12 march",
  };
  for (std::string_view text : kNone) EXPECT_EQ(figures(std::string(text)), "") << text;
}

TEST(Figures, BoundWordsMeanWhatTheirExamplesSay) {
  const FigureLexicon lexicon = FigureLexicon::load(Resources::embedded()).value();
  ASSERT_FALSE(lexicon.bound_examples.empty());
  for (const FigureExample& example : lexicon.bound_examples) {
    Document doc = document(std::string(example.text));
    annotator().annotate(doc);
    ASSERT_EQ(doc.figures.size(), 1u) << example.text;
    const Figure& f = doc.figures[0];
    EXPECT_EQ(number(f.value) + "/" + number(f.min) + "/" + number(f.max), example.expected)
        << "bounds.tsv:" << example.line << ": " << example.text;
  }
}

TEST(Figures, DimensionsAreTheKeysOfMeasures) {
  const FigureLexicon lexicon = FigureLexicon::load(Resources::embedded()).value();
  ASSERT_FALSE(lexicon.dimension_examples.empty());
  for (const FigureExample& example : lexicon.dimension_examples) {
    Document doc = document(std::string(example.text));
    annotator().annotate(doc);
    ASSERT_EQ(doc.figures.size(), 1u) << example.text;
    EXPECT_EQ(doc.figures[0].attribute.view(), example.expected) << "dimensions.tsv:" << example.line;
  }
}

// What is counted under other conditions has a key of its own, so that it is held against its like alone.
TEST(Figures, CountsSetApart) {
  constexpr Case kCases[] = {
      {"the party needs 218 seats", "needed seat"},     {"the 218 seats needed", "needed seat"},
      {"the toll was 143, up from 97", "killed"},       {"219,000 jobs instead of 196,000 jobs", "job"},
      {"killed three other Americans", "other killed"}, {"two more people died", "other killed"},
  };
  for (const Case& c : kCases) {
    Document doc = document(std::string(c.text));
    annotator().annotate(doc);
    ASSERT_FALSE(doc.figures.empty()) << c.text;
    EXPECT_TRUE(doc.figures[0].attribute.view().starts_with(c.expected)) << doc.figures[0].attribute.view();
    for (size_t i = 1; i < doc.figures.size(); ++i)
      EXPECT_NE(doc.figures[i].attribute, doc.figures[0].attribute) << c.text;
  }
}

TEST(Figures, PartsCountWhatTheirWholeCounts) {
  Document doc =
      document("out of the 57 disappearances reported, 22 were found alive, two are dead while 29 are still missing");
  annotator().annotate(doc);
  ASSERT_EQ(doc.figures.size(), 4u);
  for (int i = 1; i < 4; ++i) {
    EXPECT_EQ(doc.figures[i].part_of, 0);
    EXPECT_EQ(doc.words(doc.figures[i].counted), "disappearances");
  }
}

TEST(Figures, ProductsAreTheNumbersThatTheTextSays) {
  Document doc =
      document("Oakland offered $4.1 billion, or $82 an Oakland share\nIt had offered $70 per Oakland share");
  annotator().annotate(doc);
  ASSERT_EQ(doc.figures.size(), 3u);
  EXPECT_EQ(doc.figures[0].value, 4'100'000'000.0);
  EXPECT_EQ(doc.figures[1].unit.view(), "USD per share");
  EXPECT_EQ(doc.figures[2].unit.view(), "USD per share");
}

TEST(Figures, PartsOfThese) {
  Document doc = document(
      "Police held 31 people\nOf these, 18 were released, nine were charged and two were deported\nThey held 60 "
      "people, including 12 children");
  annotator().annotate(doc);
  ASSERT_EQ(doc.figures.size(), 6u);
  for (int i = 1; i < 4; ++i) {
    EXPECT_EQ(doc.figures[i].part_of, 0) << i;
    EXPECT_FALSE(doc.figures[i].among) << i;
  }
  EXPECT_TRUE(doc.figures[5].among);
}

TEST(Figures, APercentageSaysAPartAgain) {
  for (std::string_view text : {"Of the 57 people, 22, or 39 percent, left", "of 22 of the 57 workers (39 percent)",
                                "Police said 22 of the 57, or 39 percent, left"}) {
    Document doc = document(std::string(text));
    annotator().annotate(doc);
    ASSERT_EQ(doc.figures.size(), 3u) << text;
    const Figure& share = doc.figures[2];
    ASSERT_NE(share.part_of, kNone) << text;
    EXPECT_EQ(doc.figures[static_cast<size_t>(share.part_of)].value, 22) << text;
  }
}

}  // namespace
}  // namespace dateline
