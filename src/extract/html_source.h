// A page's bytes before they are parsed. Scripts, styles, comments, drawings and empty elements that extraction never
// asks for are most of a page; cutting them out first spares decoding and parsing them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct PageSource {
  std::string markup;
  std::vector<std::string> json_ld;  // the bodies of <script type="application/ld+json">
};

// `bytes` in any encoding that writes ASCII as ASCII. With `keep_templates` what stands in <template>, <noscript> and
// scripts that hold markup is kept: some pages show their text from there.
PageSource strip_page(std::string_view bytes, bool keep_templates = false);

// The charset that the first bytes of a page declare, empty if none.
std::string declared_charset(std::string_view bytes);

}  // namespace dateline
