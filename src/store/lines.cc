// What was derived: the lines that listings print (how they are replaced: tellings.cc).
#include <algorithm>
#include <limits>

#include "store/store.h"

namespace dateline {
namespace {

// Of a row (kind, id, first_day, last_day, payload).
Line line_at(const Query& q) {
  Line line;
  line.kind = static_cast<LineKind>(q.integer(0));
  line.id = std::string(q.text(1));
  line.when = {static_cast<Day>(q.integer(2)), static_cast<Day>(q.integer(3))};
  line.payload = std::string(q.text(4));
  return line;
}

Result<std::vector<Line>> read_lines(Query& q) {
  std::vector<Line> out;
  CHECK_OK(q.each([&] { out.push_back(line_at(q)); }));
  return out;
}

}  // namespace

Result<std::vector<Line>> Store::lines(LineKind kind, DayRange when) {
  // A line without a date stands at the end of a listing, and outside any that asks for dates.
  TRY(Query * q,
      query("SELECT kind, id, first_day, last_day, payload FROM line WHERE kind=?1 AND first_day<=?3 AND last_day>=?2 "
            "AND (first_day>?4 OR last_day<?5 OR (?2=?4 AND ?3=?5)) ORDER BY first_day=?4 AND last_day=?5, first_day, "
            "last_day, id"));
  q->bind(1, static_cast<int64_t>(kind)).bind(2, int64_t{when.first}).bind(3, int64_t{when.last});
  q->bind(4, int64_t{kOpenBegin}).bind(5, int64_t{kOpenEnd});
  return read_lines(*q);
}

Result<std::vector<Line>> Store::dated_lines(LineKind kind, size_t offset, size_t limit) {
  // Two questions, each answered from the index alone: those that begin on a day, and before them those that are known
  // to end on one and no more.
  TRY(Query * known, query("SELECT count(*) FROM line WHERE kind=? AND first_day=? AND last_day<?"));
  known->bind(1, static_cast<int64_t>(kind)).bind(2, int64_t{kOpenBegin}).bind(3, int64_t{kOpenEnd});
  TRY(const int64_t before, number(*known));
  const auto open = static_cast<size_t>(before);
  std::vector<Line> out;
  if (offset < open) {
    TRY(Query * q, query("SELECT kind, id, first_day, last_day, payload FROM line WHERE kind=? AND first_day=? AND "
                         "last_day<? ORDER BY first_day, last_day, id LIMIT ? OFFSET ?"));
    q->bind(1, static_cast<int64_t>(kind)).bind(2, int64_t{kOpenBegin}).bind(3, int64_t{kOpenEnd});
    q->bind(4, static_cast<int64_t>(limit)).bind(5, static_cast<int64_t>(offset));
    TRY(out, read_lines(*q));
  }
  if (out.size() == limit) return out;
  TRY(Query * q, query("SELECT kind, id, first_day, last_day, payload FROM line WHERE kind=? AND first_day>? "
                       "ORDER BY first_day, last_day, id LIMIT ? OFFSET ?"));
  q->bind(1, static_cast<int64_t>(kind)).bind(2, int64_t{kOpenBegin});
  q->bind(3, static_cast<int64_t>(limit - out.size())).bind(4, static_cast<int64_t>(offset > open ? offset - open : 0));
  TRY(std::vector<Line> rest, read_lines(*q));
  for (Line& line : rest) out.push_back(std::move(line));
  return out;
}

Result<size_t> Store::count(LineKind kind) {
  TRY(Query * q, query("SELECT count(*) FROM line WHERE kind=?"));
  TRY(const int64_t n, number(q->bind(1, static_cast<int64_t>(kind))));
  return static_cast<size_t>(n);
}

Status Store::each_line(int64_t from, int64_t to, const UseLine& use) {
  TRY(Query * q,
      query("SELECT kind, id, first_day, last_day, payload, row FROM line WHERE row>=? AND row<? ORDER BY row"));
  return q->bind(1, from).bind(2, to).each([&] { return use(q->integer(5), line_at(*q)); });
}

Status Store::each_line(LineKind kind, const UseLine& use) {
  // Two passes over the index, as the undated stand first in it.
  for (const bool dated : {true, false}) {
    TRY(Query * q, query(dated ? "SELECT kind, id, first_day, last_day, payload, row FROM line WHERE kind=?1 AND NOT "
                                 "(first_day=?2 AND last_day=?3) ORDER BY first_day, last_day, id"
                               : "SELECT kind, id, first_day, last_day, payload, row FROM line WHERE kind=?1 AND "
                                 "first_day=?2 AND last_day=?3 ORDER BY id"));
    q->bind(1, static_cast<int64_t>(kind)).bind(2, int64_t{kOpenBegin}).bind(3, int64_t{kOpenEnd});
    CHECK_OK(q->each([&] { return use(q->integer(5), line_at(*q)); }));
  }
  return kDone;
}

Result<int64_t> Store::last_line() {
  TRY(Query * q, query("SELECT max(row) FROM line"));
  return number(*q);
}

Result<int64_t> Store::last_number() {
  TRY(const bool marked, has_table("line_mark"));
  if (!marked) return int64_t{0};
  TRY(Query * q, query("SELECT last FROM line_mark"));
  return number(*q);
}

Result<std::vector<char>> Store::standing(int64_t last) {
  TRY(Query * q, query("SELECT row FROM line"));  // answered from an index, without touching the lines
  std::vector<char> out(static_cast<size_t>(last) + 1);
  CHECK_OK(q->each([&] {
    if (const int64_t number = q->integer(0); number <= last) out[static_cast<size_t>(number)] = 1;
  }));
  TRY(const std::vector<int64_t> changed, rewritten(last));
  for (int64_t number : changed) {
    if (number <= last) out[static_cast<size_t>(number)] = 0;
  }
  return out;
}

Result<std::vector<int64_t>> Store::rewritten(int64_t last) {
  TRY(Query * q, query("SELECT DISTINCT row FROM line_change WHERE number>?"));
  return rows(q->bind(1, last));
}

Status Store::each_changed_line(int64_t since, const UseLine& use) {
  CHECK_OK(each_line(since + 1, std::numeric_limits<int64_t>::max(), use));
  TRY(const std::vector<int64_t> changed, rewritten(since));
  for (int64_t number : changed) {
    if (number > since) continue;  // met already
    TRY(const std::optional<Line> found, line(number));
    if (found) CHECK_OK(use(number, *found));
  }
  return kDone;
}

Result<std::optional<Line>> Store::line(int64_t number) {
  TRY(Query * q, query("SELECT kind, id, first_day, last_day, payload FROM line WHERE row=?"));
  TRY(bool found, q->bind(1, number).step());
  std::optional<Line> out;
  if (found) out = line_at(*q);
  q->reset();
  return out;
}

Result<std::vector<Line>> Store::lines_with_id(LineKind kind, const std::string& id) {
  TRY(Query * q, query("SELECT kind, id, first_day, last_day, payload FROM line WHERE id=? AND kind=? ORDER BY row"));
  return read_lines(q->bind(1, std::string_view(id)).bind(2, static_cast<int64_t>(kind)));
}

Result<std::vector<Line>> Store::lines_of(ReportRow neighbourhood) {
  TRY(Query * q,
      query("SELECT kind, id, first_day, last_day, payload FROM line WHERE neighbourhood=? ORDER BY kind, id"));
  return read_lines(q->bind(1, neighbourhood));
}

Result<std::vector<std::vector<ReportRow>>> Store::neighbourhoods() {
  TRY(Query * q,
      query("SELECT neighbourhood, row FROM report WHERE neighbourhood IS NOT NULL ORDER BY neighbourhood, row"));
  std::vector<std::vector<ReportRow>> out;
  ReportRow current = 0;
  CHECK_OK(q->each([&] {
    if (out.empty() || q->integer(0) != current) out.emplace_back();
    current = q->integer(0);
    out.back().push_back(q->integer(1));
  }));
  return out;
}

namespace {

// Plain words for FTS5's query language: each in quotes, all of them asked for.
std::string match_all(const std::string& words) {
  std::string out, word;
  auto flush = [&] {
    if (!word.empty()) out += (out.empty() ? "\"" : " \"") + word + "\"";
    word.clear();
  };
  for (char c : words) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '"')
      flush();
    else
      word += c;
  }
  flush();
  return out;
}

}  // namespace

Result<std::vector<Hit>> Store::search(const std::string& words, size_t limit) {
  const std::string match = match_all(words);
  std::vector<Hit> hits;
  if (match.empty()) return hits;
  const auto collect = [&](Query& q) -> Status {
    q.bind(1, std::string_view(match)).bind(2, static_cast<int64_t>(limit));
    return q.each([&] { hits.push_back({static_cast<LineKind>(q.integer(0)), std::string(q.text(1)), -q.real(2)}); });
  };
  TRY(Query * reports,
      query("SELECT 0, id, bm25(report_text) AS score FROM report_text JOIN report ON report.row=report_text.rowid "
            "WHERE report_text MATCH ? ORDER BY score, id LIMIT ?"));
  CHECK_OK(collect(*reports));
  TRY(Query * derived,
      query("SELECT kind, id, bm25(line_text) AS score FROM line_text JOIN line ON line.row=line_text.rowid "
            "WHERE line_text MATCH ? ORDER BY score, id LIMIT ?"));
  CHECK_OK(collect(*derived));
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    if (a.score != b.score) return a.score > b.score;
    return std::pair(a.kind, a.id) < std::pair(b.kind, b.id);
  });
  if (hits.size() > limit) hits.resize(limit);
  return hits;
}

Result<std::vector<std::string>> Store::reports_with_words(const std::string& words) {
  const std::string match = match_all(words);
  std::vector<std::string> ids;
  if (match.empty()) return ids;
  TRY(Query * q, query("SELECT id FROM report WHERE row IN (SELECT rowid FROM report_text WHERE report_text MATCH ?)"));
  q->bind(1, std::string_view(match));
  CHECK_OK(q->each([&] { ids.emplace_back(q->text(0)); }));
  return ids;
}

Result<int64_t> Store::version() {
  TRY(Query * q, query("PRAGMA data_version"));
  return number(*q);
}

}  // namespace dateline
