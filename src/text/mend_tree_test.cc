#include "text/mend_tree.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace dateline {
namespace {

struct Node {
  std::string word;
  Upos upos;
  Xpos xpos;
  int head;  // -1: the root
  Deprel deprel;
};

Document tree_of(const std::vector<Node>& nodes, const std::map<size_t, std::string>& lemmas = {}) {
  Document doc;
  doc.lemmas.assign(1, '\0');
  for (const Node& n : nodes) {
    Token token;
    token.span = {static_cast<uint32_t>(doc.text.size()), static_cast<uint32_t>(doc.text.size() + n.word.size())};
    token.upos = n.upos;
    token.xpos = n.xpos;
    token.head = n.head < 0 ? kNone : n.head;
    token.deprel = n.deprel;
    if (const auto lemma = lemmas.find(doc.tokens.size()); lemma != lemmas.end()) {
      token.lemma = static_cast<uint32_t>(doc.lemmas.size());
      doc.lemmas += lemma->second + '\0';
    }
    doc.tokens.push_back(token);
    doc.text += n.word + " ";
  }
  Sentence sentence;
  sentence.tokens = {0, static_cast<uint32_t>(nodes.size())};
  doc.sentences.push_back(sentence);
  mend_tree(doc, doc.sentences[0]);
  return doc;
}

TEST(MendTree, AFiniteClauseHasTheSubjectBeforeIt) {
  const Document doc = tree_of({{"Clerks", Upos::NOUN, Xpos::NNS, 1, Deprel::nsubj},
                                {"warned", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"the", Upos::DET, Xpos::DT, 3, Deprel::det},
                                {"pier", Upos::NOUN, Xpos::NN, 1, Deprel::obj},
                                {"could", Upos::AUX, Xpos::MD, 5, Deprel::aux},
                                {"fall", Upos::VERB, Xpos::VB, 1, Deprel::ccomp}});
  EXPECT_EQ(doc.tokens[3].head, 5);
  EXPECT_EQ(doc.tokens[3].deprel, Deprel::nsubj);
}

TEST(MendTree, AVerbOfNamingHasOneObject) {
  const Document doc = tree_of({{"Ruto", Upos::PROPN, Xpos::NNP, 1, Deprel::nsubj},
                                {"called", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"him", Upos::PRON, Xpos::PRP, 1, Deprel::obj},
                                {"a", Upos::DET, Xpos::DT, 4, Deprel::det},
                                {"friend", Upos::NOUN, Xpos::NN, 1, Deprel::obj}},
                               {{1, "call"}});
  EXPECT_EQ(doc.tokens[2].deprel, Deprel::obj);
  EXPECT_EQ(doc.tokens[4].deprel, Deprel::xcomp);
}

TEST(MendTree, ANounHasNoObject) {
  const Document doc = tree_of({{"He", Upos::PRON, Xpos::PRP, 1, Deprel::nsubj},
                                {"told", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"reporters", Upos::NOUN, Xpos::NNS, 1, Deprel::iobj},
                                {"Peru", Upos::PROPN, Xpos::NNP, 2, Deprel::obj},
                                {"broke", Upos::VERB, Xpos::VBD, 1, Deprel::ccomp},
                                {"it", Upos::PRON, Xpos::PRP, 4, Deprel::obj}});
  EXPECT_EQ(doc.tokens[3].head, 4);
  EXPECT_EQ(doc.tokens[3].deprel, Deprel::nsubj);
  EXPECT_EQ(doc.tokens[2].head, 1);
}

TEST(MendTree, AnInfinitiveTakesNoSubject) {
  const Document doc = tree_of({{"Clerks", Upos::NOUN, Xpos::NNS, 1, Deprel::nsubj},
                                {"told", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"crews", Upos::NOUN, Xpos::NNS, 1, Deprel::obj},
                                {"to", Upos::PART, Xpos::TO, 4, Deprel::mark},
                                {"leave", Upos::VERB, Xpos::VB, 1, Deprel::ccomp}});
  EXPECT_EQ(doc.tokens[2].deprel, Deprel::obj);
}

TEST(MendTree, ARelativeClauseHangsOnTheNounBeforeIt) {
  const Document doc = tree_of({{"He", Upos::PRON, Xpos::PRP, 1, Deprel::nsubj},
                                {"met", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"critics", Upos::NOUN, Xpos::NNS, 1, Deprel::obj},
                                {"who", Upos::PRON, Xpos::WP, 4, Deprel::nsubj},
                                {"left", Upos::VERB, Xpos::VBD, 1, Deprel::acl_relcl}});
  EXPECT_EQ(doc.tokens[4].head, 2);
}

TEST(MendTree, AConjunctionBeginsNoRelativeClause) {
  const Document doc = tree_of({{"Peru", Upos::PROPN, Xpos::NNP, 1, Deprel::nsubj},
                                {"stops", Upos::VERB, Xpos::VBZ, -1, Deprel::root},
                                {"talks", Upos::NOUN, Xpos::NNS, 1, Deprel::obj},
                                {"if", Upos::SCONJ, Xpos::IN, 5, Deprel::mark},
                                {"he", Upos::PRON, Xpos::PRP, 5, Deprel::nsubj},
                                {"leaves", Upos::VERB, Xpos::VBZ, 2, Deprel::acl_relcl}});
  EXPECT_EQ(doc.tokens[5].head, 1);
  EXPECT_EQ(doc.tokens[5].deprel, Deprel::advcl);
}

TEST(MendTree, WhatIsDoneBySomebodyTellsOfTheObjectBeforeIt) {
  const Document doc = tree_of({{"Rebels", Upos::NOUN, Xpos::NNS, 1, Deprel::nsubj},
                                {"broke", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"truces", Upos::NOUN, Xpos::NNS, 1, Deprel::obj},
                                {"brokered", Upos::VERB, Xpos::VBN, 1, Deprel::xcomp},
                                {"by", Upos::ADP, Xpos::IN, 5, Deprel::case_},
                                {"Peru", Upos::PROPN, Xpos::NNP, 3, Deprel::obl_agent}});
  EXPECT_EQ(doc.tokens[3].head, 2);
  EXPECT_EQ(doc.tokens[3].deprel, Deprel::acl);
}

TEST(MendTree, ASubjectHasNoSubject) {
  const Document doc = tree_of({{"It", Upos::PRON, Xpos::PRP, 1, Deprel::nsubj},
                                {"fell", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"after", Upos::SCONJ, Xpos::IN, 6, Deprel::case_},
                                {"truces", Upos::NOUN, Xpos::NNS, 6, Deprel::nsubj},
                                {"with", Upos::ADP, Xpos::IN, 5, Deprel::case_},
                                {"Peru", Upos::PROPN, Xpos::NNP, 3, Deprel::nmod},
                                {"rulers", Upos::NOUN, Xpos::NNS, 7, Deprel::nsubj},
                                {"ended", Upos::VERB, Xpos::VBD, 1, Deprel::conj}});
  EXPECT_EQ(doc.tokens[3].head, 7);
  EXPECT_EQ(doc.tokens[3].deprel, Deprel::nsubj);
  EXPECT_EQ(doc.tokens[2].head, 7);
  EXPECT_EQ(doc.tokens[2].deprel, Deprel::mark);
  EXPECT_EQ(doc.tokens[7].deprel, Deprel::advcl);
}

TEST(MendTree, AFiniteVerbBehindTheRootNounIsTheSentence) {
  const Document doc = tree_of({{"Votes", Upos::NOUN, Xpos::NNS, -1, Deprel::root},
                                {"by", Upos::ADP, Xpos::IN, 3, Deprel::mark},
                                {"Peru", Upos::PROPN, Xpos::NNP, 3, Deprel::nsubj},
                                {"allowed", Upos::VERB, Xpos::VBD, 0, Deprel::acl},
                                {"it", Upos::PRON, Xpos::PRP, 3, Deprel::obj}});
  EXPECT_EQ(doc.tokens[3].head, kNone);
  EXPECT_EQ(doc.tokens[0].head, 3);
  EXPECT_EQ(doc.tokens[0].deprel, Deprel::nsubj);
  EXPECT_EQ(doc.tokens[2].head, 0);
  EXPECT_EQ(doc.tokens[1].head, 2);
}

TEST(MendTree, OfTwoSubjectsTheFirstHasItsOwnVerb) {
  const Document doc = tree_of({{"Bridges", Upos::NOUN, Xpos::NNS, 5, Deprel::nsubj},
                                {"collapsed", Upos::VERB, Xpos::VBN, 0, Deprel::acl},
                                {"killing", Upos::VERB, Xpos::VBG, 5, Deprel::advcl},
                                {"four", Upos::NUM, Xpos::CD, 2, Deprel::obj},
                                {"police", Upos::NOUN, Xpos::NNS, 5, Deprel::nsubj},
                                {"said", Upos::VERB, Xpos::VBD, -1, Deprel::root}});
  EXPECT_EQ(doc.tokens[0].head, 1);
  EXPECT_EQ(doc.tokens[1].head, 5);
  EXPECT_EQ(doc.tokens[1].deprel, Deprel::ccomp);
  EXPECT_EQ(doc.tokens[2].head, 1);
  EXPECT_EQ(doc.tokens[4].head, 5);
}

TEST(MendTree, OfTwoSubjectsSideBySideTheSecondHasARelativeClause) {
  const Document doc = tree_of({{"Orders", Upos::NOUN, Xpos::NNS, 2, Deprel::nsubj_pass},
                                {"Berg", Upos::PROPN, Xpos::NNP, 2, Deprel::nsubj},
                                {"signed", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"cover", Upos::VERB, Xpos::VBP, 2, Deprel::parataxis},
                                {"towns", Upos::NOUN, Xpos::NNS, 3, Deprel::obj}});
  EXPECT_EQ(doc.tokens[3].deprel, Deprel::root);
  EXPECT_EQ(doc.tokens[0].head, 3);
  EXPECT_EQ(doc.tokens[2].head, 0);
  EXPECT_EQ(doc.tokens[1].head, 2);
}

TEST(MendTree, WhoStandsBehindAnOpeningIsTheSubject) {
  const Document doc = tree_of({{"In", Upos::ADP, Xpos::IN, 1, Deprel::case_},
                                {"contrast", Upos::NOUN, Xpos::NN, 4, Deprel::obl},
                                {",", Upos::PUNCT, Xpos::PUNCT, 3, Deprel::punct},
                                {"Berg", Upos::PROPN, Xpos::NNP, 1, Deprel::appos},
                                {"objected", Upos::VERB, Xpos::VBD, -1, Deprel::root}});
  EXPECT_EQ(doc.tokens[3].head, 4);
  EXPECT_EQ(doc.tokens[3].deprel, Deprel::nsubj);
}

TEST(MendTree, WhoStandsBetweenAnOpeningWithAParticipleAndTheVerbIsItsSubject) {
  const Document doc = tree_of({{"Speaking", Upos::VERB, Xpos::VBG, 5, Deprel::advcl},
                                {"with", Upos::ADP, Xpos::IN, 2, Deprel::case_},
                                {"Berg", Upos::PROPN, Xpos::NNP, 5, Deprel::nsubj},
                                {",", Upos::PUNCT, Xpos::PUNCT, 4, Deprel::punct},
                                {"Hall", Upos::PROPN, Xpos::NNP, 2, Deprel::conj},
                                {"objected", Upos::VERB, Xpos::VBD, -1, Deprel::root}});
  EXPECT_EQ(doc.tokens[4].head, 5);
  EXPECT_EQ(doc.tokens[4].deprel, Deprel::nsubj);
  EXPECT_EQ(doc.tokens[2].head, 0);
}

TEST(MendTree, WhatHasAnObjectIsNoPassive) {
  const Document doc = tree_of({{"Police", Upos::NOUN, Xpos::NNS, 2, Deprel::nsubj_pass},
                                {"today", Upos::NOUN, Xpos::NN, 2, Deprel::obl_unmarked},
                                {"arrested", Upos::VERB, Xpos::VBN, -1, Deprel::root},
                                {"Berg", Upos::PROPN, Xpos::NNP, 2, Deprel::obj}});
  EXPECT_EQ(doc.tokens[0].deprel, Deprel::nsubj);
  EXPECT_EQ(doc.tokens[2].xpos, Xpos::VBD);
}

TEST(MendTree, WhatLeadsATitleIsPartOfTheName) {
  const Document doc = tree_of({{"by", Upos::ADP, Xpos::IN, 1, Deprel::case_},
                                {"district", Upos::NOUN, Xpos::NN, 4, Deprel::obl_agent},
                                {"Judge", Upos::PROPN, Xpos::NNP, 3, Deprel::nmod_desc},
                                {"Berg", Upos::PROPN, Xpos::NNP, 1, Deprel::appos},
                                {"blocked", Upos::VERB, Xpos::VBN, -1, Deprel::root}});
  EXPECT_EQ(doc.tokens[3].head, 4);
  EXPECT_EQ(doc.tokens[3].deprel, Deprel::obl_agent);
  EXPECT_EQ(doc.tokens[1].head, 3);
  EXPECT_EQ(doc.tokens[0].head, 3);
}

TEST(MendTree, WhatStandsBetweenItsConjunctionAndAVerbIsItsSubject) {
  const Document doc = tree_of({{"It", Upos::PRON, Xpos::PRP, 1, Deprel::nsubj},
                                {"fell", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"after", Upos::ADP, Xpos::IN, 4, Deprel::case_},
                                {"a", Upos::DET, Xpos::DT, 4, Deprel::det},
                                {"panel", Upos::NOUN, Xpos::NN, 5, Deprel::obl},
                                {"upheld", Upos::VERB, Xpos::VBD, 1, Deprel::conj},
                                {"bans", Upos::NOUN, Xpos::NNS, 5, Deprel::obj}});
  EXPECT_EQ(doc.tokens[4].deprel, Deprel::nsubj);
  EXPECT_EQ(doc.tokens[2].head, 5);
  EXPECT_EQ(doc.tokens[5].deprel, Deprel::advcl);
}

TEST(MendTree, WhoIsNoPlace) {
  const Document doc = tree_of({{"Berg", Upos::PROPN, Xpos::NNP, 5, Deprel::nsubj},
                                {"of", Upos::ADP, Xpos::IN, 2, Deprel::case_},
                                {"Leeds", Upos::PROPN, Xpos::NNP, 0, Deprel::nmod},
                                {"who", Upos::PRON, Xpos::WP, 4, Deprel::nsubj},
                                {"ruled", Upos::VERB, Xpos::VBD, 2, Deprel::acl_relcl},
                                {"left", Upos::VERB, Xpos::VBD, -1, Deprel::root}});
  EXPECT_EQ(doc.tokens[4].head, 0);
}

TEST(MendTree, ANameBetweenCommasSaysWhoActs) {
  const Document doc = tree_of({{"president", Upos::NOUN, Xpos::NN, 4, Deprel::nsubj},
                                {",", Upos::PUNCT, Xpos::NIL, 0, Deprel::punct},
                                {"Deby", Upos::PROPN, Xpos::NNP, 4, Deprel::nsubj},
                                {",", Upos::PUNCT, Xpos::NIL, 4, Deprel::punct},
                                {"arrived", Upos::VERB, Xpos::VBD, -1, Deprel::root}});
  EXPECT_EQ(doc.tokens[2].head, 0);
  EXPECT_EQ(doc.tokens[2].deprel, Deprel::appos);
}

TEST(MendTree, AConjunctionThatLooksLikeAPreposition) {
  const Document doc = tree_of({{"Congo", Upos::PROPN, Xpos::NNP, 1, Deprel::nsubj},
                                {"stopped", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"ferries", Upos::NOUN, Xpos::NNS, 1, Deprel::obj},
                                {"after", Upos::ADP, Xpos::IN, 4, Deprel::case_},
                                {"one", Upos::NUM, Xpos::CD, 2, Deprel::nmod},
                                {"sank", Upos::VERB, Xpos::VBD, 1, Deprel::conj}});
  EXPECT_EQ(doc.tokens[5].deprel, Deprel::advcl);
  EXPECT_EQ(doc.tokens[5].head, 1);
  EXPECT_EQ(doc.tokens[4].head, 5);
  EXPECT_EQ(doc.tokens[4].deprel, Deprel::nsubj);
  EXPECT_EQ(doc.tokens[3].deprel, Deprel::mark);
}

TEST(MendTree, AVerbGoesOnWithTheVerbBeforeIt) {
  const Document doc = tree_of({{"Hale", Upos::PROPN, Xpos::NNP, 1, Deprel::nsubj_pass},
                                {"arrested", Upos::VERB, Xpos::VBN, -1, Deprel::root},
                                {"after", Upos::ADP, Xpos::IN, 3, Deprel::case_},
                                {"robbery", Upos::NOUN, Xpos::NN, 1, Deprel::obl},
                                {"and", Upos::CCONJ, Xpos::CC, 5, Deprel::cc},
                                {"charged", Upos::VERB, Xpos::VBD, 3, Deprel::conj}});
  EXPECT_EQ(doc.tokens[5].head, 1);
  EXPECT_EQ(doc.tokens[5].deprel, Deprel::conj);
}

TEST(MendTree, ANameIsPartOfNoFixedPhrase) {
  const Document doc = tree_of({{"identified", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"him", Upos::PRON, Xpos::PRP, 0, Deprel::obj},
                                {"as", Upos::ADP, Xpos::IN, 0, Deprel::advmod},
                                {"Hill", Upos::PROPN, Xpos::NNP, 2, Deprel::fixed}});
  EXPECT_EQ(doc.tokens[3].head, 0);
  EXPECT_EQ(doc.tokens[3].deprel, Deprel::obl);
  EXPECT_EQ(doc.tokens[2].head, 3);
}

TEST(MendTree, WhatACommaJoinsToANameDescribesIt) {
  const Document doc = tree_of({{"Berg", Upos::PROPN, Xpos::NNP, 4, Deprel::nsubj},
                                {",", Upos::PUNCT, Xpos::NIL, 3, Deprel::punct},
                                {"a", Upos::DET, Xpos::DT, 3, Deprel::det},
                                {"Liberal", Upos::PROPN, Xpos::NNP, 0, Deprel::conj},
                                {"left", Upos::VERB, Xpos::VBD, -1, Deprel::root}});
  EXPECT_EQ(doc.tokens[3].deprel, Deprel::appos);
}

TEST(MendTree, ADayClaimsNothing) {
  const Document doc = tree_of({{"Rebels", Upos::NOUN, Xpos::NNS, 1, Deprel::nsubj},
                                {"claimed", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"Wednesday", Upos::PROPN, Xpos::NNP, 1, Deprel::obl_unmarked},
                                {"to", Upos::PART, Xpos::TO, 4, Deprel::mark},
                                {"hold", Upos::VERB, Xpos::VB, 2, Deprel::xcomp}});
  EXPECT_EQ(doc.tokens[4].head, 1);
}

TEST(MendTree, HowManyIsNobodysObject) {
  const Document doc = tree_of({{"Up", Upos::ADP, Xpos::RB, 4, Deprel::advmod},
                                {"to", Upos::ADP, Xpos::IN, 3, Deprel::case_},
                                {"90", Upos::NUM, Xpos::CD, 3, Deprel::nummod},
                                {"Finns", Upos::PROPN, Xpos::NNPS, 0, Deprel::obl},
                                {"began", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"strikes", Upos::NOUN, Xpos::NNS, 4, Deprel::obj}});
  EXPECT_EQ(doc.tokens[3].head, 4);
  EXPECT_EQ(doc.tokens[3].deprel, Deprel::nsubj);
  EXPECT_EQ(doc.tokens[0].head, 2);
}

TEST(MendTree, ANounRightBeforeANameSaysWhatItIs) {
  const Document doc = tree_of({{"The", Upos::DET, Xpos::DT, 1, Deprel::det},
                                {"charity", Upos::NOUN, Xpos::NN, 3, Deprel::nsubj},
                                {"Oxfam", Upos::PROPN, Xpos::NNP, 3, Deprel::nsubj},
                                {"demanded", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"help", Upos::NOUN, Xpos::NN, 3, Deprel::obj}});
  EXPECT_EQ(doc.tokens[1].head, 2);
  EXPECT_EQ(doc.tokens[1].deprel, Deprel::nmod_desc);
}

TEST(MendTree, WhoSpeaksBehindACommaHasNothingBeforeIt) {
  const Document doc = tree_of({{"Crews", Upos::NOUN, Xpos::NNS, 1, Deprel::nsubj},
                                {"pulled", Upos::VERB, Xpos::VBD, -1, Deprel::root},
                                {"nine", Upos::NUM, Xpos::CD, 1, Deprel::obj},
                                {"from", Upos::ADP, Xpos::IN, 7, Deprel::case_},
                                {"water", Upos::NOUN, Xpos::NN, 7, Deprel::obl},
                                {",", Upos::PUNCT, Xpos::NIL, 4, Deprel::punct},
                                {"police", Upos::NOUN, Xpos::NN, 7, Deprel::nsubj},
                                {"told", Upos::VERB, Xpos::VBD, 1, Deprel::advcl},
                                {"us", Upos::PRON, Xpos::PRP, 7, Deprel::iobj}});
  EXPECT_EQ(doc.tokens[4].head, 1);
  EXPECT_EQ(doc.tokens[3].head, 4);
  EXPECT_EQ(doc.tokens[7].deprel, Deprel::parataxis);
}

}  // namespace
}  // namespace dateline
