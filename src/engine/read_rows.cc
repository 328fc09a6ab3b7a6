#include "engine/read_rows.h"

#include <algorithm>
#include <unordered_map>

#include "base/hash.h"
#include "base/parallel.h"
#include "engine/joined_entity.h"
#include "model/codec.h"

namespace dateline {
namespace {

constexpr int64_t kPart = 50000;  // lines that are worth a thread
constexpr int64_t kMostParts = 64;

using Entities = std::unordered_map<std::string, JoinedEntity>;

// What a stretch of lines gives.
struct Part {
  RowTables tables;
  Entities entities;
  std::vector<std::pair<int64_t, uint64_t>> entity_lines;
  std::vector<std::pair<int64_t, ReportFacts>> reports;

  template <typename T>
  Status add(Listing listing, int64_t number, const Line& line) {
    TRY(const T thing, decode<T>(line.payload));
    tables[index_of(listing)].add(row_of(thing), number);
    return kDone;
  }
  Status add(int64_t number, const Line& line) {
    switch (line.kind) {
      case LineKind::event: return add<Event>(Listing::timeline, number, line);
      case LineKind::quote: return add<Utterance>(Listing::quotes, number, line);
      case LineKind::figure: return add<RecordFigure>(Listing::figures, number, line);
      case LineKind::conflict: return add<Conflict>(Listing::conflicts, number, line);
      case LineKind::voice: return add<Voice>(Listing::voices, number, line);
      case LineKind::entity: {
        TRY(const Entity entity, decode<Entity>(line.payload));
        entities[entity.id].take(entity);
        entity_lines.emplace_back(number, hash64(entity.id));
        return kDone;
      }
      case LineKind::report: {
        TRY(ReportFacts facts, decode<ReportFacts>(line.payload));
        reports.emplace_back(number, std::move(facts));
        return kDone;
      }
    }
    return kDone;
  }
};

// `each` hands the lines of the part to its argument.
template <typename Each>
Status read_part(Store& store, const Each& each, Part& part) {
  CHECK_OK(each([&](int64_t number, const Line& line) { return part.add(number, line); }));
  for (auto& [number, facts] : part.reports) {
    TRY(Document head, store.metadata(facts.report));
    part.tables[index_of(Listing::reports)].add(row_of(ReportView{std::move(head), std::move(facts), {}}), number);
  }
  part.reports.clear();
  return kDone;
}

Status read_part(const std::string& db, int64_t from, int64_t to, Part& part) {
  TRY(Store store, Store::open(db, Database::Mode::read));
  return read_part(store, [&](const Store::UseLine& use) { return store.each_line(from, to, use); }, part);
}

void add(RecordRows& all, JoinedEntity& entity) {
  entity.finish();
  all.tables[index_of(Listing::entities)].add(entity.row());
  all.briefs.push_back(std::move(entity.brief()));
}

void seal(RecordRows& all) {
  parallel_for(all.tables.size(), job_count(0), [&](size_t k) { all.tables[k].seal(); });
  std::sort(all.entity_lines.begin(), all.entity_lines.end());
}

// One entity again, from all lines of it that stand.
Status add_again(Store& store, const std::string& id, RecordRows& all) {
  TRY(std::vector<Line> lines, store.lines_with_id(LineKind::entity, id));
  JoinedEntity joined;
  for (const Line& line : lines) {
    TRY(const Entity entity, decode<Entity>(line.payload));
    joined.take(entity);
  }
  if (!lines.empty()) add(all, joined);
  return kDone;
}

}  // namespace

Result<RecordRows> read_rows(const std::string& db) {
  TRY(Store store, Store::open(db, Database::Mode::read));
  RecordRows all;
  TRY(all.last, store.last_number());
  int64_t last = all.last;  // what comes while we read has higher numbers, and is for the next time
  if (last == 0) {
    TRY(last, store.last_line());
  }
  const int64_t count = std::clamp<int64_t>(last / kPart, 1, kMostParts), step = last / count + 1;
  std::vector<Part> parts(static_cast<size_t>(count));
  std::vector<Status> done(parts.size(), kDone);
  parallel_for(parts.size(), job_count(0), [&](size_t i) {
    const int64_t from = static_cast<int64_t>(i) * step;
    done[i] = read_part(db, from, std::min(from + step, last + 1), parts[i]);
  });
  Entities entities;
  for (size_t i = 0; i < parts.size(); ++i) {
    CHECK_OK(done[i]);
    for (size_t k = 0; k < all.tables.size(); ++k) all.tables[k].append(parts[i].tables[k]);
    for (auto& [id, joined] : parts[i].entities) entities[id].take(std::move(joined));
    all.entity_lines.insert(all.entity_lines.end(), parts[i].entity_lines.begin(), parts[i].entity_lines.end());
    parts[i] = {};
  }
  for (auto& [id, joined] : entities) add(all, joined);
  seal(all);
  return all;
}

// No number comes back, and whatever is rewritten is noted: so the numbers that stand tell what went.
Result<RecordRows> read_changes(const std::string& db, const RecordRows& before) {
  TRY(Store store, Store::open(db, Database::Mode::read));
  CHECK_OK(store.hold());
  RecordRows all;
  TRY(all.last, store.last_number());
  TRY(const std::vector<char> stands, store.standing(before.last));
  Part fresh;
  CHECK_OK(
      read_part(store, [&](const Store::UseLine& use) { return store.each_changed_line(before.last, use); }, fresh));
  const RowTable& known = before.tables[index_of(Listing::entities)];
  std::unordered_map<std::string, RowTable::At> touched;  // entities, and where they stood
  std::vector<RowTable::At> rows;
  for (const auto& [number, id] : before.entity_lines) {
    if (stands[static_cast<size_t>(number)] != 0) {
      all.entity_lines.emplace_back(number, id);
      continue;
    }
    rows.clear();
    known.of_entity(id, rows);
    for (RowTable::At at : rows) touched.emplace(known.id(at), at);
  }
  for (const auto& [id, joined] : fresh.entities) {
    rows.clear();
    known.of_entity(hash64(id), rows);
    touched.emplace(id, rows.empty() ? known.size() : rows.front());
  }
  all.entity_lines.insert(all.entity_lines.end(), fresh.entity_lines.begin(), fresh.entity_lines.end());
  for (size_t k = 0; k < all.tables.size(); ++k) {
    const RowTable& table = before.tables[k];
    std::vector<char> gone(table.size());
    if (k == index_of(Listing::entities)) {
      for (const auto& [id, at] : touched) {
        if (at < table.size()) gone[at] = 1;
      }
      for (RowTable::At at = 0; at < table.size(); ++at) {
        if (gone[at] == 0) all.briefs.push_back(before.briefs[table.added_as(at)]);
      }
    } else {
      for (RowTable::At at = 0; at < table.size(); ++at) gone[at] = stands[static_cast<size_t>(table.line(at))] == 0;
    }
    all.tables[k] = table.without(gone);
    all.tables[k].append(fresh.tables[k]);
  }
  for (const auto& [id, at] : touched) CHECK_OK(add_again(store, id, all));
  seal(all);
  return all;
}

RecordRows rows_of(const Record& record, const std::vector<ReportView>& reports) {
  RecordRows all;
  RowTables& tables = all.tables;
  tables[index_of(Listing::reports)] = RowTable(rows_of(reports));
  tables[index_of(Listing::entities)] = RowTable(rows_of(record.entities));
  tables[index_of(Listing::timeline)] = RowTable(rows_of(record.events));
  tables[index_of(Listing::quotes)] = RowTable(rows_of(record.quotes));
  tables[index_of(Listing::figures)] = RowTable(rows_of(record.figures));
  tables[index_of(Listing::conflicts)] = RowTable(rows_of(record.conflicts));
  tables[index_of(Listing::voices)] = RowTable(rows_of(record.voices));
  for (const Entity& entity : record.entities) all.briefs.push_back(brief_of(entity));
  return all;
}

}  // namespace dateline
