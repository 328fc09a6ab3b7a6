// The time of day beside a date: "at 10:06 p.m. ET", "20.15 Uhr", "T08:30:00+02:00".
#pragma once

#include "extract/date_pieces.h"
#include "extract/dates.h"

namespace dateline {

// Adds to a date the time that begins at piece i, or shortly after it; and the one that ends before piece i.
bool add_clock_after(FoundDate& found, const DatePieces& pieces, size_t i);
void add_clock_before(FoundDate& found, const DatePieces& pieces, size_t i);

}  // namespace dateline
