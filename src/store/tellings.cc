// Replacing what was derived, neighbourhood by neighbourhood.
#include <algorithm>
#include <iterator>

#include "base/hash.h"
#include "base/sort_unique.h"
#include "store/store.h"

namespace dateline {
namespace {

// A neighbourhood goes by its smallest report.
ReportRow name_of(const std::vector<ReportRow>& reports) { return *std::min_element(reports.begin(), reports.end()); }

uint64_t key_of(LineKind kind, std::string_view id) { return hash64(id, static_cast<uint64_t>(kind)); }

}  // namespace

// Most of what a neighbourhood told it goes on to tell when a report joins it, word for word or in other words under
// the same id: those lines stay where they are, as a line's indexes cost far more to write than the line to read.
Status Store::replace_lines(const std::vector<Telling>& tellings) {
  StandingLines standing;
  for (const Telling& telling : tellings) CHECK_OK(take_over(telling.reports, standing));
  std::vector<std::pair<ReportRow, const Line*>> other, fresh;
  for (const Telling& telling : tellings) {
    const ReportRow name = name_of(telling.reports);
    for (const Line& line : telling.lines) {
      TRY(const bool stands, keep_line(name, line, standing));
      if (!stands) other.emplace_back(name, &line);
    }
  }
  TRY(int64_t number, highest_number());
  Searchable words;
  for (const auto& [name, line] : other) {
    const auto found = standing.find(key_of(line->kind, line->id));
    if (found == standing.end() || found->second.empty()) {
      fresh.emplace_back(name, line);
      continue;
    }
    CHECK_OK(rewrite_line(++number, found->second.back(), name, *line));
    words[found->second.back().row] = line->searchable;
    found->second.pop_back();
  }
  for (const auto& [key, lines] : standing) {
    for (const StandingLine& line : lines) {
      CHECK_OK(remove_line(line.row));
      words[line.row] = {};
    }
  }
  CHECK_OK(search_lines(words));
  for (const auto& [name, line] : fresh) CHECK_OK(insert_line(++number, name, *line));
  TRY(Query * unmark, query("DELETE FROM line_mark"));
  CHECK_OK(unmark->run());
  TRY(Query * mark, query("INSERT INTO line_mark VALUES (?)"));
  return mark->bind(1, number).run();
}

Result<int64_t> Store::highest_number() {
  TRY(const int64_t marked, last_number());
  TRY(const int64_t last, last_line());
  return std::max(marked, last);
}

Result<std::vector<ReportRow>> Store::neighbourhoods_of(const std::vector<ReportRow>& reports) {
  TRY(Query * q, query("SELECT neighbourhood FROM report WHERE row=? AND neighbourhood IS NOT NULL"));
  std::vector<ReportRow> out;
  for (ReportRow row : reports) {
    TRY(std::vector<ReportRow> some, rows(q->bind(1, row)));
    out.insert(out.end(), some.begin(), some.end());
  }
  sort_unique(out);
  return out;
}

Status Store::take_over(const std::vector<ReportRow>& reports, StandingLines& standing) {
  const ReportRow name = name_of(reports);
  TRY(const std::vector<ReportRow> before, neighbourhoods_of(reports));
  TRY(Query * renew, query("DELETE FROM stale WHERE neighbourhood=?"));
  std::vector<ReportRow> leaving;
  for (ReportRow old : before) {
    CHECK_OK(read_standing(old, standing));
    CHECK_OK(renew->bind(1, old).run());
    TRY(Query * members, query("SELECT row FROM report WHERE neighbourhood=?"));
    TRY(const std::vector<ReportRow> theirs, rows(members->bind(1, old)));
    std::copy_if(theirs.begin(), theirs.end(), std::back_inserter(leaving),
                 [&](ReportRow row) { return std::find(reports.begin(), reports.end(), row) == reports.end(); });
  }
  // Reports that leave a neighbourhood count as unlinked until their own is derived, also if we are stopped in between.
  TRY(Query * unlink, query("UPDATE report SET neighbourhood=NULL WHERE row=?"));
  for (ReportRow row : leaving) CHECK_OK(unlink->bind(1, row).run());
  TRY(Query * mark, query("UPDATE report SET neighbourhood=?1 WHERE row=?2 AND neighbourhood IS NOT ?1"));
  for (ReportRow row : reports) CHECK_OK(mark->bind(1, name).bind(2, row).run());
  return kDone;
}

Status Store::read_standing(ReportRow neighbourhood, StandingLines& out) {
  TRY(Query * q, query("SELECT kind, id, first_day, last_day, payload, row FROM line WHERE neighbourhood=?"));
  return q->bind(1, neighbourhood).each([&] {
    const DayRange when = {static_cast<Day>(q->integer(2)), static_cast<Day>(q->integer(3))};
    out[key_of(static_cast<LineKind>(q->integer(0)), q->text(1))].push_back(
        {q->integer(5), neighbourhood, when, hash64(q->text(4))});
  });
}

// Whether the line stands as it is; it is then taken out of what stands.
Result<bool> Store::keep_line(ReportRow neighbourhood, const Line& line, StandingLines& standing) {
  const auto found = standing.find(key_of(line.kind, line.id));
  if (found == standing.end()) return false;
  std::vector<StandingLine>& lines = found->second;
  const uint64_t said = hash64(line.payload);
  const auto same = std::find_if(lines.begin(), lines.end(),
                                 [&](const StandingLine& old) { return old.when == line.when && old.said == said; });
  if (same == lines.end()) return false;
  CHECK_OK(move_line(*same, neighbourhood));
  lines.erase(same);
  return true;
}

// Only columns that differ are written: each of the others would touch an index.
Status Store::rewrite_line(int64_t change, const StandingLine& old, ReportRow neighbourhood, const Line& line) {
  TRY(Query * note, query("INSERT INTO line_change (number, row) VALUES (?,?)"));
  CHECK_OK(note->bind(1, change).bind(2, old.row).run());
  TRY(Query * say, query("UPDATE line SET payload=? WHERE row=?"));
  CHECK_OK(say->bind_blob(1, line.payload).bind(2, old.row).run());
  if (old.when != line.when) {
    TRY(Query * date, query("UPDATE line SET first_day=?, last_day=? WHERE row=?"));
    date->bind(1, int64_t{line.when.first}).bind(2, int64_t{line.when.last}).bind(3, old.row);
    CHECK_OK(date->run());
  }
  return move_line(old, neighbourhood);
}

Status Store::move_line(const StandingLine& old, ReportRow neighbourhood) {
  if (old.neighbourhood == neighbourhood) return kDone;
  TRY(Query * move, query("UPDATE line SET neighbourhood=? WHERE row=?"));
  return move->bind(1, neighbourhood).bind(2, old.row).run();
}

Status Store::remove_line(int64_t row) {
  TRY(Query * remove, query("DELETE FROM line WHERE row=?"));
  return remove->bind(1, row).run();
}

// In the order of the rows: FTS5 writes out what it holds in memory whenever a row's number is smaller than the one
// before.
Status Store::search_lines(const Searchable& lines) {
  TRY(Query * read, query("SELECT words FROM line_text WHERE rowid=?"));
  TRY(Query * unsearch, query("DELETE FROM line_text WHERE rowid=?"));
  for (const auto& [row, words] : lines) {
    TRY(const bool found, read->bind(1, row).step());
    const bool same = found ? read->text(0) == words : words.empty();
    read->reset();
    if (same) continue;
    if (found) CHECK_OK(unsearch->bind(1, row).run());
    if (!words.empty()) CHECK_OK(search_line(row, words));
  }
  return kDone;
}

Status Store::search_line(int64_t row, std::string_view words) {
  TRY(Query * q, query("INSERT INTO line_text (rowid, words) VALUES (?,?)"));
  return q->bind(1, row).bind(2, words).run();
}

Status Store::insert_line(int64_t number, ReportRow neighbourhood, const Line& line) {
  TRY(Query * insert,
      query("INSERT INTO line (kind, id, neighbourhood, first_day, last_day, payload, row) VALUES (?,?,?,?,?,?,?)"));
  insert->bind(1, static_cast<int64_t>(line.kind)).bind(2, std::string_view(line.id)).bind(3, neighbourhood);
  insert->bind(4, int64_t{line.when.first}).bind(5, int64_t{line.when.last}).bind_blob(6, line.payload).bind(7, number);
  CHECK_OK(insert->run());
  return line.searchable.empty() ? Status(kDone) : search_line(number, line.searchable);
}

}  // namespace dateline
