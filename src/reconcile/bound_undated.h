// An event that came about, and that nobody dates, came about before the first report of it appeared: its date becomes
// [..DAY]. Only reports whose own date is known on both sides count; "some day before its file was copied" tells
// nothing.
#pragma once

#include "dateline/record.h"

namespace dateline {

// To be called when nothing compares dates any more: such a bound is no date that a report gives.
void bound_undated(Record& record);

}  // namespace dateline
