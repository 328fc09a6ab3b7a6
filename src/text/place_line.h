// The line that says where a report was filed, in front of its first words: "GAZA CITY, Gaza Strip (AP) — ",
// "NAIROBI, March 9 (Reuters) - ", "Washington (CNN) -- ", "Washington (CNN) ". A sentence of its own: the grammar of
// the lede begins behind it.
#pragma once

#include <span>
#include <string_view>

#include "dateline/model.h"

namespace dateline {

// How many of the words, from the first on, are such a line, its dash included; 0 where there is none.
size_t place_line(std::string_view text, std::span<const Span> words);
// The same inside a paragraph, where a summary was run together with the report: "A bridge fell. ULM, Germany — …".
size_t place_line_inside(std::string_view text, std::span<const Span> words);

// Whether the sentence is one.
bool is_place_line(const Document& doc, const Sentence& sentence);

}  // namespace dateline
