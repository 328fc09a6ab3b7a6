// Events by PLOVER type and mode, their participants, place and status, and the report's main event.
// Reads all earlier layers; fills ::events, ::participants and ::main_event.
#pragma once

#include <memory>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

class EventAnnotator {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<EventAnnotator> load(const Resources& resources);

  void annotate(Document& doc) const;
  // Sets each event's `when` from ::times. May be run again after TimeAnnotator::anchor.
  void date(Document& doc) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so annotators are thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
