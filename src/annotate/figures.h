// Numbers and what they count. Runs after the events, so that a figure can name the one it belongs to.
// Reads all earlier layers; fills ::figures.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

class FigureAnnotator {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<FigureAnnotator> load(const Resources& resources);

  void annotate(Document& doc) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
