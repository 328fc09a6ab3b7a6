// What a page says of its article in so many words: JSON-LD, Open Graph and other meta elements, microdata, links.
// Only collects; html_facts.cc weighs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/html_tree.h"

namespace dateline {

struct PageMeta {
  // JSON-LD of the article (NewsArticle and its kin), the first that fits
  bool ld_found = false, ld_live = false;
  std::string ld_headline, ld_published, ld_modified, ld_outlet, ld_url, ld_language, ld_body;
  std::string ld_page_published;  // of a WebPage there
  std::vector<std::string> ld_authors;

  std::string title_tag, og_title, og_site, og_url, og_type, og_locale, html_lang, content_language, canonical,
      app_name;
  std::vector<std::pair<std::string, std::string>> published;  // name of the field, value; best first
  std::vector<std::pair<std::string, std::string>> modified;
  std::vector<std::pair<std::string, std::string>> authors;
};

// Fills what begins with ld_, and app_name; blocks that are no JSON are passed over.
void read_json_ld(const std::vector<std::string>& blocks, PageMeta& meta);

PageMeta collect_meta(const HtmlTree& tree, const std::vector<std::string>& json_ld);

}  // namespace dateline
