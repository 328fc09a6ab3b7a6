#include "engine/sieve.h"

#include <algorithm>
#include <iterator>

#include "base/hash.h"
#include "base/sort_unique.h"
#include "text/utf8.h"

namespace dateline {
namespace {

using At = RowTable::At;

bool has_dates(Listing listing) {
  return listing == Listing::timeline || listing == Listing::quotes || listing == Listing::figures ||
         listing == Listing::reports || listing == Listing::stories || listing == Listing::commitments;
}

// A shared passage has no name of its own: it is about what its reports are about.
bool goes_by_reports(Listing listing) { return listing == Listing::reports || listing == Listing::voices; }

// sort_unique() of rows of a table of so many; many of them are ticked off on a list.
void sort_rows(std::vector<At>& rows, At of) {
  if (rows.size() < of / 32) return sort_unique(rows);
  std::vector<char> there(of);
  for (At at : rows) there[at] = 1;
  rows.clear();
  for (At at = 0; at < of; ++at) {
    if (there[at] != 0) rows.push_back(at);
  }
}

// Keeps of `all` what is in `some`, sorted, too; the first set is taken whole.
void narrow(std::optional<std::vector<At>>& all, std::vector<At> some) {
  if (all) {
    std::vector<At> both;
    std::set_intersection(all->begin(), all->end(), some.begin(), some.end(), std::back_inserter(both));
    some = std::move(both);
  }
  all = std::move(some);
}

// The texts of a column that hold the folded words, by number.
std::vector<char> texts_with(const RowTable& rows, const std::string& folded) {
  std::vector<char> out(rows.texts());
  for (uint32_t n = 0; n < rows.texts(); ++n) out[n] = rows.text(n).find(folded) != std::string::npos;
  return out;
}

}  // namespace

Result<Sieve> Sieve::make(const Filter& filter, Store& store, const TableOf& table_of) {
  Sieve sieve(filter);
  sieve.dated_ = filter.when != DayRange{};
  sieve.about_ = fold(filter.about);
  sieve.by_ = fold(filter.by);
  if (!filter.about.empty() || !filter.by.empty()) {
    TRY(const RowTable* entities, table_of(Listing::entities));
    std::vector<At> about, by;
    entities->with_words(sieve.about_, about);
    entities->with_words(sieve.by_, by);
    for (At at : about) sieve.about_ids_.insert(hash64(entities->id(at)));
    for (At at : by) sieve.by_ids_.insert(hash64(entities->id(at)));
    if (!filter.about.empty() && goes_by_reports(filter.listing)) {
      for (uint64_t report : entities->reports_of(about)) sieve.about_reports_.insert(report);
      TRY(std::vector<std::string> ids, store.reports_with_words(filter.about));
      for (const std::string& id : ids) sieve.about_reports_.insert(hash64(id));
    }
  }
  if (!filter.about.empty() && filter.listing == Listing::voices) {
    TRY(const RowTable* reports, table_of(Listing::reports));
    std::vector<At> headed;
    reports->with_words(sieve.about_, headed);
    for (At at : headed) sieve.about_reports_.insert(hash64(reports->id(at)));
  }
  if (!filter.about.empty() && (filter.listing == Listing::conflicts || filter.listing == Listing::all)) {
    TRY(const RowTable* events, table_of(Listing::timeline));
    for (At at : sieve.about(*events)) sieve.about_events_.insert(hash64(events->id(at)));
  }
  if (!filter.outlet.empty()) {
    TRY(const RowTable* reports, table_of(Listing::reports));
    const uint32_t outlet = reports->number_of(filter.outlet);
    for (At at = 0; at < reports->size(); ++at) {
      if (reports->name(at) == outlet) sieve.of_outlet_.insert(hash64(reports->id(at)));
    }
  }
  return sieve;
}

// Rows that name an entity of that name, or have it in their words.
std::vector<At> Sieve::about(const RowTable& rows) const {
  std::vector<At> out;
  for (uint64_t id : about_ids_) rows.of_entity(id, out);
  rows.with_words(about_, out);
  if (goes_by_reports(rows.listing())) {
    for (uint64_t id : about_reports_) rows.of_report(id, out);
  }
  if (rows.listing() == Listing::conflicts) {
    for (uint64_t id : about_events_) rows.of_event(id, out);
  }
  sort_rows(out, rows.size());
  return out;
}

std::optional<std::vector<At>> Sieve::named(const RowTable& rows) const {
  std::optional<std::vector<At>> out;
  std::vector<At> some;
  const auto take = [&](const std::string& id, const auto& find) {
    if (id.empty()) return;
    some.clear();
    find(hash64(id));
    sort_rows(some, rows.size());
    narrow(out, std::move(some));
  };
  take(filter_.of, [&](uint64_t id) { rows.of_event(id, some); });
  take(filter_.entity, [&](uint64_t id) { rows.of_entity(id, some); });
  take(filter_.report, [&](uint64_t id) { rows.of_report(id, some); });
  if (!filter_.outlet.empty()) {
    some.clear();
    for (uint64_t id : of_outlet_) rows.of_report(id, some);
    sort_rows(some, rows.size());
    narrow(out, std::move(some));
  }
  if (!about_.empty()) narrow(out, about(rows));
  return out;
}

std::vector<At> Sieve::pick(const RowTable& rows) const {
  const Label type(filter_.type), status(filter_.status);
  const uint32_t wanted_type = rows.number_of(type.view()), wanted_status = rows.number_of(status.view());
  const bool by = !by_.empty() && rows.listing() == Listing::quotes;
  const std::vector<char> speaking = by ? texts_with(rows, by_) : std::vector<char>();
  const auto passes = [&](At at) {
    if (dated_ && has_dates(rows.listing()) && !(rows.dated(at) && rows.days(at).overlaps(filter_.when))) return false;
    if (!type.empty() && rows.type(at) != wanted_type) return false;
    if (!status.empty() && rows.status(at) != wanted_status) return false;
    if (filter_.disputed && !rows.disputed(at)) return false;
    if (filter_.main && !rows.main(at)) return false;
    return !by || speaking[rows.name(at)] != 0 || by_ids_.contains(rows.speaker(at));
  };
  std::vector<At> picked;
  std::optional<std::vector<At>> only = named(rows);
  if (only) {
    std::copy_if(only->begin(), only->end(), std::back_inserter(picked), passes);
    if (filter_.newest_first) rows.sort_newest_first(picked);
    return picked;
  }
  for (At i = 0; i < rows.size(); ++i) {
    const At at = filter_.newest_first ? rows.newest()[i] : i;
    if (passes(at)) picked.push_back(at);
  }
  return picked;
}

}  // namespace dateline
