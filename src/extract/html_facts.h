// Weighs what a page says of its article: which headline, authors, dates, outlet, language and address hold.
#pragma once

#include "dateline/model.h"
#include "extract/byline_words.h"
#include "extract/date_labels.h"
#include "extract/dates.h"
#include "extract/html_blocks.h"
#include "extract/html_content.h"
#include "extract/html_meta.h"
#include "extract/html_values.h"

namespace dateline {

struct PageView {
  const HtmlTree& tree;
  const PageBlocks& page;
  const Content& content;
  const PageMeta& meta;
  const DateReader& dates;
  const LineRules& rules;
  const BylineWords& bylines;
  const DateLabels& labels;
  std::string url;       // as given or fetched; may be empty
  std::string captured;  // ISO 8601; an upper bound on every date; may be empty
};

// Each fills its fields of the article and adds a note where sources disagree.
void find_headline(const PageView& view, Article& article);
void find_outlet(const PageView& view, Article& article);
void find_dates(const PageView& view, Article& article);
void find_byline(const PageView& view, Article& article);
void find_address(const PageView& view, Article& article);

// The page's own headings that may repeat the headline, to keep them out of the body.
std::vector<std::string> headline_forms(const PageView& view, const Article& article);
// The block that shows the headline; blocks.size() if none does.
uint32_t headline_block(const PageView& view, std::string_view headline);

}  // namespace dateline
