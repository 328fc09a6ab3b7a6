// Names of people, organisations, places and groups. Reads ::tokens with their tags; fills ::mentions with
// those of form `name`, sorted, not overlapping. Titles are no part of a person's name. Boilerplate is left out.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

class NameAnnotator {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<NameAnnotator> load(const Resources& resources);

  void annotate(Document& doc) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
