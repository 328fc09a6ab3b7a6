// The tables of a record. A change raises kSchemaVersion (PRAGMA user_version).
#pragma once

namespace dateline {

inline constexpr int kSchemaVersion = 5;

inline constexpr const char* kSchema = R"sql(
CREATE TABLE report (          -- what is asked of hundreds for one that is new: a row is small, and so is a change of it
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  first_day INTEGER NOT NULL,  -- published, as the report itself tells it
  last_day INTEGER NOT NULL,
  neighbourhood INTEGER        -- smallest row of those derived together; NULL: not yet linked
);
CREATE INDEX report_neighbourhood ON report (neighbourhood);
CREATE TABLE report_profile (row INTEGER PRIMARY KEY, profile BLOB NOT NULL);  -- for linking
CREATE TABLE report_content (
  row INTEGER PRIMARY KEY,
  head BLOB NOT NULL,     -- metadata and sections, without annotations
  text TEXT NOT NULL,
  document BLOB NOT NULL  -- with annotations, packed
);
CREATE TABLE report_key (key INTEGER, row INTEGER, PRIMARY KEY (key, row)) WITHOUT ROWID;
CREATE TABLE neighbour (a INTEGER, b INTEGER, strength REAL, PRIMARY KEY (a, b)) WITHOUT ROWID;  -- both ways
CREATE TABLE version (        -- of reports that stand at an address
  row INTEGER PRIMARY KEY,
  page INTEGER NOT NULL,     -- the address, hashed
  series INTEGER NOT NULL,   -- the same for all versions of one page: the row of one of them
  edition INTEGER NOT NULL,  -- the largest speaks for the page
  active INTEGER NOT NULL    -- 0: an older version, kept but not derived from
);
CREATE INDEX version_page ON version (page);
CREATE INDEX version_series ON version (series);
CREATE TABLE stale (neighbourhood INTEGER PRIMARY KEY);  -- to be derived again though no report of it is new
CREATE TABLE line (
  row INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  id TEXT NOT NULL,
  neighbourhood INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  payload BLOB NOT NULL
);
CREATE INDEX line_kind ON line (kind, first_day, last_day, id);
CREATE INDEX line_id ON line (id);
CREATE INDEX line_neighbourhood ON line (neighbourhood);
CREATE VIRTUAL TABLE report_text USING fts5 (text, content='report_content', content_rowid='row', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE line_text USING fts5 (words, tokenize='unicode61 remove_diacritics 2');
)sql";

// What a person says over what was derived, in columns, so that every later version can read it. Made when the first
// correction is; a record without these tables has none.
inline constexpr const char* kCorrectionSchema = R"sql(
CREATE TABLE IF NOT EXISTS correction (
  number INTEGER PRIMARY KEY,  -- in the order in which they were said
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  other TEXT NOT NULL,
  attribute TEXT NOT NULL,
  value TEXT NOT NULL,
  said_by TEXT NOT NULL,
  made TEXT NOT NULL,
  undone INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS correction_anchor (
  id TEXT, other INTEGER, report TEXT, begin INTEGER, end INTEGER,  -- other: of the second side
  PRIMARY KEY (id, other, report, begin, end)
) WITHOUT ROWID;
)sql";

// Beside the record proper; made in records of earlier versions too.
inline constexpr const char* kBesideSchema = R"sql(
CREATE TABLE IF NOT EXISTS line_mark (last INTEGER NOT NULL);  -- one row: the last number that a line or a change had
CREATE TABLE IF NOT EXISTS line_change (number INTEGER PRIMARY KEY, row INTEGER NOT NULL);  -- lines rewritten
CREATE TABLE IF NOT EXISTS cut (rule INTEGER NOT NULL);  -- one row: Store::cut_by
CREATE TABLE IF NOT EXISTS fetched (url TEXT PRIMARY KEY, etag TEXT NOT NULL, modified TEXT NOT NULL) WITHOUT ROWID;
)sql";

}  // namespace dateline
