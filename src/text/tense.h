// Does the sentence look back or ahead where a date stands in it?
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

class TenseReader {
 public:
  // Reads text/tense.tsv. Fails where it is missing or ill-formed, naming its file and line.
  static Result<TenseReader> load(const Resources& resources);

  // -1 back ("met Friday"), 1 ahead ("will meet Friday"), 0 it does not say. Goes by the verb that governs the words if
  // the document is parsed, by the nearest verb if it is tagged, and else by the words "will", "was", … nearby.
  int at(const Document& doc, Span span) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
