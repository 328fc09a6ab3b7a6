// Full text in reports, events and quotes, each hit with the words that were found.
#include <algorithm>

#include "base/strings.h"
#include "engine/lines.h"
#include "engine/stages.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kDefaultLimit = 50;

// Where the first of the words stands in the text; the evidence of a report that was found.
std::vector<Evidence> place_of(const Document& head, const std::string& words) {
  for (std::string_view word : split(words, ' ')) {
    const std::string wanted = fold(word);
    if (wanted.empty()) continue;
    for (size_t at = 0; at < head.text.size();) {
      const size_t end = std::min(head.text.find_first_of(" \t\n", at), head.text.size());
      const std::string_view token = std::string_view(head.text).substr(at, end - at);
      if (fold(token).find(wanted) != std::string::npos) {
        return {{head.id, {static_cast<uint32_t>(at), static_cast<uint32_t>(end)}}};
      }
      at = end + 1;
    }
  }
  return {};
}

}  // namespace

Result<std::vector<SearchHit>> Engine::search(const std::string& db, const std::string& words,
                                              const Filter& filter) const {
  TRY(Store store, Store::open(db, Database::Mode::read));
  TRY(std::vector<Hit> hits, store.search(words, filter.limit > 0 ? filter.limit : kDefaultLimit));
  std::vector<SearchHit> out;
  for (const Hit& hit : hits) {
    SearchHit found;
    found.id = hit.id;
    found.score = hit.score;
    if (hit.kind == LineKind::report) {
      found.kind = "report";
      TRY(ReportRow row, store.row_of(hit.id));
      TRY(Document head, store.head(row));
      found.evidence = place_of(head, words);
    } else {
      TRY(std::vector<Line> lines, store.lines_with_id(hit.kind, hit.id));
      Record record;
      for (const Line& line : lines) CHECK_OK(add_line(record, line));
      found.kind = hit.kind == LineKind::event ? "event" : "quote";
      for (const Event& e : record.events) found.evidence = e.evidence;
      for (const Utterance& u : record.quotes) found.evidence = u.evidence;
    }
    out.push_back(std::move(found));
  }
  return out;
}

}  // namespace dateline
