// Which language a text is in, by its script and its small words. Only as fine as the news needs.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "base/string_table.h"
#include "dateline/result.h"

namespace dateline {

class LanguageGuesser {
 public:
  static Result<LanguageGuesser> load(const Resources& resources);
  LanguageGuesser() = default;
  LanguageGuesser(LanguageGuesser&&) = default;  // no copies: the table looks into the words
  LanguageGuesser& operator=(LanguageGuesser&&) = default;

  // ISO 639-1, from the first few thousand words; empty where the text does not tell.
  std::string guess(std::string_view text) const;

 private:
  std::vector<std::string> codes_;
  std::deque<std::string> words_;    // folded; they stay where they are
  StringTable<uint64_t> languages_;  // of each of them; bit i: codes_[i] has it
  size_t longest_ = 0;               // bytes of a word; a longer one cannot be listed
};

}  // namespace dateline
