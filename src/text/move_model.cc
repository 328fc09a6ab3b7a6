#include "text/move_model.h"

namespace dateline {
namespace {

void add_to(int32_t* scores, const MoveModel::Weights& w) {
  for (int m = 0; m < kMoves; ++m) scores[m] += w.move[m];
}

}  // namespace

Result<MoveModel> MoveModel::open(const ModelFile& file) {
  MoveModel model;
  TRY(auto glance, file.part<Weights>("glance"));
  TRY(auto lead, file.part<int32_t>("lead"));
  TRY(auto tags, file.part<Weights>("tags"));
  TRY(auto filter, file.part<uint64_t>("filter"));
  TRY(auto words, file.part<WordBucket>("words"));
  if (glance.second != size_t{1} << kGlanceBits) return Error{ErrorCode::internal, "a glance of another size", ""};
  model.glance_ = glance.first;
  model.clear_lead_ = lead.first;
  model.tags_ = tags.first, model.tag_rows_ = tags.second;
  model.filter_ = filter.first, model.filter_bits_ = filter.second * 64;
  model.words_ = words.first, model.word_mask_ = static_cast<uint32_t>(words.second - 1);
  return model;
}

void MoveModel::glance(const uint32_t* rows, int32_t* scores) const {
  for (int i = 0; i < kGlanceFeatures; ++i) __builtin_prefetch(&glance_[rows[i]]);
  for (int i = 0; i < kGlanceFeatures; ++i) add_to(scores, glance_[rows[i]]);
}

void MoveModel::add(const MoveFeatures& features, int32_t* scores) const {
  for (int i = 0; i < features.word_count; ++i)
    __builtin_prefetch(&filter_[filter_bit(features.words[i], filter_bits_) >> 6]);
  for (int i = 0; i < features.tag_count; ++i) add_to(scores, tags_[tag_row(features.tags[i], tag_rows_)]);
  uint32_t known[MoveFeatures::kWords + 1];
  int n = 0;
  for (int i = 0; i < features.word_count; ++i) {  // without branches: half of them would be guessed wrong
    const uint32_t key = features.words[i], bit = filter_bit(key, filter_bits_);
    known[n] = key;
    n += static_cast<int>(filter_[bit >> 6] >> (bit & 63) & 1);
  }
  for (int i = 0; i < n; ++i) __builtin_prefetch(&words_[WordBucket::index(known[i], word_mask_)]);
  for (int i = 0; i < n; ++i) {
    const WordBucket& bucket = words_[WordBucket::index(known[i], word_mask_)];
    const int place = bucket.find(known[i]);
    if (place != 0) add_to(scores, bucket.value[place - 1]);
  }
}

}  // namespace dateline
