// Sentences, words and their grammar: Universal Dependencies 2 (universaldependencies.org), English, with
// Penn Treebank tags beside the universal ones because they tell tense and number.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "dateline/span.h"

namespace dateline {

enum class Upos : uint8_t {
  X,
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
};
inline constexpr std::array<std::string_view, 17> kUposNames = {"X",     "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                                "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                                "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};

// Penn Treebank tags; punctuation tags are one (PUNCT), since UPOS and the text tell the rest.
enum class Xpos : uint8_t {
  NIL,
  CC,
  CD,
  DT,
  EX,
  FW,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NN,
  NNS,
  NNP,
  NNPS,
  PDT,
  POS,
  PRP,
  PRPS,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WPS,
  WRB,
  PUNCT,
};
inline constexpr std::array<std::string_view, 38> kXposNames = {
    "NIL", "CC",  "CD",   "DT",  "EX",  "FW",  "IN",   "JJ",  "JJR", "JJS", "LS",  "MD",   "NN",
    "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM",  "TO",
    "UH",  "VB",  "VBD",  "VBG", "VBN", "VBP", "VBZ",  "WDT", "WP",  "WP$", "WRB", "PUNCT"};

enum class Deprel : uint8_t {
  dep,
  root,
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_pass,
  nsubj_outer,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  vocative,
  xcomp,
};
inline constexpr std::array<std::string_view, 52> kDeprelNames = {
    "dep",        "root",          "acl",          "acl:relcl",  "advcl",       "advcl:relcl", "advmod",
    "amod",       "appos",         "aux",          "aux:pass",   "case",        "cc",          "cc:preconj",
    "ccomp",      "compound",      "compound:prt", "conj",       "cop",         "csubj",       "csubj:outer",
    "csubj:pass", "det",           "det:predet",   "discourse",  "dislocated",  "expl",        "fixed",
    "flat",       "goeswith",      "iobj",         "list",       "mark",        "nmod",        "nmod:desc",
    "nmod:poss",  "nmod:unmarked", "nsubj",        "nsubj:pass", "nsubj:outer", "nummod",      "obj",
    "obl",        "obl:agent",     "obl:unmarked", "orphan",     "parataxis",   "punct",       "reparandum",
    "vocative",   "xcomp"};

inline std::string_view name_of(Upos x) { return kUposNames[static_cast<size_t>(x)]; }
inline std::string_view name_of(Xpos x) { return kXposNames[static_cast<size_t>(x)]; }
inline std::string_view name_of(Deprel x) { return kDeprelNames[static_cast<size_t>(x)]; }

// A syntactic word. "don't" is two tokens ("do", "n't") whose spans touch.
struct Token {
  Span span;
  uint32_t lemma = 0;    // Document::lemma(token) reads it
  int32_t head = kNone;  // index into Document::tokens; kNone for the root of its sentence
  Upos upos = Upos::X;
  Xpos xpos = Xpos::NIL;
  Deprel deprel = Deprel::dep;
};

struct Sentence {
  Span span;               // trimmed of white space
  IndexRange tokens;       // into Document::tokens
  uint32_t section = 0;    // into Document::sections
  uint32_t paragraph = 0;  // counts from 0 through the report; a new paragraph begins after a line end
};

}  // namespace dateline
