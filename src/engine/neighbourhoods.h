// Which reports are derived together: those connected by verdicts of Profiler::related, which depend on pairs alone, so
// the answers do not depend on the order of reading; and those that a person's word connects.
#pragma once

#include <vector>

#include "dateline/correction.h"
#include "store/store.h"

namespace dateline {

// Everything connected with `start`, sorted.
Result<std::vector<ReportRow>> neighbourhood_of(Store& store, ReportRow start);

// The reports of one connected neighbourhood, in pieces small enough to derive (link/pieces.h), each sorted.
Result<std::vector<std::vector<ReportRow>>> pieces_of(Store& store, std::vector<ReportRow> rows);

// The pieces into which some reports fall by themselves, without whatever connects them outside.
Result<std::vector<std::vector<ReportRow>>> parts_of(Store& store, const std::vector<ReportRow>& rows);

// The reports on record that a correction speaks of.
Result<std::vector<ReportRow>> reports_of(Store& store, const Correction& correction);

// The rows, and whatever a person's word connects with them, whole pieces at a time; sorted.
Result<std::vector<ReportRow>> connected_by_word(Store& store, std::vector<ReportRow> rows,
                                                 const std::vector<Correction>& corrections);

}  // namespace dateline
