#include "text/segmenter.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

const Segmenter& segmenter() {
  static const Segmenter instance = std::move(Segmenter::load(Resources::embedded()).value());
  return instance;
}

// Sentences parted by " / ", words by " ".
std::string cut(const std::string& text) {
  Document doc;
  doc.text = text;
  doc.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::body, "", {}, ""}};
  segmenter().annotate(doc);
  std::string out;
  for (const Sentence& s : doc.sentences) {
    if (!out.empty()) out += " / ";
    for (uint32_t i = s.tokens.begin; i < s.tokens.end; ++i) {
      if (i > s.tokens.begin) out += ' ';
      out += doc.words(doc.tokens[i]);
    }
  }
  return out;
}

}  // namespace

TEST(Segmenter, CutsWordsAsTheEnglishWebTreebankDoes) {
  const std::pair<const char*, const char*> cases[] = {
      {"He didn't, and I'll say Ruto's.", "He did n't , and I 'll say Ruto 's ."},
      {"He didn’t, and Ruto’s men cannot.", "He did n’t , and Ruto ’s men can not ."},
      {"a well-known anti-war e-mail", "a well - known anti-war e-mail"},
      {"It cost $1,234.50 (5%) at 10:30.", "It cost $ 1,234.50 ( 5 % ) at 10:30 ."},
      {"See https://example.com/a?b=c, or write to a.b@example.org.",
       "See https://example.com/a?b=c , or write to a.b@example.org ."},
      {"U.S. and U.K. forces", "U.S. and U.K. forces"},
      {"“Yes,” she said…", "“ Yes , ” she said …"},
      {"at 10am on 9/11, aged 5", "at 10 am on 9/11 , aged 5"},
      {"O'Brien of AT&T won 3-2", "O'Brien of AT&T won 3 - 2"},
      {"the workers' union", "the workers ' union"},
      {"its not the end of its only term", "it s not the end of its only term"},
      {"its in-house team, its a, b and c", "its in - house team , its a , b and c"},
      {"men and/or women", "men and / or women"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(cut(text), expected) << text;
}

TEST(Segmenter, EndsSentences) {
  const std::pair<const char*, const char*> cases[] = {
      {"It fell at 6:17 a.m. Sunday local time near Oslo, they said.",
       "It fell at 6:17 a.m. Sunday local time near Oslo , they said ."},
      {"It was 6 p.m. Singapore time, they said.", "It was 6 p.m. Singapore time , they said ."},
      {"At earlier protests Saturday, students shouted.", "At earlier protests Saturday , students shouted ."},
      {"They left at 6 p.m. The road was shut.", "They left at 6 p.m. / The road was shut ."},
      {"Antony J. Blinken came. He left.", "Antony J. Blinken came . / He left ."},
      {"U.S. Secretary of State Gen. Lee met Mr. Ruto.", "U.S. Secretary of State Gen. Lee met Mr. Ruto ."},
      {"He lives in the U.S. They do not.", "He lives in the U.S. / They do not ."},
      {"\"We go.\" He went. \"No!\" she said.", "\" We go . \" / He went . / \" No ! \" she said ."},
      {"“It is over. We won.” They left.", "“ It is over . / We won . ” / They left ."},
      {"Kenya sends police\n\nThe first police left.", "Kenya sends police / The first police left ."},
      {"Kenya sends police\nThe first police left.", "Kenya sends police / The first police left ."},
      {"Well... maybe. So", "Well ... maybe . / So"},
      {"It rose 3.5 percent. 400 died.", "It rose 3.5 percent . / 400 died ."},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(cut(text), expected) << text;
}

TEST(Segmenter, JoinsLinesThatWereWrapped) {
  EXPECT_EQ(cut("The first police officers from Kenya arrived in the capital of\nHaiti on Tuesday to help the local "
                "police\nagainst gangs."),
            "The first police officers from Kenya arrived in the capital of Haiti on Tuesday to help the local police "
            "against gangs .");
}

// A text without the end of a sentence costs no more than one with: what comes after reads sentence by sentence.
TEST(Segmenter, CutsWhatNeverEnds) {
  Document doc;
  for (int i = 0; i < 1500; ++i) doc.text += "Smith, ";
  doc.sections = {{{0, static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
  segmenter().annotate(doc);
  ASSERT_EQ(doc.sentences.size(), 5u);
  EXPECT_EQ(doc.sentences[0].tokens.size(), 600u);
  EXPECT_EQ(doc.sentences[4].tokens.end, 3000u);
}

TEST(Segmenter, NeverCrossesASection) {
  Document doc;
  doc.text = "One two three four";
  doc.sections = {{{0, 7}, SectionKind::headline, "", {}, ""}, {{8, 18}, SectionKind::body, "", {}, ""}};
  segmenter().annotate(doc);
  ASSERT_EQ(doc.sentences.size(), 2u);
  EXPECT_EQ(doc.sentences[1].section, 1u);
  EXPECT_EQ(doc.words(doc.sentences[1].span), "three four");
}

}  // namespace dateline
