#include "extract/html_other_stories.h"

namespace dateline {

bool OtherStories::has(const Block& b) {
  const uint32_t parent = tree_.nodes[b.node].parent;
  const bool heading = is_heading(b.tag);
  const bool prose = b.weight >= 60 && b.link_bytes * 3 < b.text.size();
  const bool line = heading || (b.tag != Tag::td && !ends_like_sentence(b.text) && b.weight < 60);
  // With nothing above, "Latest news" is the part of the paper that the report stands in.
  if (line && above_ > 0 && b.tag != Tag::h1 && rules_.heads_others(b.text)) {
    rank_ = heading ? b.tag : Tag::h6;
    inside_ = true;
  } else if (inside_ && ((heading && b.tag <= rank_) || (prose && goes_on(b, parent)))) {
    inside_ = false;
  }
  if (prose && !inside_) prose_parent_ = parent, above_ += b.weight;
  return inside_;
}

// Whether a paragraph under such a heading is the report's own.
bool OtherStories::goes_on(const Block& b, uint32_t parent) const {
  constexpr double kWhole = 800, kNoTeaser = 250;  // weights: a report that may be at its end; a long paragraph
  return parent == prose_parent_ || (above_ < kWhole && b.weight >= kNoTeaser);
}

}  // namespace dateline
