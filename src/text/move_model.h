// The weights by which the parser chooses its moves, laid out for few waits for memory: what tells of tags alone is
// met everywhere and sits in one small table by its hash; what tells of words is mostly unknown to the model, which a
// filter of one bit a key says without touching the table of those that are known. Before all that stands a glance: a
// small model of a few features, which was trained to choose as the large one does; what it is sure of is done.
#pragma once

#include <cstdint>

#include "text/model_file.h"
#include "text/parser_features.h"

namespace dateline {

class MoveModel {
 public:
  struct Weights {
    int8_t move[4];  // the last is unused
  };
  using WordBucket = Bucket<Weights>;

  static uint32_t tag_row(uint32_t key, size_t rows) { return (key >> 1) & static_cast<uint32_t>(rows - 1); }
  static uint32_t filter_bit(uint32_t key, size_t bits) { return (key >> 1) & static_cast<uint32_t>(bits - 1); }

  static Result<MoveModel> open(const ModelFile& file);

  // Adds the weights of glance_features() to scores[kMoves].
  void glance(const uint32_t* rows, int32_t* scores) const;
  // By how much the best move must be ahead at a glance to be taken.
  int32_t clear_lead() const { return *clear_lead_; }

  // Asks memory for the weights of the features of tags, which add() will read.
  void ask_tags(const MoveFeatures& features) const {
    for (int i = 0; i < features.tag_count; ++i) __builtin_prefetch(&tags_[tag_row(features.tags[i], tag_rows_)]);
  }
  // Adds the weights of the features to scores[kMoves].
  void add(const MoveFeatures& features, int32_t* scores) const;

 private:
  const Weights *glance_ = nullptr, *tags_ = nullptr;
  const int32_t* clear_lead_ = nullptr;
  const uint64_t* filter_ = nullptr;
  const WordBucket* words_ = nullptr;
  size_t tag_rows_ = 0, filter_bits_ = 0;  // powers of two
  uint32_t word_mask_ = 0;
};

}  // namespace dateline
