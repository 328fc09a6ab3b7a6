// Which words of a report tell of something that happens: verbs, nouns of acts and events ("arrival", "earthquake"),
// adjectives of what was done ("dead"), and whatever the events of the report rest on. Far more than the events that
// are coded; read from the stored words when asked for, never stored.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

using Meanings = std::array<uint16_t, 6>;  // numbers; 0: none

struct Happening {
  uint32_t token = 0;
  std::string root;         // the verb behind it, or itself: "arrive" for "arrival" and "arrived"
  Meanings senses{};        // its first meanings, as resources/link/happenings.tsv numbers them
  Meanings rows{};          // of resources/link/alike.tsv that have its root, from 1
  int32_t mention = kNone;  // into Document::events, where one rests on the word
};

class HappeningReader {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<HappeningReader> load(const Resources& resources);

  // Those of headline and body, in the order of the text, one for each word.
  std::vector<Happening> read(const Document& doc) const;

 private:
  struct Lexicon;
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
