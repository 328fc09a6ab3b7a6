// The outlet as a page names it, and how its name is told apart from a title.
#pragma once

#include <string>
#include <string_view>

#include "extract/html_facts.h"

namespace dateline {

// The host of an address without "www."; empty if it is none.
std::string host_of(std::string_view url);
// The page's own host, from the most trustworthy address it gives; empty if it gives none.
std::string page_host(const PageView& view);
// The site's name in one of its spellings: "The Oldtown Echo", "oldtownecho.com", "Oldtown Echo Online".
bool same_site(std::string_view name, std::string_view site, std::string_view host);
// The title without the site's name at its end or beginning: "Flood closes bridge" of "Flood closes bridge | Echo".
std::string trimmed_title(std::string_view title, std::string_view site, std::string_view host);

}  // namespace dateline
