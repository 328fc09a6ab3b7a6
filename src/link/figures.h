// The figures of several reports as record rows: equal figures of one event, counted alike, are one row.
//
// Two figures are one row if value and bounds, unit, attribute and scope are equal and they are of one event of the
// record; or, for numbers too particular to meet by chance (100 and more, or with a decimal point), if their sentences
// name a common entity or their reports share the main event. Rows are the closure of that, so the order of `docs`
// does not matter. Comments, captions and boilerplate give no rows.
#pragma once

#include <vector>

#include "dateline/record.h"

namespace dateline {

std::vector<RecordFigure> link_figures(const std::vector<const Document*>& docs, const EntityMap& entities,
                                       const EventMap& events);

}  // namespace dateline
