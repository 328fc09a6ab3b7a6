// Readers' comments on a page: who, when, what. Common systems name their parts (WordPress, Drupal, Disqus exports,
// phpBB-like lists); what names nothing gives one comment per item of the list.
#pragma once

#include <string>
#include <vector>

#include "dateline/edtf.h"
#include "extract/dates.h"
#include "extract/html_blocks.h"
#include "extract/html_content.h"

namespace dateline {

struct PageComment {
  std::string author, text;
  Edtf posted;
};

std::vector<PageComment> find_comments(const HtmlTree& tree, const PageBlocks& page, const Content& content,
                                       const DateReader& dates, const LineRules& rules);

}  // namespace dateline
