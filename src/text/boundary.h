// Where sentences end: rules propose, and a linear model that knows the rules' answer decides. A model alone splits
// "U.S. Secretary" on a bad day; rules alone miss what people end without a point.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/clusters.h"
#include "text/linear.h"
#include "text/tokeniser.h"

namespace dateline {

// The words of a stretch of text that no sentence crosses.
class Stretch {
 public:
  Stretch(std::string_view text, const std::vector<Span>& words, const SegmenterWords& lists,
          const WordClusters& clusters);

  // Whether a sentence may end after word i at all: a boundary worth asking the model about.
  bool is_candidate(size_t i) const;
  // Whether none ends after word i, whatever the model says: "6 p.m. |Sunday| local time", "protests |Saturday|,
  // students".
  bool goes_on(size_t i) const;
  // What the rules say.
  bool rules_end(size_t i) const;
  // A closing quote or bracket that belongs to the word before it.
  bool closes(size_t i) const;
  // Features of the boundary after word i of a sentence that began with word `begin`; returns how many.
  static constexpr int kFeatures = 40;
  int features(size_t i, size_t begin, uint32_t* keys) const;

 private:
  std::string_view word(size_t i) const { return i < words_.size() ? words_[i].of(text_) : std::string_view(); }
  WordForm form(size_t i) const { return i < words_.size() ? clusters_.form(word(i)) : WordForm{}; }
  bool begins(size_t i) const;

  std::string_view text_;
  const std::vector<Span>& words_;
  const SegmenterWords& lists_;
  const WordClusters& clusters_;
  int capitals_ = 0;     // share of capitalised words, 0 to 3
  bool closed_ = false;  // the stretch ends with . ! or ?
};

class BoundaryModel {
 public:
  static constexpr std::string_view kFile = "models/boundary.bin";

  static Result<BoundaryModel> load(const Resources& resources);
  static Result<BoundaryModel> open(std::string_view bytes);  // which must outlive it

  bool ends(const Stretch& stretch, size_t i, size_t begin) const;

 private:
  SparseLinear model_;
};

}  // namespace dateline
