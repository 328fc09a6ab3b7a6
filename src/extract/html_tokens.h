// A page's markup cut into its tags, attributes and texts. Which element holds which is the HTML library's to say; it
// is given the tags alone, with numbers in the place of attributes and texts: it reads byte by byte, at several times
// the cost of finding where a text ends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/html_tree.h"

namespace dateline {

struct PageTokens {
  // `<div :=0>0<p>1</p> </div>`: the start tag's attributes are `attributes[0]`, the texts are `texts[0]` and [1].
  // White space stands for itself.
  std::string tags;
  std::vector<std::string_view> texts;  // of the markup, references unresolved
  struct Range {
    uint32_t begin, end;
  };
  std::vector<Range> attributes;  // into HtmlTree::attributes
};

// `markup` outlives the tokens. The attributes that extraction asks for go into the tree, their values resolved.
PageTokens cut_tokens(std::string_view markup, HtmlTree& tree);

}  // namespace dateline
