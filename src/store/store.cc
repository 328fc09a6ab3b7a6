#include "store/store.h"

#include <zstd.h>

#include <algorithm>

#include "model/codec.h"

namespace dateline {
namespace {

constexpr int kPackLevel = 1;
constexpr uint64_t kMaxUnpacked = uint64_t{1} << 30;

}  // namespace

std::string pack(std::string_view bytes) {
  // Its tables are larger than most reports: they are made once a thread.
  thread_local const std::unique_ptr<ZSTD_CCtx, size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compressCCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size(), kPackLevel));
  return out;
}

Result<std::string> unpack(std::string_view bytes) {
  const uint64_t size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size > kMaxUnpacked) return Error{ErrorCode::internal, "a stored report is damaged", ""};
  std::string out(size, '\0');
  const size_t n = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(n) || n != size) return Error{ErrorCode::internal, "a stored report is damaged", ""};
  return out;
}

Result<Query*> Store::query(std::string_view sql) {
  auto found = queries_.find(sql);
  if (found == queries_.end()) {
    TRY(Query prepared, db_.prepare(sql));
    found = queries_.emplace(sql, std::move(prepared)).first;
  }
  found->second.reset();
  return &found->second;
}

Result<std::vector<ReportRow>> Store::rows(Query& q) {
  std::vector<ReportRow> out;
  CHECK_OK(q.each([&] { out.push_back(q.integer(0)); }));
  return out;
}

Result<Query*> Store::of_row(std::string_view sql, ReportRow report) {
  TRY(Query * q, query(sql));
  TRY(bool found, q->bind(1, report).step());
  if (!found) return Error{ErrorCode::internal, "no such report in the record", ""};
  return q;
}

Result<Query*> Store::of_id(std::string_view sql, const std::string& id) {
  TRY(Query * q, query(sql));
  TRY(bool found, q->bind(1, std::string_view(id)).step());
  if (!found) return Error{ErrorCode::not_found, "no report " + id, ""};
  return q;
}

Result<int64_t> Store::number(Query& q) {
  TRY(bool found, q.step());
  const int64_t n = found ? q.integer(0) : 0;
  q.reset();
  return n;
}

Result<bool> Store::has_table(std::string_view name) {
  TRY(Query * q, query("SELECT count(*) FROM sqlite_master WHERE name=?"));
  TRY(const int64_t n, number(q->bind(1, name)));
  return n > 0;
}

Result<std::optional<ReportRow>> Store::find(const std::string& id) {
  TRY(Query * q, query("SELECT row FROM report WHERE id=?"));
  TRY(const std::vector<ReportRow> found, rows(q->bind(1, std::string_view(id))));
  return found.empty() ? std::nullopt : std::optional(found.front());
}

Result<ReportRow> Store::insert(const StoredReport& report) {
  TRY(Query * q, query("INSERT INTO report (id, first_day, last_day) VALUES (?,?,?)"));
  q->bind(1, std::string_view(report.id));
  q->bind(2, int64_t{report.published.first}).bind(3, int64_t{report.published.last});
  CHECK_OK(q->run());
  const ReportRow row = db_.last_id();
  CHECK_OK(write(row, report));
  return row;
}

// The tables beside `report`.
Status Store::write(ReportRow row, const StoredReport& report) {
  TRY(Query * link, query("INSERT OR REPLACE INTO report_profile (row, profile) VALUES (?,?)"));
  CHECK_OK(link->bind(1, row).bind_blob(2, report.profile).run());
  TRY(Query * keep, query("INSERT OR REPLACE INTO report_content (row, head, text, document) VALUES (?,?,?,?)"));
  keep->bind(1, row).bind_blob(2, report.head).bind(3, std::string_view(report.text)).bind_blob(4, report.document);
  CHECK_OK(keep->run());
  TRY(Query * find, query("INSERT INTO report_text (rowid, text) VALUES (?,?)"));
  return find->bind(1, row).bind(2, std::string_view(report.text)).run();
}

Status Store::replace(ReportRow row, const StoredReport& report) {
  // The full text is found by words that the index does not keep: it has to be told what it held.
  TRY(Query * forget, query("INSERT INTO report_text (report_text, rowid, text) "
                            "SELECT 'delete', row, text FROM report_content WHERE row=?"));
  CHECK_OK(forget->bind(1, row).run());
  TRY(Query * date, query("UPDATE report SET first_day=?2, last_day=?3 WHERE row=?1"));
  date->bind(1, row).bind(2, int64_t{report.published.first}).bind(3, int64_t{report.published.last});
  CHECK_OK(date->run());
  CHECK_OK(write(row, report));
  return derive_again_with(row);
}

Status Store::add_keys(ReportRow report, const std::vector<uint64_t>& keys) {
  TRY(Query * q, query("INSERT OR IGNORE INTO report_key (key, row) VALUES (?,?)"));
  for (uint64_t key : keys) CHECK_OK(q->bind(1, static_cast<int64_t>(key)).bind(2, report).run());
  return kDone;
}

Status Store::connect(ReportRow a, ReportRow b, double strength) {
  TRY(Query * q, query("INSERT OR IGNORE INTO neighbour (a, b, strength) VALUES (?1,?2,?3), (?2,?1,?3)"));
  return q->bind(1, a).bind(2, b).bind(3, strength).run();
}

Result<std::vector<ReportRow>> Store::reports_with(const std::vector<uint64_t>& keys, size_t at_least) {
  TRY(Query * q, query("SELECT row FROM report_key WHERE key=?"));
  std::vector<ReportRow> found;
  for (uint64_t key : keys) {
    q->bind(1, static_cast<int64_t>(key));
    TRY(std::vector<ReportRow> some, rows(*q));
    found.insert(found.end(), some.begin(), some.end());
  }
  std::sort(found.begin(), found.end());
  std::vector<ReportRow> out;
  for (size_t i = 0; i < found.size();) {
    size_t j = i;
    while (j < found.size() && found[j] == found[i]) ++j;
    if (j - i >= at_least) out.push_back(found[i]);
    i = j;
  }
  return out;
}

Result<std::vector<Neighbour>> Store::neighbours(ReportRow report) {
  TRY(Query * q, query("SELECT b, strength FROM neighbour WHERE a=?"));
  std::vector<Neighbour> out;
  CHECK_OK(q->bind(1, report).each([&] { out.push_back({q->integer(0), q->real(1)}); }));
  return out;
}

Result<std::vector<ReportRow>> Store::unlinked() {
  TRY(Query * q,
      query("SELECT row FROM report WHERE neighbourhood IS NULL UNION SELECT row FROM report WHERE neighbourhood IN "
            "(SELECT neighbourhood FROM stale) ORDER BY row"));
  return rows(*q);
}

Result<std::vector<ReportRow>> Store::all_reports() {
  TRY(Query * q, query("SELECT row FROM report ORDER BY row"));
  return rows(*q);
}

Result<std::vector<ReportRow>> Store::derived_with(ReportRow report) {
  TRY(Query * q, query("SELECT row FROM report WHERE neighbourhood=(SELECT neighbourhood FROM report WHERE row=?) AND "
                       "neighbourhood NOT IN (SELECT neighbourhood FROM stale) ORDER BY row"));
  return rows(q->bind(1, report));
}

Result<int64_t> Store::cut_by() {
  TRY(Query * q, query("SELECT rule FROM cut"));
  return number(*q);
}

Status Store::set_cut_by(int64_t rule) {
  CHECK_OK(begin());
  TRY(Query * clear, query("DELETE FROM cut"));
  CHECK_OK(clear->run());
  TRY(Query * q, query("INSERT INTO cut VALUES (?)"));
  CHECK_OK(q->bind(1, rule).run());
  return commit();
}

Result<std::string> Store::id_of(ReportRow report) {
  TRY(Query * q, of_row("SELECT id FROM report WHERE row=?", report));
  std::string id(q->text(0));
  q->reset();
  return id;
}

Result<std::string> Store::profile(ReportRow report) {
  TRY(Query * q, of_row("SELECT profile FROM report_profile WHERE row=?", report));
  std::string profile(q->text(0));
  q->reset();
  return profile;
}

Result<Document> Store::Packed::open() && {
  TRY(const std::string bytes, unpack(document));
  TRY(Document doc, decode<Document>(bytes));
  doc.text = std::move(text);
  return doc;
}

Result<Store::Packed> Store::packed(ReportRow report) {
  TRY(Query * q, of_row("SELECT document, text FROM report_content WHERE row=?", report));
  Packed found = {std::string(q->text(0)), std::string(q->text(1))};
  q->reset();
  return found;
}

Result<Document> Store::document(ReportRow report) {
  TRY(Packed found, packed(report));
  return std::move(found).open();
}

Result<Document> Store::head(ReportRow report) {
  TRY(Query * q, of_row("SELECT head, text FROM report_content WHERE row=?", report));
  TRY(Document doc, decode<Document>(q->text(0)));
  doc.text = std::string(q->text(1));
  q->reset();
  return doc;
}

Result<Document> Store::metadata(const std::string& id) {
  TRY(Query * q, of_id("SELECT head FROM report JOIN report_content USING (row) WHERE id=?", id));
  TRY(Document doc, decode<Document>(q->text(0)));
  q->reset();
  return doc;
}

Result<DayRange> Store::published(ReportRow report) {
  TRY(Query * q, of_row("SELECT first_day, last_day FROM report WHERE row=?", report));
  const DayRange days = {static_cast<Day>(q->integer(0)), static_cast<Day>(q->integer(1))};
  q->reset();
  return days;
}

Result<std::optional<Store::WebState>> Store::fetched(const std::string& url) {
  TRY(Query * q, query("SELECT etag, modified FROM fetched WHERE url = ?1"));
  q->bind(1, url);
  TRY(bool found, q->step());
  std::optional<WebState> out;
  if (found) out = WebState{std::string(q->text(0)), std::string(q->text(1))};
  q->reset();
  return out;
}

Status Store::remember_fetched(const std::string& url, const WebState& state) {
  TRY(Query * q, query("INSERT OR REPLACE INTO fetched VALUES (?1, ?2, ?3)"));
  return q->bind(1, url).bind(2, state.etag).bind(3, state.modified).run();
}

Result<ReportRow> Store::row_of(const std::string& report_id) {
  TRY(Query * q, of_id("SELECT row FROM report WHERE id=?", report_id));
  const ReportRow row = q->integer(0);
  q->reset();
  return row;
}

}  // namespace dateline
