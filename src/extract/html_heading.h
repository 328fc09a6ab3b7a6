// The words of one heading: what of them is the headline, and what a kicker, a date, the site's name.
#pragma once

#include <string>
#include <string_view>

#include "extract/html_facts.h"

namespace dateline {

// Both in the form of bare_line: the shorter is in the longer as whole words.
bool holds(std::string_view longer, std::string_view shorter);
// Long enough to be a headline, short enough, and no reader's.
bool usable_heading(const Block& b);
// The words of the heading that the block stands in, without those that the page sets apart in it: a kicker, a date,
// what only screen readers read out.
std::string core_of(const PageView& view, const Block& b);
// What a heading holds in an element that the page itself calls the headline, beside a kicker; empty if nothing.
std::string named_headline(const PageView& view, const Block& b);
// Whether the heading that the block stands in holds words alone, and no elements.
bool is_plain_heading(const PageView& view, const Block& b);
// The site's own name as a heading: all of it is a link to the first page.
bool leads_home(const PageView& view, const Block& b);
// The first paragraph of the article; past the body's end if it has none.
uint32_t first_prose(const PageView& view);

}  // namespace dateline
