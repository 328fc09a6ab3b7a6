// How figures hang together and on other layers: a part and its whole, who says so, as of when, of which event.
#pragma once

#include "annotate/figures_atoms.h"
#include "dateline/model.h"

namespace dateline {

// What the passes know of one figure besides the Figure itself.
struct FigureNotes {
  uint32_t sentence = 0;
  IndexRange atoms;         // of the sentence
  bool of_pronoun = false;  // "22 of them"
  bool score = false;
  bool counts = false;  // a plain count, neither measure nor money nor share
};

// Fills part_of (of a percentage that says a part again, "22 of the 57, or 39 percent": that part), and `counted` where
// a part says only "22 were found alive". `first`: the first figure of the sentence.
void relate_parts(const std::vector<FigureAtom>& atoms, Document& doc, std::vector<FigureNotes>& notes, size_t first);

// Fills statement, time and event of all figures.
void attach(Document& doc, const std::vector<FigureNotes>& notes);

}  // namespace dateline
