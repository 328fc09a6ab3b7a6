// Every word of a report that tells of something that happens, and which of them tell of the same: what stands below
// the chronology. Derived from the record when asked for, never stored.
#pragma once

#include <string>

#include "dateline/record.h"

namespace dateline {

struct RecordMention {
  std::string id;     // "m-…": the same for all words, in any report, that tell of the same happening
  Evidence evidence;  // the word
  std::string root;   // the verb behind it, or the word itself: "arrive" for "arrival"
  Label type, mode;   // as coded; "x-event" for what no frame codes
  EventStatus status = EventStatus::happened;
  std::string event;  // the line of the chronology that it, or most that tell of the same, belong to; empty if none
};

}  // namespace dateline
