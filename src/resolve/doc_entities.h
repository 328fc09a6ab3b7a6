// Who is who inside one report: joins ::mentions (aliases, titles, surnames, acronyms, pronouns) into ::entities.
// May add mentions of form `nominal` and `pronoun`; keeps ::mentions sorted by position.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

class EntityResolver {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<EntityResolver> load(const Resources& resources);

  void annotate(Document& doc) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
