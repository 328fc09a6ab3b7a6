// The lists of resources/text/segmenter.tsv: what words and sentences are parted by.
#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "base/resources.h"
#include "base/string_table.h"
#include "dateline/result.h"

namespace dateline {

struct SegmenterWords {
  using Words = StringTable<bool>;
  using Cuts = StringTable<size_t>;  // value: where to cut

  Words titles, abbreviations, small, prefixes, hyphenated, slashed, units, endings, starters, calendar, zones;
  Cuts glued, unmarked;
  Words unmarked_before;                // what must follow an unmarked word for it to be cut
  std::deque<std::string> glued_words;  // what `glued` and `unmarked` view

  void add_glued(std::string_view pattern, Cuts& to);  // "can+not"
};
Result<SegmenterWords> load_segmenter_words(const Resources& resources);

}  // namespace dateline
