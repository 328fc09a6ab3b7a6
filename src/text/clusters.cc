#include "text/clusters.h"

#include "text/model_file.h"

namespace dateline {

Result<WordClusters> WordClusters::load(const Resources& resources) {
  TRY(std::string_view bytes, resources.get(kFile));
  return open(bytes);
}

Result<WordClusters> WordClusters::open(std::string_view bytes) {
  WordClusters clusters;
  TRY(ModelFile file, ModelFile::open(kFile, bytes));
  TRY(auto rows, file.part<Row>("words"));
  clusters.rows_ = rows.first;
  clusters.mask_ = static_cast<uint32_t>(rows.second - 1);
  return clusters;
}

WordForm WordClusters::form(std::string_view word) const {
  WordForm out = word_form(word);
  out.fine = out.coarse = static_cast<uint16_t>(kUnknown + static_cast<uint16_t>(out.shape));
  for (uint32_t at = out.lower & mask_; rows_[at].word != 0; at = (at + 1) & mask_) {
    if (rows_[at].word != out.lower) continue;
    out.fine = rows_[at].fine;
    out.coarse = rows_[at].coarse;
    break;
  }
  return out;
}

}  // namespace dateline
