// The dates that a reader sees on a page, with how near they stand to the headline. What stands among readers'
// comments, lists of other articles and the site's own clock is left out.
#pragma once

#include <string>
#include <vector>

#include "extract/html_date_bounds.h"
#include "extract/html_facts.h"

namespace dateline {

struct ShownDate {
  Edtf value;
  std::string why;
  bool modified = false;  // called the last change
  bool named = false;     // by a property of schema.org
  bool timed = false;     // in a <time>
  double distance = 0;    // in blocks; more where the place speaks against it. Below 8: at the headline
};

// The nearest first. `headline` is the block of the headline, or the number of blocks.
std::vector<ShownDate> shown_dates(const PageView& view, uint32_t headline, const DateBounds& bounds);

}  // namespace dateline
