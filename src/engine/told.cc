#include "engine/told.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/hash.h"
#include "base/sort_unique.h"
#include "model/codec.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kTextsKept = 4000;
using EventsById = std::unordered_map<std::string_view, const Event*>;

// What stories and commitments have in common: steps that are events, and reports that tell of them.
template <typename T>
Row row_of(const T& chain, Listing listing, const EventsById& events) {
  Row row;
  row.listing = listing;
  row.id = chain.id;
  row.main = true;
  row.words = fold(chain.label);
  for (const auto& step : chain.steps) {
    row.events.push_back(hash64(step.event));
    const auto found = events.find(step.event);
    if (found == events.end()) continue;
    const Row event = row_of(*found->second);
    row.words += "\n" + event.words;
    row.disputed |= event.disputed;
    row.entities.insert(row.entities.end(), event.entities.begin(), event.entities.end());
  }
  sort_unique(row.entities);
  for (const std::string& report : chain.reports) row.reports.push_back(hash64(report));
  return row;
}

Row row_of(const Story& story, const EventsById& events) {
  Row row = row_of(story, Listing::stories, events);
  row.dated = true;  // events without a date are in none
  row.days = days_of(story.steps.front().when);
  for (const StoryStep& step : story.steps) row.days.last = std::max(row.days.last, days_of(step.when).last);
  return row;
}

Row row_of(const Commitment& commitment, const EventsById& events) {
  Row row = row_of(commitment, Listing::commitments, events);
  row.type = name_of(commitment.state);
  row.dated = commitment.since.known();
  if (row.dated) row.days = days_of(commitment.since);
  return row;
}

}  // namespace

Status read_steps(Store& store, Record& record) {
  return store.each_line(LineKind::event, [&](int64_t, const Line& line) -> Status {
    TRY(Event event, decode<Event>(line.payload));
    const bool disputed = row_of(event).disputed;
    event.claims.clear();
    if (disputed) event.claims.emplace_back().status = Agreement::disputed;
    event.why.clear();
    record.events.push_back(std::move(event));
    return kDone;
  });
}

Result<Chains> tell(const StoryTeller& teller, Store& store, const Record& record) {
  std::map<std::string, Edtf> published;
  for (const ReportFacts& f : record.reports) published.emplace(f.report, f.published.value);
  std::unordered_map<std::string, std::string> texts;
  Status read = kDone;
  const auto words = [&](const Evidence& e) -> std::string_view {
    auto at = texts.find(e.report);
    if (at == texts.end()) {
      if (texts.size() >= kTextsKept) texts.clear();
      auto row = store.row_of(e.report);
      auto head = row.ok() ? store.head(*row) : Result<Document>(row.error());
      if (!head.ok()) {
        read = head.error();
        return {};
      }
      at = texts.emplace(e.report, std::move(head->text)).first;
    }
    return e.span.of(at->second);
  };
  Chains told;
  told.stories = teller.stories(record.events);
  told.commitments = teller.commitments(record.events, words, published);
  CHECK_OK(read);
  EventsById events;
  for (const Event& e : record.events) events.emplace(e.id, &e);
  for (const Story& s : told.stories) told.story_rows.add(row_of(s, events));
  for (const Commitment& c : told.commitments) told.commitment_rows.add(row_of(c, events));
  told.story_rows.seal();
  told.commitment_rows.seal();
  return told;
}

}  // namespace dateline
