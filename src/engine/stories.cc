// What the events of the record make together.
#include "engine/recall.h"
#include "engine/sieve.h"
#include "engine/stages.h"
#include "engine/told.h"

namespace dateline {
namespace {

// Those that the filter lets through, in order. `choose` gives the things and their rows.
template <typename Choose>
auto told_of(const Engine& engine, const std::string& db, const Filter& filter, const Choose& choose)
    -> Result<std::decay_t<decltype(choose(std::declval<Chains&>()).first)>> {
  TRY(Store store, Store::open(db, Database::Mode::read));
  Record record;
  if (filter.as_of != kOpenEnd) {
    TRY(record, record_as_of(engine, store, filter.as_of));
  } else {
    CHECK_OK(read_steps(store, record));
    for (Listing listing : {Listing::reports, Listing::entities}) CHECK_OK(read_kind(store, listing, record));
  }
  join_entities(record.entities);
  TRY(Chains told, tell(engine.stages().teller, store, record));
  const RowTable entities(rows_of(record.entities));
  RowTable reports;
  if (!filter.outlet.empty()) {
    TRY(std::vector<ReportView> views, views_of(store, std::move(record.reports)));
    reports = RowTable(rows_of(views));
  }
  TRY(Sieve sieve, Sieve::make(filter, store, [&](Listing listing) -> Result<const RowTable*> {
        return listing == Listing::reports ? &reports : &entities;
      }));
  auto [things, rows] = choose(told);
  return page_of(things, rows, sieve.pick(rows), filter);
}

}  // namespace

Result<std::vector<Story>> Engine::stories(const std::string& db, const Filter& asked) const {
  Filter filter = asked;
  filter.listing = Listing::stories;
  return told_of(*this, db, filter,
                 [](Chains& told) { return std::pair(std::move(told.stories), std::move(told.story_rows)); });
}

Result<std::vector<Commitment>> Engine::commitments(const std::string& db, const Filter& asked) const {
  Filter filter = asked;
  filter.listing = Listing::commitments;
  return told_of(*this, db, filter,
                 [](Chains& told) { return std::pair(std::move(told.commitments), std::move(told.commitment_rows)); });
}

}  // namespace dateline
