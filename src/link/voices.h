// Shared passages: who copied whom, found by alignment of word sequences.
//
// Reports are taken in order of publication; each one's words are looked up among the shingles of the earlier ones
// (word_runs.h), so the work grows with the number of words, not of pairs. A passage must be long enough and say
// something of its own: names, titles and stock phrases alone make no voice.
#pragma once

#include <vector>

#include "dateline/record.h"
#include "link/origin.h"
#include "link/word_runs.h"

namespace dateline {

struct Voices {
  std::vector<Voice> voices;
  std::vector<double> own_wording;  // per report of `docs`: share of its body that no earlier report has
  std::vector<uint32_t> voice_of;   // per report: reports with the same number count as one voice
};

// REQUIRES: words == words_of(docs).
Voices find_voices(const std::vector<const Document*>& docs, const std::vector<WordSequence>& words,
                   const Agencies& agencies);

}  // namespace dateline
