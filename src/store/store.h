// The record: one SQLite file. Two layers of tables: what was read (report, with its annotations and its links to
// neighbours), which is only ever added to, and what was derived from it (line), which a later report may replace.
// Not thread-safe; open one Store per thread.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dateline/correction.h"
#include "dateline/model.h"
#include "dateline/record.h"
#include "store/database.h"

namespace dateline {

using ReportRow = int64_t;  // a report's number in this file; never shown, never stored elsewhere

struct StoredReport {
  std::string id, text;
  std::string head;      // encode(Document) without its annotations
  std::string document;  // pack(encode(Document))
  std::string profile;
  DayRange published;
};

struct Neighbour {
  ReportRow row = 0;
  double strength = 0;  // Profiler::related
};

// One of several reports that are versions of one page.
struct Version {
  ReportRow row = 0;
  int64_t edition = 0;  // link/pages.h
  bool active = true;   // speaks for the page
};

// What kind of line a listing is made of.
enum class LineKind : uint8_t { report, entity, event, quote, figure, conflict, voice };

struct Line {
  LineKind kind = LineKind::event;
  std::string id;
  DayRange when;
  std::string payload;     // encode(…)
  std::string searchable;  // words for full text; empty: not searched
};

struct Hit {
  LineKind kind = LineKind::report;
  std::string id;
  double score = 0;  // higher is better
};

// zstd, for what is stored once and read seldom.
std::string pack(std::string_view bytes);
Result<std::string> unpack(std::string_view bytes);

class Store {
 public:
  static Result<Store> open(const std::string& path, Database::Mode mode);

  Status begin();  // of writing; what was held is let go
  Status commit() { return db_.execute("COMMIT"); }

  // Reports.
  Result<std::optional<ReportRow>> find(const std::string& id);
  Result<ReportRow> insert(const StoredReport& report);  // marks it as not yet linked; none of its keys is found yet
  // Another reading of the same report takes its place. What was derived with it counts as unlinked.
  Status replace(ReportRow row, const StoredReport& report);
  Status add_keys(ReportRow report, const std::vector<uint64_t>& keys);
  Status connect(ReportRow a, ReportRow b, double strength);  // neighbours; once is enough
  // Undoes both for a report: it has no neighbours any more. What was derived with it has to be derived again.
  Status set_apart(ReportRow report, const std::vector<uint64_t>& keys);
  Result<std::vector<ReportRow>> reports_with(const std::vector<uint64_t>& keys, size_t at_least);
  Result<std::vector<Neighbour>> neighbours(ReportRow report);
  Result<std::vector<ReportRow>> unlinked();
  Result<std::vector<ReportRow>> all_reports();
  // The reports that were last derived together with this one, itself among them, sorted; none if it counts as
  // unlinked.
  Result<std::vector<ReportRow>> derived_with(ReportRow report);
  Result<std::string> id_of(ReportRow report);
  Result<std::string> profile(ReportRow report);
  // A report with its annotations, as it is stored: opening it is the costly part, and may be left to another thread.
  struct Packed {
    std::string document, text;
    Result<Document> open() &&;
  };
  Result<Packed> packed(ReportRow report);
  Result<Document> document(ReportRow report);
  Result<Document> head(ReportRow report);           // text, metadata and sections alone: quick
  Result<Document> metadata(const std::string& id);  // head() without the text
  Result<DayRange> published(ReportRow report);

  // Versions (src/store/versions.cc). `file` makes a report the only version of its page, or, on record already, gives
  // it a newer edition.
  Status file(ReportRow report, uint64_t page, int64_t edition);
  Result<std::vector<ReportRow>> filed_at(uint64_t page);
  Status join_series(ReportRow a, ReportRow b);
  Result<std::vector<Version>> versions_of(ReportRow report);  // itself among them, oldest first; none: no address
  Status set_active(ReportRow report, bool active);
  Result<bool> active(ReportRow report);
  Status derive_again_with(ReportRow report);  // those derived with it count as unlinked, their lines stand meanwhile

  // Lines. A neighbourhood is the set of reports derived together; it is named by its smallest member. What the
  // neighbourhoods told that these reports were in before goes, but for lines told again.
  struct Telling {
    std::vector<ReportRow> reports;
    std::vector<Line> lines;
  };
  Status replace_lines(const std::vector<Telling>& tellings);
  Result<std::vector<Line>> lines(LineKind kind, DayRange when);
  // Dated lines of a kind, oldest first, and how many of that kind there are, dated or not: quick in a record of any
  // size.
  Result<std::vector<Line>> dated_lines(LineKind kind, size_t offset, size_t limit);
  Result<size_t> count(LineKind kind);
  // Lines have numbers, and no number is given twice; a line that is rewritten keeps its own, and the change takes the
  // next one. last_number: of lines and changes; 0: lines were written before that was so, and numbers mean nothing
  // from one state of the record to the next.
  Result<int64_t> last_number();
  // Every line with a number in [from, to), in one pass; the last number there is.
  using UseLine = std::function<Status(int64_t number, const Line& line)>;
  Status each_line(int64_t from, int64_t to, const UseLine& use);
  Result<int64_t> last_line();
  // Every line of a kind in the order of its listing, the undated last, one at a time.
  Status each_line(LineKind kind, const UseLine& use);
  // Every line that was written or rewritten after that number was the last.
  Status each_changed_line(int64_t since, const UseLine& use);
  // Which numbers up to `last` stand as they did when it was the last: [number] is 1.
  Result<std::vector<char>> standing(int64_t last);
  Result<std::optional<Line>> line(int64_t number);
  Result<std::vector<Line>> lines_with_id(LineKind kind, const std::string& id);
  Result<std::vector<Line>> lines_of(ReportRow neighbourhood);
  Result<std::vector<std::vector<ReportRow>>> neighbourhoods();
  // The names of those that these reports are in, sorted.
  Result<std::vector<ReportRow>> neighbourhoods_of(const std::vector<ReportRow>& reports);

  // The rule by which all reports were last cut into the pieces that they are derived in; 0: not known, as where an
  // `add` was stopped while it was at it. A report that is unlinked counts as not yet there.
  Result<int64_t> cut_by();
  Status set_cut_by(int64_t rule);

  // What a person said, in the order of saying; those undone among them.
  Result<std::vector<Correction>> corrections();
  Status add(const Correction& correction);                // said again, it is the last one and holds again
  Result<bool> set_undone(const std::string& correction);  // false: there is none of that id that holds

  // What servers gave with pages fetched, to ask them for changes alone; nullopt: never fetched.
  struct WebState {
    std::string etag, modified;
  };
  Result<std::optional<WebState>> fetched(const std::string& url);
  Status remember_fetched(const std::string& url, const WebState& state);

  Result<ReportRow> row_of(const std::string& report_id);
  Result<std::vector<Hit>> search(const std::string& words, size_t limit);
  Result<std::vector<std::string>> reports_with_words(const std::string& words);  // ids
  // Lets go of the state of the record that was read last: a connection kept for later sees what others wrote
  // meanwhile.
  void rest();
  // Until rest() all answers are of one state of the record, and are found faster.
  Status hold();
  // Changes whenever another connection has changed the record.
  Result<int64_t> version();

 private:
  explicit Store(Database db) : db_(std::move(db)) {}
  Result<Query*> query(std::string_view sql);  // prepared once
  // The row of one report, by its number and by its id; an error if there is none.
  Result<Query*> of_row(std::string_view sql, ReportRow report);
  Result<Query*> of_id(std::string_view sql, const std::string& id);
  Status write(ReportRow row, const StoredReport& report);
  // What a query gives: one number (0 if none), or the first column of all rows.
  Result<bool> has_table(std::string_view name);
  Result<int64_t> number(Query& query);
  Result<std::vector<ReportRow>> rows(Query& query);
  Result<std::vector<int64_t>> rewritten(int64_t since);  // numbers of lines
  Result<int64_t> highest_number();
  struct StandingLine {
    int64_t row = 0;
    ReportRow neighbourhood = 0;
    DayRange when;
    uint64_t said = 0;  // hash of the payload
  };
  using StandingLines = std::unordered_map<uint64_t, std::vector<StandingLine>>;  // by kind and id, hashed
  Status read_standing(ReportRow neighbourhood, StandingLines& out);
  // Makes one neighbourhood of the reports, and adds what those told that they were in before.
  Status take_over(const std::vector<ReportRow>& reports, StandingLines& standing);
  Result<bool> keep_line(ReportRow neighbourhood, const Line& line, StandingLines& standing);
  Status rewrite_line(int64_t change, const StandingLine& old, ReportRow neighbourhood, const Line& line);
  Status move_line(const StandingLine& old, ReportRow neighbourhood);
  Status remove_line(int64_t row);
  // Sets the words by which lines are found, where they are others than before; none: not searched.
  using Searchable = std::map<int64_t, std::string_view>;  // by the line's row
  Status search_lines(const Searchable& lines);
  Status search_line(int64_t row, std::string_view words);
  Status insert_line(int64_t number, ReportRow neighbourhood, const Line& line);

  Database db_;
  bool held_ = false;
  std::unordered_map<std::string_view, Query> queries_;  // by the address of a literal: its text
};

}  // namespace dateline
