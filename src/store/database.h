// SQLite with owners and Results. This room is the only one that sees sqlite3.h.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include "dateline/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace dateline {

// A prepared statement. Bind, then step until it says false; reset() before the next use.
class Query {
 public:
  Query& bind(int at, int64_t value);
  Query& bind(int at, double value);
  Query& bind(int at, std::string_view text);
  Query& bind_blob(int at, std::string_view bytes);

  // True: a row is there. False: no more rows. Fails with the database's own words.
  Result<bool> step();
  // Runs a statement that gives no rows, and makes it ready for the next.
  Status run();
  void reset();
  // All rows in turn: `use` (which may fail, or give nothing) reads each from this query. Ready for the next use after.
  template <typename Use>
  Status each(const Use& use);

  // Of the row that step() found; views are valid until the next step() or reset().
  int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;

 private:
  friend class Database;
  Query(sqlite3* db, sqlite3_stmt* statement) : db_(db), statement_(statement, &finalize) {}
  static void finalize(sqlite3_stmt* statement);
  sqlite3* db_;
  std::unique_ptr<sqlite3_stmt, void (*)(sqlite3_stmt*)> statement_;
};

template <typename Use>
Status Query::each(const Use& use) {
  while (true) {
    TRY(const bool more, step());
    if (!more) break;
    if constexpr (std::is_void_v<decltype(use())>)
      use();
    else
      CHECK_OK(use());
  }
  reset();
  return kDone;
}

class Database {
 public:
  enum class Mode { read, write };  // write creates the file
  static Result<Database> open(const std::string& path, Mode mode);

  Status execute(const std::string& sql);
  Result<Query> prepare(std::string_view sql);
  int64_t last_id() const;

 private:
  explicit Database(sqlite3* db);
  static void close(sqlite3* db);
  std::unique_ptr<sqlite3, void (*)(sqlite3*)> db_;
};

}  // namespace dateline
