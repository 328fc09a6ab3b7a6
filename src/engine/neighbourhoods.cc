#include "engine/neighbourhoods.h"

#include <algorithm>
#include <unordered_set>

#include "engine/lines.h"
#include "engine/parallel.h"

namespace dateline {
namespace {

constexpr size_t kGroup = 256;  // documents in memory at a time, unless one neighbourhood has more

struct Work {
  std::vector<ReportRow> rows;
  std::vector<Document> docs;
  std::vector<Line> lines;
};

Status derive_group(const Engine& engine, Store& store, std::vector<Work>& group, int jobs) {
  parallel_for(group.size(), jobs, [&](size_t i) {
    std::vector<const Document*> docs;
    for (const Document& doc : group[i].docs) docs.push_back(&doc);
    group[i].lines = to_lines(engine.derive(docs));
    group[i].docs.clear();
  });
  CHECK_OK(store.begin());
  for (const Work& work : group) CHECK_OK(store.replace_lines(work.rows, work.lines));
  CHECK_OK(store.commit());
  group.clear();
  return kDone;
}

}  // namespace

Result<std::vector<ReportRow>> neighbourhood_of(Store& store, ReportRow start) {
  std::vector<ReportRow> found = {start};
  std::unordered_set<ReportRow> seen = {start};
  for (size_t i = 0; i < found.size(); ++i) {
    TRY(std::vector<ReportRow> next, store.neighbours(found[i]));
    for (ReportRow row : next) {
      if (seen.insert(row).second) found.push_back(row);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

Result<std::vector<Document>> load_documents(Store& store, const std::vector<ReportRow>& rows) {
  std::vector<Document> docs;
  for (ReportRow row : rows) {
    TRY(Document doc, store.document(row));
    docs.push_back(std::move(doc));
  }
  return docs;
}

Status derive_unlinked(const Engine& engine, Store& store, int jobs) {
  TRY(std::vector<ReportRow> unlinked, store.unlinked());
  std::unordered_set<ReportRow> done;
  std::vector<Work> group;
  size_t held = 0;
  for (ReportRow row : unlinked) {
    if (done.contains(row)) continue;
    Work work;
    TRY(work.rows, neighbourhood_of(store, row));
    done.insert(work.rows.begin(), work.rows.end());
    TRY(work.docs, load_documents(store, work.rows));
    held += work.docs.size();
    group.push_back(std::move(work));
    if (held < kGroup) continue;
    CHECK_OK(derive_group(engine, store, group, jobs));
    held = 0;
  }
  return group.empty() ? Status(kDone) : derive_group(engine, store, group, jobs);
}

}  // namespace dateline
