// What linking compares of one report: its words by where they stand, its days, and what its headline says of the main
// event. A function of the report and the fixed tables alone.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "dateline/model.h"
#include "link/marks.h"
#include "link/terms.h"

namespace dateline {

struct Portrait {
  const Document* doc = nullptr;
  TermVector whole;    // all words
  TermVector opening;  // headline and first words of the body
  TermVector headline;
  TermVector names;                                                      // words written as names
  std::vector<std::pair<uint32_t, float>> opening_words, opening_names;  // hash, idf; sorted by hash
  std::vector<uint32_t> all_words;                                       // hashes, sorted
  std::vector<uint64_t> shingles;                                        // of six words, sampled; sorted
  uint32_t words = 0;
  DayRange published;
  uint8_t weekdays = 0;                 // named in the opening: bit 0 Monday
  std::vector<Day> days;                // that the report names to the day, sorted
  std::vector<double> percents;         // given as percentages in headline and opening, sorted
  Marks marks;                          // of the main event, as headline and opening tell it
  Label another;                        // the type of what the headline has a "second", "another", … of; empty if none
  std::vector<uint32_t> another_words;  // the words there, sorted
  uint16_t opening_turns = 0;           // bit n: "first" to "ninth" said in headline or first sentences
  std::vector<Label> opening_types;     // of all events of headline and first sentences
  std::vector<uint32_t> who;            // words of the main event's participants, sorted
  bool serial = false;                  // its headline has a word of resources/link/series.tsv
  Label main_type;                      // of its main event; empty if unknown
  bool main_in_headline = false;        // the headline tells of an act of that type
  DayRange told;                        // when that was
};

// `series`: folded headline words of texts that are put out anew each time. Keeps a pointer to `doc`.
Portrait portray(const Document& doc, const Background& background, const MarkReader& marks,
                 const std::vector<std::string>& series);

}  // namespace dateline
