// Other stories among the words of an article, told by the line that stands over them.
#pragma once

#include "extract/html_blocks.h"
#include "extract/line_rules.h"

namespace dateline {

// What stands under "Related stories" or "About the author", up to a heading of the same rank, or a paragraph where
// the report goes on: it stands where the paragraphs above stood, or is long and next to nothing stood above.
class OtherStories {
 public:
  OtherStories(const HtmlTree& tree, const LineRules& rules) : tree_(tree), rules_(rules) {}

  // Asked of each block of the article's element, in order.
  bool has(const Block& b);

 private:
  bool goes_on(const Block& b, uint32_t parent) const;

  const HtmlTree& tree_;
  const LineRules& rules_;
  bool inside_ = false;
  Tag rank_ = Tag::h6;
  uint32_t prose_parent_ = 0;  // of the last paragraph of the report
  double above_ = 0;           // how much the report's paragraphs weigh so far
};

}  // namespace dateline
