// Whether words set what one says against what another says.
#pragma once

#include "base/resources.h"
#include "base/string_table.h"
#include "dateline/model.h"

namespace dateline {

class ContrastReader {
 public:
  // Reads text/contrast.tsv, whose bytes must outlive it. Fails where it is missing or ill-formed.
  static Result<ContrastReader> load(const Resources& resources);

  // Whether a word between two places of one report says so.
  bool between(const Document& doc, Span first, Span second) const;

 private:
  StringTable<bool> words_;
};

}  // namespace dateline
