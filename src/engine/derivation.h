// Deriving lines for the reports of a record, neighbourhood by neighbourhood, and storing them.
#pragma once

#include <map>
#include <vector>

#include "dateline/engine.h"
#include "store/store.h"

namespace dateline {

// Derives the neighbourhood of every report not yet linked, and stores the lines. A large or loose neighbourhood is cut
// (pieces_of), and only those pieces are derived that have changed: few around what is new, in a record that was cut by
// the same rule; where it was not, all are compared, and options.on_retold is told before. One transaction a group of
// neighbourhoods; killed in between, the next call goes on where this one stopped.
// `redated`: which reports that had lines before are dated otherwise now, by id.
Status derive_unlinked(const Engine& engine, Store& store, const AddOptions& options, std::vector<Redated>& redated);

// Derives again what was derived together with these reports, with what a person has said since. One transaction.
Status derive_again(const Engine& engine, Store& store, const std::vector<ReportRow>& rows);

// All of `part` behind what is there.
void append(Record& all, Record&& part);

// Reports of one neighbourhood, and for versions that speak for their page now the older ones that are to.
struct Together {
  std::vector<ReportRow> rows;
  std::map<ReportRow, ReportRow> stand_ins;
};

// What each set of reports tells together, piece by piece as they are connected, and what a person said over it. Holds
// all their documents in memory.
Result<std::vector<Record>> derive_rows(const Engine& engine, Store& store, std::vector<Together> sets,
                                        const std::vector<Correction>& corrections, int jobs);

}  // namespace dateline
