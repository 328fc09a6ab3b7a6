// What stands around the paragraphs of an article and is known once its facts are: the line with its authors' names,
// the line with its date, and what it says of its authors.
#pragma once

#include <string>
#include <vector>

#include "extract/byline_words.h"
#include "extract/html_content.h"

namespace dateline {

// Sets such pieces apart as boilerplate. `byline`: the authors' names as found, parted by commas or "and"; may be
// empty.
void set_facts_apart(std::vector<Piece>& pieces, const std::string& byline, const BylineWords& words,
                     const DateReader& dates);

}  // namespace dateline
