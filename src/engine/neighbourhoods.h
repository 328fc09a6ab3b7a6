// The reports that are derived together: connected by the verdicts of Profiler::related, which depend on pairs
// alone, so the neighbourhoods do not depend on the order of reading.
#pragma once

#include <vector>

#include "dateline/engine.h"
#include "link/profile.h"
#include "store/store.h"

namespace dateline {

// Everything connected with `start`, sorted.
Result<std::vector<ReportRow>> neighbourhood_of(Store& store, ReportRow start);

// Derives the neighbourhood of every report not yet linked, and stores the lines. A neighbourhood larger than
// kLargestPiece is cut (link/pieces.h), and only those pieces are derived that have changed. One transaction a group of
// neighbourhoods; killed in between, the next call goes on where this one stopped.
Status derive_unlinked(const Engine& engine, const Profiler& profiler, Store& store, int jobs);

// Derives again what was derived together with these reports, with what a person has said since. One transaction.
Status derive_again(const Engine& engine, const Profiler& profiler, Store& store, const std::vector<ReportRow>& rows);

// What the reports tell together, piece by piece as they are connected, and what a person said over it.
Result<Record> derive_rows(const Engine& engine, const Profiler& profiler, Store& store,
                           const std::vector<ReportRow>& rows, const std::vector<Correction>& corrections);

// The documents of some reports, in the order given.
Result<std::vector<Document>> load_documents(Store& store, const std::vector<ReportRow>& rows);

}  // namespace dateline
