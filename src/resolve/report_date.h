// When a report was published, if no metadata says so: from its dateline, comments, relative dates and what it
// tells as past; and later from its fellows that tell of the same event.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/model.h"
#include "resolve/date_fellows.h"

namespace dateline {

class ReportDater {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<ReportDater> load(const Resources& resources);

  // Keeps a published date that is stated or given; else infers one (value or interval, reasons, evidence).
  // Needs TimeAnnotator::find.
  void infer(Document& doc) const;
  // What the neighbours in `docs` add: for each report the same or a narrower date, with its reasons. `pairs`: which
  // of them may tell of the same event. The answer does not depend on the order of `docs`.
  std::vector<Published> refine(const std::vector<const Document*>& docs, const std::vector<SameNews>& pairs) const;
  // Whether refine() can change anything, before the groups are known.
  bool may_refine(const std::vector<const Document*>& docs) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
