// Part-of-speech tags, lemmas and the dependency tree of each sentence (Universal Dependencies).
// Reads ::tokens and ::sentences; fills each token's upos, xpos, lemma, head and deprel, and ::lemmas.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

class SyntaxAnnotator {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<SyntaxAnnotator> load(const Resources& resources);

  void annotate(Document& doc) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
