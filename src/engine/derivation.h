// Deriving lines for the reports of a record, neighbourhood by neighbourhood, and storing them.
#pragma once

#include <map>
#include <vector>

#include "dateline/engine.h"
#include "store/store.h"

namespace dateline {

// Derives the neighbourhood of every report not yet linked, and stores the lines. A large or loose neighbourhood is cut
// (pieces_of), and only those pieces are derived that have changed. One transaction a group of neighbourhoods; killed
// in between, the next call goes on where this one stopped.
// `redated`: which reports that had lines before are dated otherwise now, by id.
Status derive_unlinked(const Engine& engine, Store& store, int jobs, std::vector<Redated>& redated);

// Derives again what was derived together with these reports, with what a person has said since. One transaction.
Status derive_again(const Engine& engine, Store& store, const std::vector<ReportRow>& rows);

// For the version that speaks for its page now, the older one that is to.
using StandIns = std::map<ReportRow, ReportRow>;

// What the reports tell together, piece by piece as they are connected, and what a person said over it.
Result<Record> derive_rows(const Engine& engine, Store& store, const std::vector<ReportRow>& rows,
                           const std::vector<Correction>& corrections, const StandIns& stand_ins = {});

}  // namespace dateline
