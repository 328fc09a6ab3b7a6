#include "text/mend_tree.h"

#include <gtest/gtest.h>

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

Document tree_of(const std::vector<Node>& nodes) {
  Document doc;
  for (const Node& n : nodes) {
    Token token;
    token.span = {static_cast<uint32_t>(doc.text.size()), static_cast<uint32_t>(doc.text.size() + n.word.size())};
    token.upos = n.upos;
    token.xpos = n.xpos;
    token.head = n.head < 0 ? kNone : n.head;
    token.deprel = n.deprel;
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

}  // namespace
}  // namespace dateline
