// Who said what: statements direct, indirect and mixed, their cues and speakers. Reads ::tokens, ::mentions and
// ::entities; fills ::statements.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

class QuoteAnnotator {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<QuoteAnnotator> load(const Resources& resources);

  void annotate(Document& doc) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
