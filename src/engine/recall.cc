// From the record to listings: which lines, as of which day, in which order.
#include <algorithm>
#include <map>
#include <set>

#include "base/strings.h"
#include "engine/lines.h"
#include "engine/neighbourhoods.h"
#include "engine/stages.h"
#include "text/utf8.h"

namespace dateline {
namespace {

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

constexpr Listing kListings[] = {Listing::reports, Listing::entities,  Listing::timeline, Listing::quotes,
                                 Listing::figures, Listing::conflicts, Listing::voices};

Status read_kind(Store& store, Listing listing, Record& record) {
  TRY(std::vector<Line> lines, store.lines(kind_of(listing), {}));
  for (const Line& line : lines) CHECK_OK(add_line(record, line));
  return kDone;
}

// What was known on a day: neighbourhoods of which every report was out by then stand as they are; the others are
// derived anew from those that were.
Result<Record> record_as_of(const Engine& engine, Store& store, Day day) {
  Record record;
  TRY(auto neighbourhoods, store.neighbourhoods());
  for (const std::vector<ReportRow>& rows : neighbourhoods) {
    std::set<ReportRow> out;
    for (ReportRow row : rows) {
      TRY(DayRange published, store.published(row));
      if (published.last <= day) out.insert(row);
    }
    std::vector<Line> lines;
    if (out.size() == rows.size()) {
      TRY(lines, store.lines_of(rows.front()));
    }
    while (out.size() < rows.size() && !out.empty()) {
      // Without the later reports a neighbourhood may fall into parts.
      std::vector<ReportRow> part = {*out.begin()};
      out.erase(out.begin());
      for (size_t i = 0; i < part.size(); ++i) {
        TRY(std::vector<ReportRow> next, store.neighbours(part[i]));
        for (ReportRow row : next) {
          if (out.erase(row) > 0) part.push_back(row);
        }
      }
      std::sort(part.begin(), part.end());
      TRY(std::vector<Document> docs, load_documents(store, part));
      std::vector<const Document*> pointers;
      for (const Document& doc : docs) pointers.push_back(&doc);
      for (Line& line : to_lines(engine.derive(pointers))) lines.push_back(std::move(line));
      if (out.empty()) break;
    }
    for (const Line& line : lines) CHECK_OK(add_line(record, line));
  }
  return record;
}

template <typename T>
void sort_unique(std::vector<T>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

// The same entity met in several neighbourhoods: everything of all of them.
void join_entities(std::vector<Entity>& entities) {
  std::sort(entities.begin(), entities.end(), [](const Entity& a, const Entity& b) {
    return std::tie(a.id, b.mentions, a.name, a.reports) < std::tie(b.id, a.mentions, b.name, b.reports);
  });
  std::vector<Entity> joined;
  for (Entity& e : entities) {
    if (joined.empty() || joined.back().id != e.id) {
      joined.push_back(std::move(e));
      continue;
    }
    Entity& all = joined.back();
    if (e.name != all.name) all.aliases.push_back(e.name);
    all.aliases.insert(all.aliases.end(), e.aliases.begin(), e.aliases.end());
    all.roles.insert(all.roles.end(), e.roles.begin(), e.roles.end());
    all.reports.insert(all.reports.end(), e.reports.begin(), e.reports.end());
    all.mentions += e.mentions;
    sort_unique(all.aliases);
    sort_unique(all.roles);
    sort_unique(all.reports);
    std::erase(all.aliases, all.name);
  }
  std::sort(joined.begin(), joined.end(), [](const Entity& a, const Entity& b) {
    return std::tie(b.mentions, a.name, a.id) < std::tie(a.mentions, b.name, b.id);
  });
  entities = std::move(joined);
}

bool holds(const std::string& text, const std::string& folded) { return fold(text).find(folded) != std::string::npos; }

// Ids of the entities that go by the name.
std::set<std::string> known_as(const std::vector<Entity>& entities, const std::string& folded) {
  std::set<std::string> ids;
  for (const Entity& e : entities) {
    bool fits = holds(e.name, folded);
    for (const std::string& alias : e.aliases) fits = fits || holds(alias, folded);
    if (fits) ids.insert(e.id);
  }
  return ids;
}

struct About {
  std::string folded;
  std::set<std::string> ids;

  bool entity(const std::string& id, const std::string& name) const { return ids.contains(id) || holds(name, folded); }
};

bool is_about(const Event& e, const About& about) {
  for (const EventParticipant& p : e.participants) {
    if (about.entity(p.entity, p.name)) return true;
  }
  return about.entity(e.place_entity, e.place_name) || holds(e.label, about.folded);
}

void filter_events(std::vector<Event>& events, const Filter& filter, const About* about) {
  const bool dated = filter.when != DayRange{};
  std::erase_if(events, [&](const Event& e) {
    if (dated && (!e.when.known() || !days_of(e.when).overlaps(filter.when))) return true;
    if (!filter.type.empty() && e.type.view() != filter.type) return true;
    return about != nullptr && !is_about(e, *about);
  });
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    const DayRange x = days_of(a.when), y = days_of(b.when);
    // Undated last; else by the first day it can have been.
    return std::tuple(!a.when.known(), x.first, x.last, a.id) < std::tuple(!b.when.known(), y.first, y.last, b.id);
  });
}

void filter_quotes(std::vector<Utterance>& quotes, const Filter& filter, const About* about, const About* by) {
  const bool dated = filter.when != DayRange{};
  std::erase_if(quotes, [&](const Utterance& q) {
    if (dated && (!q.said.known() || !days_of(q.said).overlaps(filter.when))) return true;
    if (!filter.of.empty() && q.event != filter.of) return true;
    if (by != nullptr && !by->entity(q.speaker_entity, q.speaker_name)) return true;
    return about != nullptr && !about->entity(q.speaker_entity, q.speaker_name) &&
           !about->entity(q.on_behalf_entity, q.on_behalf_name) && !holds(q.content, about->folded);
  });
}

void filter_figures(std::vector<RecordFigure>& figures, const Filter& filter, const About* about) {
  const bool dated = filter.when != DayRange{};
  std::erase_if(figures, [&](const RecordFigure& f) {
    if (dated && (!f.as_of.known() || !days_of(f.as_of).overlaps(filter.when))) return true;
    if (!filter.of.empty() && f.event != filter.of) return true;
    return about != nullptr && !holds(f.counted, about->folded) && !about->ids.contains(f.speaker);
  });
}

template <typename T>
void cut(std::vector<T>& items, uint32_t limit) {
  if (limit > 0 && items.size() > limit) items.resize(limit);
}

void apply(Record& record, const Filter& filter) {
  join_entities(record.entities);
  About about{fold(filter.about), {}}, by{fold(filter.by), {}};
  if (!filter.about.empty()) about.ids = known_as(record.entities, about.folded);
  if (!filter.by.empty()) by.ids = known_as(record.entities, by.folded);
  const About* asked = filter.about.empty() ? nullptr : &about;
  std::set<std::string> events_about;
  if (asked != nullptr) {
    for (const Event& e : record.events) {
      if (is_about(e, about)) events_about.insert(e.id);
    }
  }
  filter_events(record.events, filter, asked);
  filter_quotes(record.quotes, filter, asked, filter.by.empty() ? nullptr : &by);
  filter_figures(record.figures, filter, asked);
  std::erase_if(record.entities, [&](const Entity& e) {
    return (!filter.type.empty() && name_of(e.type) != filter.type) || (asked != nullptr && !about.ids.contains(e.id));
  });
  std::erase_if(record.conflicts, [&](const Conflict& c) {
    return (!filter.type.empty() && name_of(c.kind) != filter.type) || (!filter.of.empty() && c.event != filter.of) ||
           (asked != nullptr && !holds(c.about, about.folded) && !events_about.contains(c.event));
  });
  std::erase_if(record.voices, [&](const Voice& v) { return !filter.type.empty() && name_of(v.kind) != filter.type; });
  std::stable_sort(record.conflicts.begin(), record.conflicts.end(), [](const Conflict& a, const Conflict& b) {
    return std::tuple(-a.weight, a.id) < std::tuple(-b.weight, b.id);
  });
  cut(record.events, filter.limit);
  cut(record.quotes, filter.limit);
  cut(record.figures, filter.limit);
  cut(record.entities, filter.limit);
  cut(record.conflicts, filter.limit);
  cut(record.voices, filter.limit);
}

// Sorts what recall() leaves in the store's order by id, so that listings never show how the record was made.
void order(Record& record) {
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(record.quotes.begin(), record.quotes.end(), by_id);
  std::sort(record.figures.begin(), record.figures.end(), by_id);
  std::sort(record.voices.begin(), record.voices.end(), by_id);
  std::sort(record.reports.begin(), record.reports.end(),
            [](const ReportFacts& a, const ReportFacts& b) { return a.report < b.report; });
}

}  // namespace

Result<Record> Engine::recall(const std::string& db, const Filter& filter) const {
  TRY(Store store, Store::open(db, Database::Mode::read));
  Record record;
  if (filter.as_of != kOpenEnd) {
    TRY(record, record_as_of(*this, store, filter.as_of));
  } else {
    const bool needs_entities = !filter.about.empty() || !filter.by.empty();
    for (Listing listing : kListings) {
      const bool asked = filter.listing == Listing::all || filter.listing == listing ||
                         (needs_entities && (listing == Listing::entities || listing == Listing::timeline));
      if (asked) CHECK_OK(read_kind(store, listing, record));
    }
  }
  order(record);
  apply(record, filter);
  return record;
}

Result<std::vector<ReportView>> Engine::reports(const std::string& db, const Filter& filter) const {
  Filter facts_only = filter;
  facts_only.listing = Listing::reports;
  facts_only.about.clear();
  facts_only.by.clear();
  TRY(Record record, recall(db, facts_only));
  TRY(Store store, Store::open(db, Database::Mode::read));
  const std::string about = fold(filter.about);
  std::vector<ReportView> views;
  for (ReportFacts& facts : record.reports) {
    if (filter.when != DayRange{} &&
        !(facts.published.value.known() && days_of(facts.published.value).overlaps(filter.when)))
      continue;
    TRY(ReportRow row, store.row_of(facts.report));
    TRY(Document head, store.head(row));
    if (!about.empty() && !holds(head.text, about)) continue;
    views.push_back({std::move(head), std::move(facts)});
  }
  std::sort(views.begin(), views.end(), [](const ReportView& a, const ReportView& b) {
    const DayRange x = days_of(a.facts.published.value), y = days_of(b.facts.published.value);
    return std::tuple(x.last, x.first, a.head.id) < std::tuple(y.last, y.first, b.head.id);
  });
  cut(views, filter.limit);
  return views;
}

Result<Document> Engine::report(const std::string& db, const std::string& id) const {
  TRY(Store store, Store::open(db, Database::Mode::read));
  TRY(ReportRow row, store.row_of(id));
  return store.document(row);
}

Result<std::function<Document(const std::string&)>> Engine::heads(const std::string& db) const {
  TRY(Store store, Store::open(db, Database::Mode::read));
  auto shared = std::make_shared<Store>(std::move(store));  // std::function must be copyable
  return std::function<Document(const std::string&)>([shared](const std::string& id) {
    auto row = shared->row_of(id);
    if (!row.ok()) return Document{};
    auto head = shared->head(*row);
    return head.ok() ? std::move(*head) : Document{};
  });
}

}  // namespace dateline
