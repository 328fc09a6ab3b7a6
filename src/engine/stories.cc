// What the events of the record make together.
#include "engine/stages.h"

namespace dateline {
namespace {

Filter without_limit(Filter filter) {
  filter.limit = 0;
  return filter;
}

}  // namespace

Result<std::vector<Story>> Engine::stories(const std::string& db, const Filter& filter) const {
  Filter asked = without_limit(filter);
  asked.listing = Listing::timeline;
  TRY(Record record, recall(db, asked));
  std::vector<Story> out = stages_->teller.stories(record.events);
  if (filter.limit > 0 && out.size() > filter.limit) out.resize(filter.limit);
  return out;
}

Result<std::vector<Commitment>> Engine::commitments(const std::string& db, const Filter& filter) const {
  Filter asked = without_limit(filter);
  asked.listing = Listing::timeline;
  TRY(Record record, recall(db, asked));
  Filter all;
  all.as_of = filter.as_of;
  all.listing = Listing::reports;
  TRY(Record facts, recall(db, all));
  std::map<std::string, Edtf> published;
  for (const ReportFacts& f : facts.reports) published.emplace(f.report, f.published.value);
  TRY(auto head_of, heads(db));
  std::map<std::string, Document> texts;
  const auto words = [&](const Evidence& e) -> std::string_view {
    auto at = texts.find(e.report);
    if (at == texts.end()) at = texts.emplace(e.report, head_of(e.report)).first;
    return e.span.of(at->second.text);
  };
  std::vector<Commitment> out = stages_->teller.commitments(record.events, words, published);
  if (filter.limit > 0 && out.size() > filter.limit) out.resize(filter.limit);
  return out;
}

}  // namespace dateline
