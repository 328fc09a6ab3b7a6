#include "engine/sieve.h"

#include <algorithm>

#include "base/hash.h"
#include "text/utf8.h"

namespace dateline {
namespace {

bool holds(const std::string& words, const std::string& folded) { return words.find(folded) != std::string::npos; }

template <typename Keys>
bool any_in(const std::vector<uint64_t>& ids, const Keys& keys) {
  return std::any_of(ids.begin(), ids.end(), [&](uint64_t id) { return keys.contains(id); });
}

bool has_dates(Listing listing) {
  return listing == Listing::timeline || listing == Listing::quotes || listing == Listing::figures ||
         listing == Listing::reports || listing == Listing::stories || listing == Listing::commitments;
}

bool has(const std::vector<uint64_t>& ids, uint64_t id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

}  // namespace

Result<Sieve> Sieve::make(const Filter& filter, Store& store, const RowsOf& rows_of) {
  Sieve sieve(filter);
  sieve.dated_ = filter.when != DayRange{};
  sieve.type_ = std::string_view(filter.type);
  sieve.status_ = std::string_view(filter.status);
  if (!filter.of.empty()) sieve.event_ = hash64(filter.of);
  if (!filter.entity.empty()) sieve.entity_ = hash64(filter.entity);
  if (!filter.report.empty()) sieve.report_ = hash64(filter.report);
  sieve.about_ = fold(filter.about);
  sieve.by_ = fold(filter.by);
  if (!filter.about.empty() || !filter.by.empty()) {
    TRY(const std::vector<Row>* entities, rows_of(Listing::entities));
    for (const Row& entity : *entities) {
      if (!sieve.about_.empty() && holds(entity.words, sieve.about_)) {
        sieve.about_ids_.insert(hash64(entity.id));
        sieve.about_reports_.insert(entity.reports.begin(), entity.reports.end());
      }
      if (!sieve.by_.empty() && holds(entity.words, sieve.by_)) sieve.by_ids_.insert(hash64(entity.id));
    }
  }
  if (!filter.about.empty() && filter.listing == Listing::reports) {
    TRY(std::vector<std::string> ids, store.reports_with_words(filter.about));
    for (const std::string& id : ids) sieve.about_reports_.insert(hash64(id));
  }
  if (!filter.about.empty() && (filter.listing == Listing::conflicts || filter.listing == Listing::all)) {
    TRY(const std::vector<Row>* events, rows_of(Listing::timeline));
    for (const Row& event : *events) {
      if (any_in(event.entities, sieve.about_ids_) || holds(event.words, sieve.about_)) {
        sieve.about_events_.insert(event.event);
      }
    }
  }
  if (!filter.outlet.empty()) {
    TRY(const std::vector<Row>* reports, rows_of(Listing::reports));
    for (const Row& report : *reports) {
      if (report.name == filter.outlet) sieve.of_outlet_.insert(report.reports.begin(), report.reports.end());
    }
  }
  return sieve;
}

bool Sieve::is_about(const Row& row) const {
  if (any_in(row.entities, about_ids_) || holds(row.words, about_)) return true;
  if (row.listing == Listing::reports) return any_in(row.reports, about_reports_);
  return row.listing == Listing::conflicts && about_events_.contains(row.event);
}

bool Sieve::passes(const Row& row) const {
  if (dated_ && has_dates(row.listing) && !(row.dated && row.days.overlaps(filter_.when))) return false;
  if (!type_.empty() && row.type != type_) return false;
  if (!status_.empty() && row.status != status_) return false;
  if (filter_.disputed && !row.disputed) return false;
  if (filter_.main && !row.main) return false;
  if (event_ != 0 && row.event != event_ && !has(row.events, event_)) return false;
  if (entity_ != 0 && !has(row.entities, entity_)) return false;
  if (report_ != 0 && !has(row.reports, report_)) return false;
  if (!filter_.outlet.empty() && !any_in(row.reports, of_outlet_)) return false;
  if (!by_.empty() && row.listing == Listing::quotes && !holds(row.name, by_) && !by_ids_.contains(row.speaker)) {
    return false;
  }
  return about_.empty() || is_about(row);
}

std::vector<uint32_t> Sieve::pick(const std::vector<Row>& rows) const {
  std::vector<uint32_t> picked;
  for (uint32_t i = 0; i < rows.size(); ++i) {
    if (passes(rows[i])) picked.push_back(i);
  }
  // The undated stay last also when the newest come first.
  std::sort(picked.begin(), picked.end(), [&](uint32_t a, uint32_t b) {
    const Row &x = rows[a], &y = rows[b];
    if (!filter_.newest_first || x.dated != y.dated || x.days == y.days) return before(x, y);
    return std::tuple(x.days.last, x.days.first) > std::tuple(y.days.last, y.days.first);
  });
  return picked;
}

}  // namespace dateline
