// What TimeAnnotator reads at its start.
#pragma once

#include "annotate/times.h"
#include "annotate/times_grammar.h"
#include "annotate/times_passage.h"
#include "text/tense.h"

namespace dateline {

struct TimeAnnotator::Lexicon {
  std::vector<std::string> files;  // rules say which they are from
  times::Words words;
  times::Grammar grammar;
  times::Signals signals;
  TenseReader tense;

  // The meanings of doc.times are read again from their words: a few lexemes each, and nothing more has to be stored.
  std::vector<times::Meaning> meanings_of(const Document& doc) const;
};

}  // namespace dateline
