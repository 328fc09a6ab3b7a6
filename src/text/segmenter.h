// Sentences and words from raw text, with exact offsets. Reads Document::text and ::sections; fills ::sentences
// (headline, body and caption are split; comment and boilerplate too, so that every section can be searched)
// and ::tokens (span only). A sentence never crosses a section or an empty line,
// and is cut after 600 words.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

class Segmenter {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<Segmenter> load(const Resources& resources);

  void annotate(Document& doc) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
