// One report's tellings of what was said: the statements of a Document, with the pieces of one utterance put together.
#pragma once

#include <string>
#include <vector>

#include "dateline/record.h"
#include "link/word_runs.h"

namespace dateline {

struct Telling {
  uint32_t report = 0;           // into the reports at hand
  std::vector<uint32_t> pieces;  // into Document::statements, by position
  StatementKind kind = StatementKind::direct;
  int32_t speaker = kNone;  // into EntityMap::entities
  int32_t on_behalf = kNone;
  std::string speaker_name;  // for those without an entity: folded name of the words
  std::string shown_name;    // as written
  std::string content;       // the pieces' words, parted by a space
  Span cue;
  Label act;
  Edtf said;
  int32_t event = kNone;          // into EventMap::events
  std::vector<IndexRange> words;  // of the pieces, in the report's WordSequence
  uint32_t length = 0;            // words in all
};

std::vector<Telling> tellings_of(const Document& doc, uint32_t report, const EntityMap& entities,
                                 const EventMap& events, const WordSequence& words);

}  // namespace dateline
