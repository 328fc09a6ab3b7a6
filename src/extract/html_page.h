// A page to an article: parse, find the article, weigh what the page says of it, write the sections.
#pragma once

#include "dateline/model.h"
#include "dateline/result.h"
#include "extract/byline_words.h"
#include "extract/date_labels.h"
#include "extract/dates.h"
#include "extract/html_regions.h"
#include "extract/html_source.h"
#include "extract/line_rules.h"

namespace dateline {

struct PageTools {
  const LineRules& rules;
  const DateReader& dates;
  const RegionRules& regions;
  const BylineWords& bylines;
  const DateLabels& labels;
};

// `source` is valid UTF-8. Fills all but what is given with the capture; language is what the page declares, if
// anything. Fails with invalid_input where no article text is found.
Result<Article> read_page(const PageSource& source, const Capture& capture, const PageTools& tools);

}  // namespace dateline
