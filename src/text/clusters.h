// Groups of words that stand beside the same words in running text: what is known of a word that no treebank has.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/resources.h"
#include "dateline/result.h"
#include "text/word_form.h"

namespace dateline {

class WordClusters {
 public:
  static constexpr std::string_view kFile = "models/clusters.bin";
  static constexpr uint16_t kUnknown = 1000;  // plus the word's shape

  struct Row {
    uint32_t word = 0;  // WordForm::lower; 0: free
    uint16_t fine = 0, coarse = 0;
  };

  static Result<WordClusters> load(const Resources& resources);
  static Result<WordClusters> open(std::string_view bytes);  // which must outlive it

  // word_form() with its groups filled in.
  WordForm form(std::string_view word) const;

 private:
  const Row* rows_ = nullptr;
  uint32_t mask_ = 0;
};

}  // namespace dateline
