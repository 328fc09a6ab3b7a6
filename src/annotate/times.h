// Time expressions (TIMEX3). Two steps, because a report's own date may have to be inferred from what step one found.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

class TimeAnnotator {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<TimeAnnotator> load(const Resources& resources);

  // Fills ::times; absolute values are final. Needs ::sentences and ::tokens (tags help to decide tense).
  void find(Document& doc) const;
  // Resolves what is relative against doc.published.value, as an interval where that is one. May be run again
  // when the report's date becomes known better.
  void anchor(Document& doc) const;
  // For each of ::times the rule that read it (file, line, name) and what decided which day it is, in words.
  std::vector<std::string> explain(const Document& doc) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
