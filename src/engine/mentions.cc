// What stands below the chronology: every word that tells of something that happens, linked across the reports that
// were derived together.
#include <algorithm>
#include <map>
#include <tuple>

#include "base/hash.h"
#include "engine/lines.h"
#include "engine/stages.h"
#include "link/happening_links.h"
#include "store/store.h"

namespace dateline {
namespace {

constexpr const char* kUncoded = "x-event";

// The events of the record that mentions are evidence of.
class ToldIn {
 public:
  explicit ToldIn(const std::vector<Event>& events) {
    for (size_t e = 0; e < events.size(); ++e) {
      for (const Evidence& evidence : events[e].evidence)
        of_[{evidence.report, evidence.span.begin, evidence.span.end}] = static_cast<int32_t>(e);
    }
  }
  int32_t event(const Document& doc, const Happening& happening) const {
    if (happening.mention == kNone) return kNone;
    const Span span = doc.events[static_cast<size_t>(happening.mention)].span;
    const auto at = of_.find({doc.id, span.begin, span.end});
    return at == of_.end() ? kNone : at->second;
  }

 private:
  std::map<std::tuple<std::string_view, uint32_t, uint32_t>, int32_t> of_;
};

// Per happening that mentions were joined to: the event that most of them are evidence of, the earlier of several.
std::map<uint32_t, int32_t> events_of(const std::vector<HappeningSource>& sources,
                                      const std::vector<std::vector<uint32_t>>& links) {
  std::map<uint32_t, std::map<int32_t, size_t>> votes;
  for (size_t i = 0; i < sources.size(); ++i) {
    for (size_t j = 0; j < links[i].size(); ++j) {
      if (sources[i].event[j] != kNone) ++votes[links[i][j]][sources[i].event[j]];
    }
  }
  std::map<uint32_t, int32_t> out;
  for (const auto& [link, of] : votes) {
    out[link] =
        std::max_element(of.begin(), of.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
  }
  return out;
}

std::vector<HappeningSource> sources_of(const std::vector<Document>& docs, const Record& record,
                                        const HappeningReader& reader) {
  const ToldIn told(record.events);
  std::map<std::string_view, std::string_view> main;
  for (const ReportFacts& facts : record.reports) main.emplace(facts.report, facts.main_event);
  std::map<std::string_view, uint32_t> group;
  std::vector<HappeningSource> sources;
  for (const Document& doc : docs) {
    HappeningSource source;
    source.doc = &doc;
    source.happenings = reader.read(doc);
    for (const Happening& h : source.happenings) source.event.push_back(told.event(doc, h));
    const std::string_view event = main[doc.id];
    source.group = group.try_emplace(event.empty() ? doc.id : event, static_cast<uint32_t>(group.size())).first->second;
    sources.push_back(std::move(source));
  }
  return sources;
}

void tell_mentions(const std::vector<Document>& docs, const Record& record, const HappeningReader& reader,
                   const Background& background, std::vector<RecordMention>& out) {
  const std::vector<HappeningSource> sources = sources_of(docs, record, reader);
  const std::vector<std::vector<uint32_t>> links = link_happenings(sources, background);
  const std::map<uint32_t, int32_t> events = events_of(sources, links);
  std::map<uint32_t, std::string> ids;  // by the first word that tells of it
  for (size_t i = 0; i < sources.size(); ++i) {
    const Document& doc = docs[i];
    for (size_t j = 0; j < links[i].size(); ++j) {
      const Happening& h = sources[i].happenings[j];
      RecordMention m;
      const Span word = doc.tokens[h.token].span;
      m.evidence = {doc.id, word};
      m.root = h.root;
      m.type = kUncoded;
      if (h.mention != kNone) {
        const EventMention& coded = doc.events[static_cast<size_t>(h.mention)];
        std::tie(m.type, m.mode, m.status) = std::tie(coded.type, coded.mode, coded.status);
        m.evidence.span = coded.span;
      }
      std::string& id = ids[links[i][j]];
      if (id.empty()) id = content_id("m", {doc.id, std::to_string(word.begin)});
      m.id = id;
      const auto most = events.find(links[i][j]);
      const int32_t event = sources[i].event[j] != kNone ? sources[i].event[j]
                            : most == events.end()       ? kNone
                                                         : most->second;
      if (event != kNone) m.event = record.events[static_cast<size_t>(event)].id;
      out.push_back(std::move(m));
    }
  }
}

}  // namespace

Result<std::vector<RecordMention>> Engine::mentions(const std::string& db, const Filter& filter) const {
  TRY(Store store, Store::open(db, Database::Mode::read));
  std::vector<std::vector<ReportRow>> together;
  if (filter.report.empty()) {
    TRY(together, store.neighbourhoods());
  } else {
    TRY(const ReportRow row, store.row_of(filter.report));
    TRY(std::vector<ReportRow> rows, store.derived_with(row));
    together.push_back(std::move(rows));
  }
  std::vector<RecordMention> all;
  for (const std::vector<ReportRow>& rows : together) {
    if (rows.empty()) continue;
    std::vector<Document> docs;
    for (ReportRow row : rows) {
      TRY(Document doc, store.document(row));
      docs.push_back(std::move(doc));
    }
    std::sort(docs.begin(), docs.end(), [](const Document& a, const Document& b) { return a.id < b.id; });
    TRY(const std::vector<Line> lines, store.lines_of(rows.front()));
    Record record;
    for (const Line& line : lines) {
      if (line.kind == LineKind::event || line.kind == LineKind::report) CHECK_OK(add_line(record, line));
    }
    tell_mentions(docs, record, stages_->happenings, stages_->linker.background(), all);
  }
  std::erase_if(all, [&](const RecordMention& m) {
    return (!filter.report.empty() && m.evidence.report != filter.report) ||
           (!filter.of.empty() && m.event != filter.of) || (!filter.type.empty() && m.type != Label(filter.type));
  });
  std::stable_sort(all.begin(), all.end(),
                   [](const RecordMention& a, const RecordMention& b) { return a.evidence < b.evidence; });
  if (filter.offset > 0) all.erase(all.begin(), all.begin() + std::min<size_t>(filter.offset, all.size()));
  if (filter.limit > 0 && all.size() > filter.limit) all.resize(filter.limit);
  return all;
}

}  // namespace dateline
