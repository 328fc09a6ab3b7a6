// Plain text, as scraped from a page, to sections: headline, body, captions, comments, boilerplate; and the date and
// byline that the text states.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/model.h"
#include "extract/dates.h"
#include "extract/line_rules.h"

namespace dateline {

// One paragraph (a line; several where the text is wrapped at a width), and what it was found to be.
struct TextUnit {
  Span span;           // without white space around it
  uint32_t block = 0;  // units with no empty line between them share a block
  SectionKind kind = SectionKind::body;
  std::string why;     // empty for body
  std::string author;  // of a comment
  Edtf posted;
  bool settled = false;  // a pass has decided; later passes leave it alone
  bool opens = false;    // of a comment: its first unit
};

struct PlainTools {
  const LineRules& rules;
  const DateReader& dates;
};

// Joins wrapped lines in place (a line end becomes a space, so offsets stay) and cuts the text into units.
std::vector<TextUnit> cut_units(std::string& text);

// The passes, in this order. Each reads `article.text` and settles or cuts units; some fill fields of the article.
void mark_comments(const Article& article, std::vector<TextUnit>& units, const PlainTools& tools);
void mark_dates_and_bylines(Article& article, std::vector<TextUnit>& units, const PlainTools& tools);
void cut_tails(const Article& article, std::vector<TextUnit>& units, const PlainTools& tools);
void mark_rules(const Article& article, std::vector<TextUnit>& units, const PlainTools& tools);
void mark_headline(Article& article, std::vector<TextUnit>& units);
void mark_captions(const Article& article, std::vector<TextUnit>& units);
void mark_shouted_links(const Article& article, std::vector<TextUnit>& units);
void mark_link_lists(const Article& article, std::vector<TextUnit>& units);

// Helpers on one unit's words, shared by the passes.
bool looks_like_names(std::string_view line);  // two to five capitalised words, perhaps joined by "and" or commas

// Runs the passes; article.text is UTF-8 on entry, a given headline already in front of it. `given_headline` is its
// size.
void divide_plain_text(Article& article, size_t given_headline, const PlainTools& tools);

}  // namespace dateline
