#include "text/syntax.h"

#include <gtest/gtest.h>

#include "text/segmenter.h"
#include "text/tree.h"

namespace dateline {
namespace {

Document analysed(const std::string& text) {
  static const Segmenter segmenter = std::move(Segmenter::load(Resources::embedded()).value());
  static const SyntaxAnnotator syntax = std::move(SyntaxAnnotator::load(Resources::embedded()).value());
  Document doc;
  doc.text = text;
  doc.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::body, "", {}, ""}};
  segmenter.annotate(doc);
  syntax.annotate(doc);
  return doc;
}

uint32_t find(const Document& doc, std::string_view word) {
  for (uint32_t i = 0; i < doc.tokens.size(); ++i) {
    if (doc.words(doc.tokens[i]) == word) return i;
  }
  ADD_FAILURE() << "no " << word;
  return 0;
}

}  // namespace

TEST(Syntax, TagsAndLemmas) {
  const Document doc = analysed("The police officers were arriving in Haiti on Tuesday.");
  const auto& officers = doc.tokens[find(doc, "officers")];
  EXPECT_EQ(officers.upos, Upos::NOUN);
  EXPECT_EQ(officers.xpos, Xpos::NNS);
  EXPECT_EQ(doc.lemma(officers), "officer");
  EXPECT_EQ(doc.lemma(doc.tokens[find(doc, "were")]), "be");
  EXPECT_EQ(doc.lemma(doc.tokens[find(doc, "arriving")]), "arrive");
  EXPECT_EQ(doc.tokens[find(doc, "Haiti")].upos, Upos::PROPN);
}

TEST(Syntax, IrregularPastFormsThatNoTrainingTextHad) {
  const Document doc = analysed("Thousands fled the town when rebels fought soldiers.");
  EXPECT_EQ(doc.lemma(doc.tokens[find(doc, "fled")]), "flee");
  EXPECT_EQ(doc.lemma(doc.tokens[find(doc, "fought")]), "fight");
}

TEST(Syntax, ASentenceHasAVerb) {
  const Document doc = analysed("A bridge collapsed in Genoa on Friday.");
  const uint32_t verb = find(doc, "collapsed");
  EXPECT_EQ(doc.tokens[verb].xpos, Xpos::VBD);
  EXPECT_EQ(doc.tokens[verb].head, kNone);
  EXPECT_EQ(doc.tokens[find(doc, "bridge")].deprel, Deprel::nsubj);
  const Document caption = analysed("A bridge built by Romans in Genoa.");
  EXPECT_EQ(caption.tokens[find(caption, "built")].xpos, Xpos::VBN);
}

TEST(Syntax, TheVerbOfASentenceIsFoundBehindItsSubject) {
  for (const auto& [text, verb] :
       {std::pair{"The regulator on Tuesday blocked the merger.", "blocked"},
        {"The minister, who said that talks had failed, left for Paris.", "left"},
        {"As crews were cutting through steel on Friday evening, the ruins caught fire.", "caught"},
        {"President Macron, on a visit to Kenya, called for calm.", "called"},
        {"The three suspects who lived in Spain are believed to have fled.", "believed"}}) {
    const Document doc = analysed(text);
    EXPECT_EQ(doc.tokens[find(doc, verb)].head, kNone) << text;
  }
}

TEST(Syntax, AVerbWithARelativePronounTakesNoSecondSubject) {
  const Document doc = analysed("Police said the officials who spoke to reporters were close to the inquiry.");
  EXPECT_EQ(doc.tokens[find(doc, "spoke")].deprel, Deprel::acl_relcl);
  EXPECT_EQ(doc.tokens[find(doc, "spoke")].head, static_cast<int32_t>(find(doc, "officials")));
}

// Sentences are worked on by turns: what stands beside a sentence must not matter.
TEST(Syntax, SentencesDoNotDisturbEachOther) {
  const std::string_view sentences[] = {"Rebels seized the town on Monday.", "Stop!",
                                        "The mayor, who had fled, said that talks would go on until the army left.",
                                        "It rained.", "Officials in Goma counted 12 dead and 40 wounded."};
  std::string all;
  for (std::string_view s : sentences) all += std::string(s) + "\n\n";
  const Document together = analysed(all);
  uint32_t at = 0;
  for (std::string_view s : sentences) {
    const Document alone = analysed(std::string(s));
    for (const Token& token : alone.tokens) {
      const Token& same = together.tokens[at++];
      ASSERT_EQ(together.words(same), alone.words(token));
      EXPECT_EQ(same.xpos, token.xpos) << alone.words(token);
      EXPECT_EQ(same.deprel, token.deprel) << alone.words(token);
    }
  }
  EXPECT_EQ(at, together.tokens.size());
}

TEST(Syntax, EverySentenceIsOneTree) {
  const Document doc =
      analysed("Hello\n\n\"Go!\" he said. ,,, ( ) ...\n\nThe man who she said left did not. \xE2\x80\x9C");
  for (const Sentence& s : doc.sentences) {
    int roots = 0;
    for (uint32_t i = s.tokens.begin; i < s.tokens.end; ++i) {
      const Token& t = doc.tokens[i];
      roots += t.head == kNone;
      EXPECT_EQ(t.head == kNone, t.deprel == Deprel::root);
      EXPECT_TRUE(t.head == kNone || s.tokens.contains(static_cast<uint32_t>(t.head)));
    }
    EXPECT_EQ(roots, 1);
  }
}

TEST(Tree, FindsWhoDidWhatToWhom) {
  const Document doc = analysed("The gangs attacked the airport. The airport was not attacked by the gangs.");
  const TreeView tree(doc);
  const uint32_t active = doc.sentences[0].tokens.begin + 2;
  ASSERT_EQ(doc.words(doc.tokens[active]), "attacked");
  EXPECT_EQ(doc.words(doc.tokens[tree.subject(active)]), "gangs");
  EXPECT_EQ(doc.words(doc.tokens[tree.object(active)]), "airport");
  EXPECT_FALSE(tree.is_passive(active));
  EXPECT_FALSE(tree.is_negated(active));
  const uint32_t passive = doc.sentences[1].tokens.begin + 4;
  ASSERT_EQ(doc.words(doc.tokens[passive]), "attacked");
  EXPECT_TRUE(tree.is_passive(passive));
  EXPECT_TRUE(tree.is_negated(passive));
  ASSERT_NE(tree.agent(passive), kNone);
  EXPECT_EQ(doc.words(doc.tokens[tree.agent(passive)]), "gangs");
}

TEST(Tree, CutsNounPhrases) {
  const Document doc = analysed("They met in the big house of the president, who left.");
  const TreeView tree(doc);
  const uint32_t house = find(doc, "house");
  EXPECT_EQ(doc.words(tree.text_of(tree.noun_phrase(house))), "the big house");
  EXPECT_EQ(doc.words(tree.text_of(tree.noun_phrase(house, true))).substr(0, 30), "the big house of the president");
}

}  // namespace dateline
