// What a person says over what was derived. Kept in the record apart from all that is derived, and laid over it at
// every derivation: so it survives later reports. A correction rests on mentions (report and place), not on ids, since
// an event's id may change when a report comes that tells of it earlier.
#pragma once

#include <string>
#include <vector>

#include "dateline/record.h"

namespace dateline {

enum class CorrectionKind : uint8_t {
  merge,   // target and other are one event
  split,   // the mentions of other_anchor are an event of their own
  reject,  // no such event, quotation, figure, conflict or shared passage
  set,     // attribute of the target is value
  note,    // value, beside the target
};
std::string_view name_of(CorrectionKind kind);

struct Correction {
  std::string id;  // "k-…", from what it says: said twice, it is one
  CorrectionKind kind = CorrectionKind::note;
  std::string target;                  // the line's id when the person saw it; its first letter tells what it is
  std::vector<Evidence> anchor;        // the mentions that the target rested on
  std::string other;                   // merge: the second event's id; set speaker: the entity's id, if known
  std::vector<Evidence> other_anchor;  // merge: the second event's mentions; split: those taken out
  std::string attribute, value;        // set: "when", "place", …; note: the words; split: the new event's label
  std::string by, made;                // who and when (ISO 8601), as stated; empty if not
  bool undone = false;
};

// What a person asks for, in the ids that the listings print.
struct CorrectionRequest {
  CorrectionKind kind = CorrectionKind::note;
  std::vector<std::string> ids;  // the line; merge: a second event; split: reports that tell of another event
  std::string attribute, value;
  std::string by, made;
};

// One line of the log: a correction and what has become of it.
struct LoggedCorrection {
  Correction correction;
  bool holds = false;  // false: undone, or its mentions are in no line of the record now
};

}  // namespace dateline
