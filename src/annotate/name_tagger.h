// Names by a trained model: a linear chain over BILOU labels of person, organisation and place, with the weights of an
// averaged perceptron (Collins 2002), best path by Viterbi. Private to src/annotate/names.cc and its training tool.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "annotate/name_features.h"
#include "base/large_pages.h"
#include "dateline/result.h"

namespace dateline {

// O, then B I L U of each type in the order person, organisation, place.
inline constexpr size_t kNameLabels = 13;
enum class NamePart : uint8_t { begin, inside, last, unit };
constexpr uint8_t name_label(size_t type, NamePart part) {
  return static_cast<uint8_t>(1 + type * 4 + static_cast<size_t>(part));
}
// May label b follow label a? Label 13 stands for the edges of a sentence.
bool name_label_follows(size_t a, size_t b);

// What a word that is surely in no name scores as O: more than any weights amount to.
inline constexpr int32_t kSurelyNoName = 1 << 20;

// Best labels for the scores of a sentence: scores[t][label], transitions[from][to] with row 13 for its start.
using NameScores = std::array<int32_t, kNameLabels>;
void best_name_labels(const std::vector<NameScores>& scores, const std::array<NameScores, kNameLabels + 1>& transitions,
                      std::vector<uint8_t>& labels);

class NameModel {
 public:
  // File: "DLNAMES2", uint32 bytes of word classes, uint32 slots (a power of two), 14 x 13 int16 transitions, word
  // classes, slots of {uint16 check, int8 weights[13], int8 0}. Little-endian.
  static Result<NameModel> over(std::string_view bytes);

  const WordClasses& classes() const { return classes_; }
  // Asks memory for the weights of the features: the table is larger than the near caches.
  void ask(const uint64_t* features) const;
  // Adds the weights of the features to the scores.
  void score(const uint64_t* features, NameScores& scores) const;
  const std::array<NameScores, kNameLabels + 1>& transitions() const { return transitions_; }

  static constexpr size_t kSlotBytes = 16;
  // A feature lies in its own bucket of kProbes slots, a line of the near memory, or nowhere; the check tells it from
  // others there.
  static constexpr uint32_t kProbes = 4;
  static uint32_t slot_of(uint64_t feature, uint32_t mask) {
    return static_cast<uint32_t>(feature >> 20) & mask & ~(kProbes - 1);
  }
  static uint16_t check_of(uint64_t feature) { return static_cast<uint16_t>((feature >> 48) | 1); }

 private:
  WordClasses classes_;
  std::array<NameScores, kNameLabels + 1> transitions_{};
  LargePages pages_;
  const char* slots_ = nullptr;  // in pages_
  uint32_t mask_ = 0;
};

// The names of one document, sorted, not overlapping; without sections of boilerplate.
std::vector<Mention> names_by_model(const Document& doc, const NameLexicon& lexicon, const NameModel& model);

}  // namespace dateline
