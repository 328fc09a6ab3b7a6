// Speakers set off by typography and not by a verb: "“…” ― Jane Doe", a transcript's "SMITH: …", a headline's
// "Poll: …" and "Sanders Vows To …".
#pragma once

#include <optional>
#include <vector>

#include "annotate/quotes_assembly.h"

namespace dateline {

// The signature right behind a quotation: a dash and a name that end the paragraph.
std::optional<Told> signed_by(const QuoteContext& text, const QuotedStretch& q);

// A transcript's turn, if the sentence begins one: a name in capitals and a colon at the beginning of a paragraph; all
// the rest of the paragraph is told.
std::optional<Told> read_turn(const QuoteContext& text, uint32_t sentence);

// What a headline tells behind a name and a colon: "Poll: Voters …".
std::optional<Told> read_headline_label(const QuoteContext& text, uint32_t sentence);

// What a headline without grammar tells: "Sanders Vows To …".
std::optional<Told> read_headline(const QuoteContext& text, uint32_t sentence);

}  // namespace dateline
