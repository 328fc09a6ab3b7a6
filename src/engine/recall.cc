// From the record to listings: which lines, as of which day, in which order.
#include "engine/recall.h"

#include <algorithm>

#include "base/sort_unique.h"
#include "engine/lines.h"
#include "engine/read_rows.h"
#include "engine/sieve.h"
#include "engine/stages.h"
#include "engine/versions.h"

namespace dateline {
namespace {

constexpr Listing kListings[] = {Listing::reports, Listing::entities,  Listing::timeline, Listing::quotes,
                                 Listing::figures, Listing::conflicts, Listing::voices};

}  // namespace

LineKind kind_of(Listing listing) {
  switch (listing) {
    case Listing::reports: return LineKind::report;
    case Listing::entities: return LineKind::entity;
    case Listing::timeline: return LineKind::event;
    case Listing::quotes: return LineKind::quote;
    case Listing::figures: return LineKind::figure;
    case Listing::conflicts: return LineKind::conflict;
    default: return LineKind::voice;
  }
}

Status read_kind(Store& store, Listing listing, Record& record) {
  TRY(std::vector<Line> lines, store.lines(kind_of(listing), {}));
  for (const Line& line : lines) CHECK_OK(add_line(record, line));
  return kDone;
}

void join_entities(std::vector<Entity>& entities) {
  std::sort(entities.begin(), entities.end(), [](const Entity& a, const Entity& b) {
    return std::tie(a.id, b.mentions, a.name, a.reports) < std::tie(b.id, a.mentions, b.name, b.reports);
  });
  std::vector<Entity> joined;
  std::vector<size_t> several;  // indices of those met more than once
  for (Entity& e : entities) {
    if (joined.empty() || joined.back().id != e.id) {
      joined.push_back(std::move(e));
      continue;
    }
    if (several.empty() || several.back() + 1 != joined.size()) several.push_back(joined.size() - 1);
    Entity& all = joined.back();
    if (e.name != all.name) all.aliases.push_back(e.name);
    all.aliases.insert(all.aliases.end(), e.aliases.begin(), e.aliases.end());
    all.roles.insert(all.roles.end(), e.roles.begin(), e.roles.end());
    all.reports.insert(all.reports.end(), e.reports.begin(), e.reports.end());
    all.mentions += e.mentions;
  }
  // Once, as a name may be met in thousands of neighbourhoods.
  for (size_t i : several) {
    Entity& e = joined[i];
    sort_unique(e.aliases);
    sort_unique(e.roles);
    sort_unique(e.reports);
    std::erase(e.aliases, e.name);
  }
  entities = std::move(joined);
}

namespace {

Status add_lines(Store& store, const std::vector<Line>& lines, Slice& slice) {
  Record record;
  for (const Line& line : lines) CHECK_OK(add_line(record, line));
  join_entities(record.entities);
  slice.total += !lines.empty();
  const auto move_first = [](auto& from, auto& to) {
    if (!from.empty()) to.push_back(std::move(from.front()));
  };
  move_first(record.entities, slice.lines.entities);
  move_first(record.events, slice.lines.events);
  move_first(record.quotes, slice.lines.quotes);
  move_first(record.figures, slice.lines.figures);
  move_first(record.conflicts, slice.lines.conflicts);
  move_first(record.voices, slice.lines.voices);
  TRY(std::vector<ReportView> views, views_of(store, std::move(record.reports)));
  move_first(views, slice.reports);
  return kDone;
}

}  // namespace

Status add_to(Store& store, const Line& line, Slice& slice) { return add_lines(store, {line}, slice); }

Status read_line(Store& store, Listing listing, const std::string& id, Slice& slice) {
  TRY(std::vector<Line> lines, store.lines_with_id(kind_of(listing), id));
  return add_lines(store, lines, slice);
}

Result<std::vector<ReportView>> views_of(Store& store, std::vector<ReportFacts> all) {
  std::vector<ReportView> views;
  views.reserve(all.size());
  for (ReportFacts& facts : all) {
    TRY(ReportRow row, store.row_of(facts.report));
    TRY(Document head, store.head(row));
    TRY(std::vector<ReportVersion> versions, versions_shown(store, row));
    views.push_back({std::move(head), std::move(facts), std::move(versions)});
  }
  return views;
}

namespace {

// Which other listings a filter needs: names are looked up among the entities, conflicts go by their events.
bool needs(const Filter& filter, Listing listing) {
  if (filter.listing == Listing::all || filter.listing == listing) return true;
  const bool names = !filter.about.empty() || !filter.by.empty();
  if (listing == Listing::entities || listing == Listing::timeline) return names;
  const bool of_reports = !filter.about.empty() && filter.listing == Listing::voices;
  return listing == Listing::reports && (of_reports || !filter.outlet.empty());
}

template <typename T>
Status choose(std::vector<T>& items, const RowTable& rows, const Sieve& sieve, const Filter& filter) {
  items = page_of(items, rows, sieve.pick(rows), filter);
  return kDone;
}

Result<Record> read_asked(const Engine& engine, Store& store, const Filter& filter) {
  Record record;
  if (filter.as_of != kOpenEnd) {
    TRY(record, record_as_of(engine, store, filter.as_of));
  } else {
    for (Listing listing : kListings) {
      if (needs(filter, listing)) CHECK_OK(read_kind(store, listing, record));
    }
  }
  join_entities(record.entities);
  return record;
}

// Keeps what the filter lets through, in the order of each listing.
Status apply(Store& store, const Filter& filter, Record& record, std::vector<ReportView>& views) {
  const RecordRows rows = rows_of(record, views);
  const auto of = [&](Listing listing) { return &rows.tables[index_of(listing)]; };
  TRY(Sieve sieve, Sieve::make(filter, store, [&](Listing listing) -> Result<const RowTable*> { return of(listing); }));
  CHECK_OK(choose(record.entities, *of(Listing::entities), sieve, filter));
  CHECK_OK(choose(record.events, *of(Listing::timeline), sieve, filter));
  CHECK_OK(choose(record.quotes, *of(Listing::quotes), sieve, filter));
  CHECK_OK(choose(record.figures, *of(Listing::figures), sieve, filter));
  CHECK_OK(choose(record.conflicts, *of(Listing::conflicts), sieve, filter));
  CHECK_OK(choose(record.voices, *of(Listing::voices), sieve, filter));
  return choose(views, *of(Listing::reports), sieve, filter);
}

}  // namespace

Result<Record> Engine::recall(const std::string& db, const Filter& filter) const {
  TRY(Store store, Store::open(db, Database::Mode::read));
  TRY(Record record, read_asked(*this, store, filter));
  std::vector<ReportView> views;
  if (!filter.outlet.empty() || (!filter.about.empty() && filter.listing == Listing::voices)) {
    TRY(views, views_of(store, record.reports));
  }
  std::sort(record.reports.begin(), record.reports.end(),
            [](const ReportFacts& a, const ReportFacts& b) { return a.report < b.report; });
  CHECK_OK(apply(store, filter, record, views));
  return record;
}

Result<std::vector<ReportView>> Engine::reports(const std::string& db, const Filter& asked) const {
  Filter filter = asked;
  filter.listing = Listing::reports;
  TRY(Store store, Store::open(db, Database::Mode::read));
  TRY(Record record, read_asked(*this, store, filter));
  TRY(std::vector<ReportView> views, views_of(store, std::move(record.reports)));
  CHECK_OK(apply(store, filter, record, views));
  return views;
}

Result<Document> Engine::report(const std::string& db, const std::string& id) const {
  TRY(Store store, Store::open(db, Database::Mode::read));
  TRY(ReportRow row, store.row_of(id));
  TRY(Document doc, store.document(row));
  TRY(std::vector<Line> lines, store.lines_with_id(LineKind::report, id));
  Record record;
  for (const Line& line : lines) CHECK_OK(add_line(record, line));
  if (!record.reports.empty() && record.reports.front().published.value != doc.published.value)
    redate(doc, std::move(record.reports.front().published));
  return doc;
}

Result<std::function<Document(const std::string&)>> Engine::heads(const std::string& db) const {
  TRY(Store store, Store::open(db, Database::Mode::read));
  auto shared = std::make_shared<Store>(std::move(store));  // std::function must be copyable
  return std::function<Document(const std::string&)>([shared](const std::string& id) {
    auto row = shared->row_of(id);
    if (!row.ok()) return Document{};
    auto head = shared->head(*row);
    shared->rest();
    return head.ok() ? std::move(*head) : Document{};
  });
}

}  // namespace dateline
