// Opening a record, and its transactions.
#include "store/schema.h"
#include "store/store.h"

namespace dateline {

Result<Store> Store::open(const std::string& path, Database::Mode mode) {
  TRY(Database db, Database::open(path, mode));
  // Write-ahead logging: readers go on while `add` writes, and a killed writer leaves the last commit whole.
  // The log may grow to 64 MiB before it is copied, as most of its pages are written again soon.
  CHECK_OK(db.execute(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;"
      "PRAGMA wal_autocheckpoint=16384"));
  // Readers look lines up all over a large file: its pages are used where they lie. Those who write gain nothing by it.
  if (mode == Database::Mode::read) CHECK_OK(db.execute("PRAGMA mmap_size=2147418112"));
  int64_t version = 0;
  {
    TRY(Query query, db.prepare("PRAGMA user_version"));
    TRY(bool row, query.step());
    if (row) version = query.integer(0);
  }
  if (version == 0 && mode == Database::Mode::write) {
    CHECK_OK(db.execute(std::string("BEGIN IMMEDIATE;") + kSchema +
                        "PRAGMA user_version=" + std::to_string(kSchemaVersion) + ";COMMIT"));
    version = kSchemaVersion;
  }
  if (mode == Database::Mode::write) CHECK_OK(db.execute(kBesideSchema));
  if (version != kSchemaVersion) {
    return Error{ErrorCode::unsupported,
                 version == 0 ? "not a record of Dateline" : "a record of another version of Dateline", path};
  }
  return Store(std::move(db));
}

Status Store::begin() {
  rest();
  return db_.execute("BEGIN IMMEDIATE");
}

void Store::rest() {
  for (auto& [sql, prepared] : queries_) prepared.reset();
  if (held_) (void)db_.execute("COMMIT");  // nothing was written: it cannot fail in a way that matters
  held_ = false;
}

Status Store::hold() {
  if (held_) return kDone;
  CHECK_OK(db_.execute("BEGIN"));
  held_ = true;
  return kDone;
}

}  // namespace dateline
