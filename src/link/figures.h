// The figures of several reports as record rows: equal figures of one event, counted alike, are one row.
#pragma once

#include <vector>

#include "dateline/record.h"

namespace dateline {

std::vector<RecordFigure> link_figures(const std::vector<const Document*>& docs, const EntityMap& entities,
                                       const EventMap& events);

}  // namespace dateline
