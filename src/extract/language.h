// Which language a text is in, by its script and its small words. Only as fine as the news needs.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "dateline/result.h"

namespace dateline {

class LanguageGuesser {
 public:
  static Result<LanguageGuesser> load(const Resources& resources);

  // ISO 639-1, from the first few thousand words; empty where the text does not tell.
  std::string guess(std::string_view text) const;

 private:
  struct Word {
    std::string word;
    uint64_t languages;  // bit i: codes_[i] has it
  };
  // Which languages list the word, as bits; 0: none. REQUIRES: it is not empty.
  uint64_t languages_of(std::string_view folded) const;

  std::vector<std::string> codes_;
  std::vector<Word> words_;             // sorted
  std::array<uint32_t, 257> begins_{};  // by first byte: where its words begin; the next one's: where they end
  size_t longest_ = 0;                  // bytes of a word; a longer one cannot be listed
};

}  // namespace dateline
