// Quotation marks and what stands between them, by typography alone: “…”, "…", ``…'' and ''…'', «…», „…“, and
// single ‘…’ or '…' where they cannot be apostrophes.
#pragma once

#include <vector>

#include "dateline/model.h"

namespace dateline {

// One quotation as printed. A quotation over several paragraphs, each reopened with a mark and only the last one
// closed, is one stretch for each paragraph, with `continues` set from the second on.
struct QuotedStretch {
  Span outer;              // with its marks; where no mark closes it, to the end of the paragraph
  Span inner;              // between the marks, without white space at its edges
  uint8_t depth = 0;       // 0: not inside another one
  bool closed = true;      // a mark closes it
  bool continues = false;  // goes on with the quotation that the paragraph before left open
};

// All stretches in headline, body and caption, by position (outer ones before those inside them). Empty ones and
// such as span no letter are left out. Linear in the text.
std::vector<QuotedStretch> find_quoted(const Document& doc);

}  // namespace dateline
