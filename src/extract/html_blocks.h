// A page as a sequence of text blocks: the words between two block-level boundaries, with what their place says of
// them.
#pragma once

#include <string>
#include <vector>

#include "extract/html_regions.h"
#include "extract/html_tree.h"

namespace dateline {

struct Block {
  std::string text;         // white space made single; line breaks kept as '\n' only inside <pre> and at <br><br>
  uint32_t node = 0;        // the block-level element that holds it
  uint32_t first = 0;       // its first text node
  Tag tag = Tag::div;       // p, li, h1-h6, td, blockquote, figcaption, pre, dt, dd, … the nearest that says something
  uint32_t link_bytes = 0;  // how much of the text lies in links
  uint32_t bold_bytes = 0;  // … in strong, b, em, i
  Region region = Region::none;
  std::string_view why;  // of the region
  double weight = 0;     // how much it looks like prose of a report; below 0: like what stands around one
};

struct BlockRange {
  uint32_t begin = 0, end = 0;
};

struct PageBlocks {
  std::vector<Block> blocks;
  std::vector<BlockRange> of_node;  // by node: which blocks stand in it
  std::vector<RegionHit> hits;      // by node: what its names say
};

PageBlocks cut_blocks(const HtmlTree& tree, const RegionRules& rules);

bool is_heading(Tag tag);

}  // namespace dateline
