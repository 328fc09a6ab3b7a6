#include "engine/read_rows.h"

#include <algorithm>

#include "engine/parallel.h"
#include "model/codec.h"

namespace dateline {
namespace {

constexpr int64_t kPart = 50000;  // lines that are worth a thread
constexpr int64_t kMostParts = 64;

// One of several that go by one id; the name and type are those of most mentions. As join_entities() has it.
struct Joined {
  Row row;
  double most = 0;
  void take(Row other, double mentions) {
    if (row.id.empty()) {
      row = std::move(other);
      most = mentions;
      return;
    }
    if (std::tuple(-mentions, std::string_view(other.name)) < std::tuple(-most, std::string_view(row.name))) {
      row.name = other.name;
      row.type = other.type;
      most = mentions;
    }
    row.rank += other.rank;
    row.words += "\n" + other.words;
    row.reports.insert(row.reports.end(), other.reports.begin(), other.reports.end());
  }
};
using Entities = std::unordered_map<std::string, Joined>;

// What a stretch of lines gives.
struct Part {
  RowTables tables;
  Entities entities;
  std::vector<ReportFacts> reports;

  template <typename T>
  Status add(Listing listing, const Line& line) {
    TRY(const T thing, decode<T>(line.payload));
    tables[index_of(listing)].add(row_of(thing));
    return kDone;
  }
  Status add(const Line& line) {
    switch (line.kind) {
      case LineKind::event: return add<Event>(Listing::timeline, line);
      case LineKind::quote: return add<Utterance>(Listing::quotes, line);
      case LineKind::figure: return add<RecordFigure>(Listing::figures, line);
      case LineKind::conflict: return add<Conflict>(Listing::conflicts, line);
      case LineKind::voice: return add<Voice>(Listing::voices, line);
      case LineKind::entity: {
        TRY(const Entity entity, decode<Entity>(line.payload));
        entities[entity.id].take(row_of(entity), entity.mentions);
        return kDone;
      }
      case LineKind::report: {
        TRY(ReportFacts facts, decode<ReportFacts>(line.payload));
        reports.push_back(std::move(facts));
        return kDone;
      }
    }
    return kDone;
  }
};

Status read_part(const std::string& db, int64_t from, int64_t to, Part& part) {
  TRY(Store store, Store::open(db, Database::Mode::read));
  CHECK_OK(store.each_line(from, to, [&](const Line& line) { return part.add(line); }));
  for (ReportFacts& facts : part.reports) {
    TRY(Document head, store.metadata(facts.report));
    part.tables[index_of(Listing::reports)].add(row_of(ReportView{std::move(head), std::move(facts), {}}));
  }
  part.reports.clear();
  return kDone;
}

}  // namespace

Result<RowTables> read_rows(const std::string& db) {
  TRY(Store store, Store::open(db, Database::Mode::read));
  TRY(const int64_t last, store.last_line());
  const int64_t count = std::clamp<int64_t>(last / kPart, 1, kMostParts), step = last / count + 1;
  std::vector<Part> parts(static_cast<size_t>(count));
  std::vector<Status> done(parts.size(), kDone);
  parallel_for(parts.size(), job_count(0), [&](size_t i) {
    const int64_t from = static_cast<int64_t>(i) * step;
    done[i] = read_part(db, from, from + step, parts[i]);
  });
  RowTables all;
  Entities entities;
  for (size_t i = 0; i < parts.size(); ++i) {
    CHECK_OK(done[i]);
    for (size_t k = 0; k < all.size(); ++k) all[k].append(parts[i].tables[k]);
    for (auto& [id, joined] : parts[i].entities) entities[id].take(std::move(joined.row), joined.most);
    parts[i] = {};
  }
  for (const auto& [id, joined] : entities) all[index_of(Listing::entities)].add(joined.row);
  parallel_for(all.size(), job_count(0), [&](size_t k) { all[k].seal(); });
  return all;
}

RowTables rows_of(const Record& record, const std::vector<ReportView>& reports) {
  RowTables all;
  all[index_of(Listing::reports)] = RowTable(rows_of(reports));
  all[index_of(Listing::entities)] = RowTable(rows_of(record.entities));
  all[index_of(Listing::timeline)] = RowTable(rows_of(record.events));
  all[index_of(Listing::quotes)] = RowTable(rows_of(record.quotes));
  all[index_of(Listing::figures)] = RowTable(rows_of(record.figures));
  all[index_of(Listing::conflicts)] = RowTable(rows_of(record.conflicts));
  all[index_of(Listing::voices)] = RowTable(rows_of(record.voices));
  return all;
}

}  // namespace dateline
