// The line that says where a report was filed, in front of its first words: "GAZA CITY, Gaza Strip (AP) — ",
// "NAIROBI, March 9 (Reuters) - ", "Washington (CNN) -- ". A sentence of its own: the grammar of the lede begins
// behind it.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/model.h"

namespace dateline {

// How many of the words, from the first on, are such a line, its dash included; 0 where there is none.
size_t place_line(std::string_view text, const std::vector<Span>& words);

// Whether the sentence is one.
bool is_place_line(const Document& doc, const Sentence& sentence);

}  // namespace dateline
