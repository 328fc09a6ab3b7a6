// Several versions of one page: which reports they are, and which of them speaks for it.
#include <algorithm>

#include "store/store.h"

namespace dateline {

Status Store::file(ReportRow report, uint64_t page, int64_t edition) {
  TRY(Query * q, query("INSERT INTO version (row, page, series, edition, active) VALUES (?1,?2,?1,?3,1) "
                       "ON CONFLICT (row) DO UPDATE SET edition=max(edition, excluded.edition)"));
  return q->bind(1, report).bind(2, static_cast<int64_t>(page)).bind(3, edition).run();
}

Result<std::vector<ReportRow>> Store::filed_at(uint64_t page) {
  TRY(Query * q, query("SELECT row FROM version WHERE page=? ORDER BY row"));
  return rows(q->bind(1, static_cast<int64_t>(page)));
}

Status Store::join_series(ReportRow a, ReportRow b) {
  TRY(Query * q, query("UPDATE version SET series=(SELECT series FROM version WHERE row=?1) "
                       "WHERE series=(SELECT series FROM version WHERE row=?2)"));
  return q->bind(1, a).bind(2, b).run();
}

Result<std::vector<Version>> Store::versions_of(ReportRow report) {
  // Of one moment, the ids decide: any order does that is not the order of reading.
  TRY(Query * q, query("SELECT row, edition, active FROM version JOIN report USING (row) "
                       "WHERE series=(SELECT series FROM version WHERE row=?) ORDER BY edition, id"));
  std::vector<Version> out;
  CHECK_OK(q->bind(1, report).each([&] { out.push_back({q->integer(0), q->integer(1), q->integer(2) != 0}); }));
  return out;
}

Status Store::set_active(ReportRow report, bool active) {
  TRY(Query * q, query("UPDATE version SET active=? WHERE row=?"));
  return q->bind(1, int64_t{active}).bind(2, report).run();
}

Result<bool> Store::active(ReportRow report) {
  TRY(Query * q, query("SELECT 1 FROM version WHERE row=? AND active=0"));
  TRY(bool older, q->bind(1, report).step());
  q->reset();
  return !older;
}

Status Store::derive_again_with(ReportRow report) {
  TRY(Query * q, query("INSERT OR IGNORE INTO stale SELECT neighbourhood FROM report "
                       "WHERE row=? AND neighbourhood IS NOT NULL"));
  return q->bind(1, report).run();
}

Status Store::set_apart(ReportRow report, const std::vector<uint64_t>& keys) {
  TRY(const std::vector<Neighbour> before, neighbours(report));
  CHECK_OK(derive_again_with(report));
  TRY(Query * unlink, query("DELETE FROM neighbour WHERE a=?1 AND b=?2 OR a=?2 AND b=?1"));
  for (const Neighbour& neighbour : before) {
    // What the report held together may be cut otherwise without it.
    CHECK_OK(derive_again_with(neighbour.row));
    CHECK_OK(unlink->bind(1, report).bind(2, neighbour.row).run());
  }
  TRY(Query * forget, query("DELETE FROM report_key WHERE key=? AND row=?"));
  for (uint64_t key : keys) CHECK_OK(forget->bind(1, static_cast<int64_t>(key)).bind(2, report).run());
  return kDone;
}

}  // namespace dateline
