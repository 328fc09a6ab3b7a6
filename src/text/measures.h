// Measures in different units brought to one, so that feet can be held against metres.
#pragma once

#include <memory>
#include <string>

#include "base/resources.h"
#include "dateline/result.h"

namespace dateline {

// A value in `unit` is value * factor + offset in `base`.
struct InBase {
  std::string base;
  double factor = 1, offset = 0;
};

class MeasureBases {
 public:
  // Reads text/measures.tsv. Fails where it is missing or ill-formed, naming its file and line.
  static Result<MeasureBases> load(const Resources& resources);

  // Units by the names that figures carry ("kilometer per hour"). One that no table knows is its own base.
  InBase of(std::string_view unit) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
