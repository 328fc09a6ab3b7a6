// Part-of-speech tags, lemmas and the dependency tree of each sentence (Universal Dependencies).
// Reads ::tokens and ::sentences; fills each token's upos, xpos, lemma, head and deprel, and ::lemmas.
// Every sentence is one projective tree with one root. Comments and boilerplate are tagged but not parsed: there,
// head stays kNone and deprel dep, for every token. tree.h has what one asks of a tree.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

class SyntaxAnnotator {
 public:
  // Fails where a model is missing or ill-formed, naming it. Cheap: models are used where they lie.
  static Result<SyntaxAnnotator> load(const Resources& resources);

  void annotate(Document& doc) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
