// From a Capture to the Article in it: decoding, main text, sections, metadata.
#pragma once

#include "base/resources.h"
#include "dateline/model.h"
#include "dateline/result.h"

#include <memory>

namespace dateline {

class Extractor {
 public:
  static Result<Extractor> load(const Resources& resources);

  // Fails where there is no article text to be had (binary, empty, past a limit: see extract/limits.h).
  Result<Article> extract(const Capture& capture) const;

 private:
  struct Lexicon;
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
