// Finds the article among a page's blocks.
//
// Every block has a weight: prose counts for, link lists and scraps count against. Regions that the page names as
// navigation, sharing, comments … are taken out first, unless they hold most of the prose. The article is then the
// element whose blocks have the greatest sum; elements that the page itself names as the article's body win if they
// hold most of it. (Maximum-sum segmentation after Pasternack and Roth 2009; link density and class names as in
// Kohlschütter et al. 2010, Readability and jusText; the code and the weights are our own.)
#pragma once

#include "extract/html_blocks.h"
#include "extract/line_rules.h"

namespace dateline {

struct Content {
  uint32_t container = 0;               // the element that holds the article
  std::vector<uint32_t> comment_areas;  // elements, in document order, none inside another
  double weight = 0;                    // of the article; below about 100 there is none to speak of
};

// Fills Block::region and ::why. `titles` (what the metadata give, in bare_line's form) tell which of several articles
// is meant; `keep_all_articles` is for live blogs, whose entries are articles too.
Content find_content(const HtmlTree& tree, PageBlocks& page, const LineRules& rules,
                     const std::vector<std::string>& titles, bool keep_all_articles);

// The words that stand in the container, in order, each block as body, caption or boilerplate.
struct Piece {
  std::string text;
  Region region = Region::body;  // body, caption, byline or boilerplate
  std::string_view why;
  Tag tag = Tag::p;
};
std::vector<Piece> content_pieces(const HtmlTree& tree, const PageBlocks& page, const Content& content,
                                  const LineRules& rules, const std::vector<std::string>& headlines);

}  // namespace dateline
