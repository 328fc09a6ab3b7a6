#include "store/database.h"

#include <sqlite3.h>

namespace dateline {
namespace {

constexpr int kBusyMilliseconds = 30000;  // another `add` may be writing

Error failed(sqlite3* db) { return {ErrorCode::io, std::string("record: ") + sqlite3_errmsg(db), ""}; }

}  // namespace

void Query::finalize(sqlite3_stmt* statement) { sqlite3_finalize(statement); }

Query& Query::bind(int at, int64_t value) {
  sqlite3_bind_int64(statement_.get(), at, value);
  return *this;
}
Query& Query::bind(int at, double value) {
  sqlite3_bind_double(statement_.get(), at, value);
  return *this;
}
Query& Query::bind(int at, std::string_view text) {
  sqlite3_bind_text(statement_.get(), at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  return *this;
}
Query& Query::bind_blob(int at, std::string_view bytes) {
  sqlite3_bind_blob(statement_.get(), at, bytes.data(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
  return *this;
}

Result<bool> Query::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return failed(db_);
}

Status Query::run() {
  auto row = step();
  reset();
  if (!row.ok()) return row.error();
  return kDone;
}

void Query::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Query::real(int column) const { return sqlite3_column_double(statement_.get(), column); }
std::string_view Query::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  return {static_cast<const char*>(bytes), static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

Database::Database(sqlite3* db) : db_(db, &close) {}
void Database::close(sqlite3* db) { sqlite3_close_v2(db); }

Result<Database> Database::open(const std::string& path, Mode mode) {
  sqlite3* raw = nullptr;
  const int flags = mode == Mode::read ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Database db(raw);
  if (code != SQLITE_OK) {
    const char* why = mode == Mode::read ? "no record here (dateline add makes one)" : sqlite3_errmsg(raw);
    return Error{code == SQLITE_CANTOPEN ? ErrorCode::not_found : ErrorCode::io, why, path};
  }
  sqlite3_busy_timeout(raw, kBusyMilliseconds);
  return db;
}

Status Database::execute(const std::string& sql) {
  if (sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return failed(db_.get());
  return kDone;
}

Result<Query> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK) {
    return failed(db_.get());
  }
  return Query(db_.get(), statement);
}

int64_t Database::last_id() const { return sqlite3_last_insert_rowid(db_.get()); }

}  // namespace dateline
