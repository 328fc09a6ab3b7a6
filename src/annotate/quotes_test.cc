// The examples of resources/quotes/cues.tsv, and cases of assembly, through the language layer and back.
#include "annotate/quotes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/table.h"
#include "text/segmenter.h"
#include "text/syntax.h"

namespace dateline {
namespace {

struct Layers {
  Segmenter segmenter;
  SyntaxAnnotator syntax;
  QuoteAnnotator quotes;
};

const Layers& layers() {
  static const Layers kLayers = [] {
    const Resources resources = Resources::embedded();
    return Layers{Segmenter::load(resources).value(), SyntaxAnnotator::load(resources).value(),
                  QuoteAnnotator::load(resources).value()};
  }();
  return kLayers;
}

Document annotated(const std::string& text) {
  Document doc;
  doc.text = text;
  doc.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::body, "", {}, "test"}};
  layers().segmenter.annotate(doc);
  layers().syntax.annotate(doc);
  layers().quotes.annotate(doc);
  return doc;
}

// "{speaker} <cue> [content]" without its marks.
std::string unmarked(std::string_view example) {
  std::string out;
  for (char c : example) {
    if (std::string_view("{}<>[]").find(c) == std::string_view::npos) out += c;
  }
  return out;
}

std::string marked_part(std::string_view example, char open, char shut) {
  const size_t from = example.find(open), to = example.find(shut);
  return from == std::string_view::npos ? "" : unmarked(example.substr(from + 1, to - from - 1));
}

void expect_examples(std::string_view name, size_t least_percent) {
  const auto table = Table::load(Resources::embedded(), name);
  ASSERT_TRUE(table.ok()) << table.error().text();
  const size_t column = table->column("example").value(), act = table->column("act").value();
  size_t all = 0, held = 0;
  std::string broken;
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view example = table->cell(row, column);
    if (example.empty()) continue;
    ++all;
    const Document doc = annotated(unmarked(example));
    bool holds = false;
    for (const Statement& s : doc.statements) {
      holds |= doc.words(s.content) == marked_part(example, '[', ']') &&
               doc.words(s.cue) == marked_part(example, '<', '>') &&
               doc.words(s.speaker) == marked_part(example, '{', '}') && s.act.view() == table->cell(row, act);
    }
    held += holds;
    if (!holds) broken += "\n  " + std::string(example);
  }
  // A few hang on how the tagger reads a word; most must hold.
  EXPECT_GE(held * 100, all * least_percent) << name << ": " << held << " of " << all << " hold; broken:" << broken;
}

TEST(QuoteCues, VerbExamplesHold) { expect_examples("quotes/cues.tsv", 93); }
TEST(QuoteCues, NounExamplesHold) { expect_examples("quotes/nouns.tsv", 90); }
TEST(QuoteCues, AdjectiveExamplesHold) { expect_examples("quotes/adjectives.tsv", 90); }

struct Case {
  std::string text;
  std::string expected;  // of each statement: speaker|cue|content, then "+" if it goes on with an earlier one
};

std::string told(const std::string& text) {
  const Document doc = annotated(text);
  std::string out;
  for (const Statement& s : doc.statements) {
    if (!out.empty()) out += "; ";
    out += std::string(doc.words(s.speaker)) + "|" + std::string(doc.words(s.cue)) + "|" +
           std::string(doc.words(s.content));
    if (s.same_utterance != kNone) out += "+";
  }
  return out;
}

TEST(Quotes, Assembles) {
  const Case cases[] = {
      {"“We will go,” Smith said, “and soon.”", "Smith|said|We will go,; Smith|said|and soon.+"},
      {"“We will go,” said Smith. “We must.”", "Smith|said|We will go,; Smith|said|We must.+"},
      {"Smith said: “We will go.”", "Smith|said|We will go."},
      {"The dam is safe, the minister said.", "the minister|said|The dam is safe"},
      {"According to the ministry, the dam is safe.", "the ministry|According to|the dam is safe"},
      {"The minister said the dam was “a ruin” and would go.", "The minister|said|the dam was “a ruin” and would go"},
      {"The dam is safe, said Smith, who leads the union.", "Smith, who leads the union|said|The dam is safe"},
      {"The dam is safe, as the minister has said.", "the minister|has said|The dam is safe"},
      {"As the minister has said, the dam is safe.", "the minister|has said|the dam is safe"},
      {"The minister said the dam was safe, adding that the army was there.",
       "The minister|said|the dam was safe; The minister|adding|that the army was there"},
      {"Smith, at a rally in Ohio, said the dam was safe.", "Smith|said|the dam was safe"},
      {"A study that appeared in the Journal found that the dam was safe.",
       "A study that appeared in the Journal|found|that the dam was safe"},
      {"“The dam is safe,” said Alan Cole, an economist at the Tax Foundation.",
       "Alan Cole, an economist at the Tax Foundation|said|The dam is safe,"},
      {"The court this month rejected a request from the union.", "The court|rejected|a request from the union"},
      {"According to AFL-CIO President Ann Lee, the dam is safe.",
       "AFL-CIO President Ann Lee|According to|the dam is safe"},
      {"The minister's bet is that the dam will last.", "The minister|bet is|that the dam will last"},
      {"There were fears that the dam would break.", "|fears|that the dam would break"},
      {"The firm was accused of taking bribes.", "|was accused of|The firm; |was accused of|taking bribes+"},
      {"Two people familiar with the matter, who spoke on condition of anonymity, said the deal was dead.",
       "Two people familiar with the matter, who spoke on condition of anonymity|said|the deal was dead"},
      {"The dam is safe, an official who asked not to be named said.",
       "an official who asked not to be named|said|The dam is safe"},
      {"The New York Times, citing an official, reported that the ship had sunk.",
       "The New York Times|citing|an official; The New York Times|reported|that the ship had sunk"},
      {"State television quoted Ali Reza as saying the border would reopen.",
       "Ali Reza|as saying|the border would reopen"},
      {"“The border is open,” state television quoted Ali Reza as saying.", "Ali Reza|as saying|The border is open,"},
      {"“The dam is safe,” Ann Lee, the head of the union, told state media.",
       "Ann Lee, the head of the union|told|The dam is safe,"},
      {"Ann Lee, the captain of the team, also wrote on Instagram: “I wish I could be hopeful that it holds.”",
       "Ann Lee, the captain of the team|also wrote|I wish I could be hopeful that it holds."},
      {"Reza was quoted as saying the border would reopen.", "Reza|was quoted as saying|the border would reopen"},
      {"The “war on drugs” went on.", ""},
      {"The dam is safe, attorneys for the family said.", "attorneys for the family|said|The dam is safe"},
      {"The dam swallowed two billion pounds by the end of August, a review of newly filed papers shows.",
       "a review of newly filed papers|shows|The dam swallowed two billion pounds by the end of August"},
      {"The dam may break this week, said Brian Baker, an adviser to the family who owns the land below it.",
       "Brian Baker, an adviser to the family who owns the land below it|said|The dam may break this week"},
      {"The agency collected statements, photos, the police reports.", ""},
      {"Smith, who asked whether the dam was safe, said on Friday that he would leave.",
       "who|asked|whether the dam was safe; "
       "Smith, who asked whether the dam was safe|said|that he would leave"},
      {"Asked whether he would resign, Smith said he had no such plans.",
       "|Asked|whether he would resign; Smith|said|he had no such plans"},
      {"Ann Lee, counsel for the union, said in a written statement in March that the dam had been safe.",
       "Ann Lee, counsel for the union|said|that the dam had been safe"},
      {"Ann Lee told the journal that the dam was safe, the newspaper reported.",
       "the newspaper|reported|Ann Lee told the journal that the dam was safe; Ann Lee|told|that the dam was safe"},
      {"“I see,” he said with a smile.", "he|said with a smile|I see,"},
      {"She sent an email saying the dam was safe.", "She|sent an email saying|the dam was safe"},
      {"The dam is safe, according to the ministry, but the town is empty.",
       "the ministry|according to|The dam is safe"},
      {"Police said the dam was safe, according to the newspaper.",
       "the newspaper|according to|Police said the dam was safe; Police|said|the dam was safe"},
      {"Poll: Voters Abandon The New Dam.", "Poll|:|Voters Abandon The New Dam"},
      {"The Palestinian observer called on the council and the union “to remain vigilant in their demands.”",
       "The Palestinian observer|called on|the council and the union “to remain vigilant in their demands.”"},
      {"At the news conference, Smith read.", ""},
      {"The official said the dam was young and asserted that it would hold.",
       "The official|said|the dam was young; The official|asserted|that it would hold"},
      {"Henry left with the gangs demanding that he stay away.", "the gangs|demanding|that he stay away"},
      {"“They told me so,” said Omar Haddad, 34, a baker from Homs, “and so we left.”",
       "Omar Haddad, 34, a baker from Homs|said|They told me so,; "
       "Omar Haddad, 34, a baker from Homs|said|and so we left.+"},
      {"Smith while appearing in court on November 7 defended the plan.", "Smith|defended|the plan"},
      {"Don't forget that the dam was safe.", ""},
      {"The plan was endorsed by the union.", "the union|was endorsed|The plan"},
      {"He sold “organic” eggs at the market.", ""},
      {"She played in “The Long Way Home” for two years.", ""},
      {"“We will go.\n“We will not come back,” Smith said.",
       "Smith|said|We will go.; Smith|said|We will not come back,+"},
      {"The clerk warned the pier could fall; the minister's spokesman, Karl Winter, said she would not comment.",
       "The clerk|warned|the pier could fall; the minister's spokesman, Karl Winter|said|she would not comment"},
      {"“We regret it,” the statement read. “Expect delays.”",
       "the statement|read|We regret it,; the statement|read|Expect delays.+"},
      {"Smith vowed never to sign the deal.", "Smith|vowed|never to sign the deal"},
      {"“This is,” she said, her voice breaking, “the worst day.”", "she|said|This is,; she|said|the worst day.+"},
      {"He spoke on Friday.", ""},
  };
  for (const Case& c : cases) {
    const std::string got = told(c.text);
    if (c.text.find('\n') != std::string::npos) {
      EXPECT_NE(got.find(c.expected), std::string::npos) << c.text << "\n" << got;
    } else {
      EXPECT_EQ(got, c.expected) << c.text;
    }
  }
}

// Who speaks a quotation that stands in the paragraph without a cue of its own, or with another's behind it.
TEST(Quotes, CreditsWhoeverSpokeJustBefore) {
  const std::pair<const char*, const char*> cases[] = {
      {"The union leader expressed confidence that the strike would end. “It is a small step and we are sure that we "
       "will win in the end.”",
       "The union leader"},
      {"“We are working on plans to protect the farmers,” Anna Berg told reporters in Oslo, according to the Morning "
       "Post.",
       "Anna Berg"},
  };
  for (const auto& [text, speaker] : cases) {
    const Document doc = annotated(text);
    const bool found = std::any_of(doc.statements.begin(), doc.statements.end(), [&](const Statement& s) {
      return s.kind == StatementKind::direct && doc.words(s.speaker) == speaker;
    });
    EXPECT_TRUE(found) << text;
  }
}

TEST(Quotes, WhoNeitherOwnsNorDisownsHedges) {
  const Case cases[] = {
      {"The minister denied that the plan had failed.", "denies"},
      {"The minister did not deny that the plan had failed.", "hedges"},
      {"The ministry neither confirmed nor denied that the plan had failed.", "hedges"},
      {"The ministry refused to say whether the plan had failed.", "hedges"},
      {"The ministry refused to sign the plan.", "denies"},
  };
  for (const Case& c : cases) {
    const Document doc = annotated(c.text);
    ASSERT_EQ(doc.statements.size(), 1u) << c.text;
    EXPECT_EQ(doc.statements[0].act.view(), c.expected) << c.text;
  }
}

TEST(Quotes, ACountryOnlyTellsWhoseMinistrySpeaks) {
  for (const auto& [text, name] :
       {std::pair{"Kenya's interior ministry said it would ask for support.", "Kenya's interior ministry"},
        std::pair{"The Kenyan government says that the migrants may stay.", "Kenyan government"},
        std::pair{"Kenya said that the migrants may stay.", "Kenya"}}) {
    const Document doc = annotated(text);
    ASSERT_EQ(doc.statements.size(), 1u) << text;
    EXPECT_EQ(doc.statements[0].speaker_name, name) << text;
  }
}

TEST(Quotes, NamesWhomARelativePronounStandsFor) {
  const Document doc = annotated("He met the critics who said that the dam was weak.");
  ASSERT_EQ(doc.statements.size(), 1u);
  EXPECT_EQ(doc.words(doc.statements[0].speaker), "who");
  EXPECT_EQ(doc.statements[0].speaker_name, "critics");
  const Document blow = annotated("The vote is a blow to Kelly Ortberg, who said earlier on Wednesday it was lost.");
  ASSERT_EQ(blow.statements.size(), 1u);
  EXPECT_EQ(blow.statements[0].speaker_name, "Kelly Ortberg");
  EXPECT_EQ(blow.words(blow.statements[0].content), "it was lost");
}

TEST(Quotes, NamesSomebodyWithoutANameWhomAPronounStandsFor) {
  for (const auto& [text, name] : {
           std::pair{"A spokeswoman for the airline blamed the pilot. “We regret what happened,” she said.",
                     "spokeswoman for the airline"},
           std::pair{"Mr. Marek was held at the border. Another woman sat near the hall. “I had two sons in there,” "
                     "she said.",
                     "Another woman"},
           std::pair{"One witness spoke to Ms. Dvorak. When a soldier moved him away, he wept. “I saw it,” he said.",
                     "One witness"},
       }) {
    const Document doc = annotated(text);
    ASSERT_FALSE(doc.statements.empty()) << text;
    EXPECT_EQ(doc.statements.back().speaker_name, name) << text;
  }
}

TEST(Quotes, WhatTheReportSaysOfTheLastWordsIsNotTold) {
  const Document doc = annotated("The union praised the plan to close the mine, which was put forth in May.");
  ASSERT_EQ(doc.statements.size(), 1u);
  EXPECT_EQ(doc.words(doc.statements[0].content), "the plan to close the mine");
}

TEST(Quotes, ReadsKnownCuesWhereTheParserErrs) {
  const Case cases[] = {
      {"City council votes to close the old bridge", "City council|votes|to close the old bridge"},
      {"He implied villagers were the ones cutting the trees.", "He|implied|villagers were the ones cutting the trees"},
      {"The river is feared by far fewer farmers.", "far fewer farmers|is feared|The river"},
      {"A 2014 study by Dublin professor Jane Cole found 31 cases of fraud.",
       "A 2014 study by Dublin professor Jane Cole|found|31 cases of fraud"},
      {"The candidate is propounding views that frighten farmers.",
       "The candidate|is propounding|views that frighten farmers"},
      {"Some farmers are hopeful they can still win.", "Some farmers|are hopeful|they can still win"},
      {"The senator criticized the plan and called for new tariffs.",
       "The senator|criticized|the plan; The senator|called for|new tariffs"},
      {"Many farmers marched in favor of the ban.", "Many farmers|marched in favor of|the ban"},
      {"When the mayor said that the bridge was safe, the engineer left the hall.",
       "the mayor|said|that the bridge was safe"},
      {"Asked whether he would resign, Smith said, “Never.”", "|Asked|whether he would resign; Smith|said|Never."},
      {"He describes the dam as \"a ruin\" and has said that he would close it.",
       "He|describes|the dam as \"a ruin\"; He|has said|that he would close it"},
  };
  for (const Case& c : cases) EXPECT_EQ(told(c.text), c.expected) << c.text;
}

TEST(Quotes, WordsOfOtherMeaningTellNothing) {
  for (const char* text :
       {"On Monday, the mayor held a rally in the square, but nobody came.", "The flood means the harvest is lost.",
        "She cast a ballot on Sunday.", "The judge saw the river."})
    EXPECT_EQ(told(text), "") << text;
}

}  // namespace
}  // namespace dateline
