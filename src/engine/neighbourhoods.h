// Which reports are derived together: those connected by verdicts of Profiler::related, which depend on pairs alone, so
// the answers do not depend on the order of reading; and those that a person's word connects.
#pragma once

#include <vector>

#include "dateline/correction.h"
#include "store/store.h"

namespace dateline {

// Everything connected with `start`, sorted.
Result<std::vector<ReportRow>> neighbourhood_of(Store& store, ReportRow start);

using Piece = std::vector<ReportRow>;  // sorted

// The reports of one connected neighbourhood, in pieces small enough to derive (link/pieces.h).
Result<std::vector<Piece>> pieces_of(Store& store, std::vector<ReportRow> rows);

// The pieces that hold these reports, which were not linked or whose links changed, and those around them that may have
// become others by it; the rest of a large neighbourhood is not looked at.
// REQUIRES: all other reports stand in the pieces that pieces_of gave them before (Store::cut_by).
Result<std::vector<Piece>> pieces_around(Store& store, const std::vector<ReportRow>& changed);

// The same pieces in sets: those with reports that were derived together before stand in one, so that the lines of a
// report that goes over from one to another can go with it.
Result<std::vector<std::vector<Piece>>> by_former(Store& store, std::vector<Piece> pieces);

// The pieces into which some reports fall by themselves, without whatever connects them outside.
Result<std::vector<Piece>> parts_of(Store& store, const std::vector<ReportRow>& rows);

// The reports on record that a correction speaks of.
Result<std::vector<ReportRow>> reports_of(Store& store, const Correction& correction);

// The rows, and whatever a person's word connects with them, whole pieces at a time; sorted.
Result<std::vector<ReportRow>> connected_by_word(Store& store, std::vector<ReportRow> rows,
                                                 const std::vector<Correction>& corrections);

}  // namespace dateline
