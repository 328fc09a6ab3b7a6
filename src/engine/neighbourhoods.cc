#include "engine/neighbourhoods.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "engine/lines.h"
#include "engine/parallel.h"
#include "link/pieces.h"
#include "link/profile.h"

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

namespace {

// The reports of one connected neighbourhood, in pieces small enough to derive. Numbered by id, so that the pieces do
// not depend on the order of reading.
Result<std::vector<std::vector<ReportRow>>> pieces_of(const Profiler& profiler, Store& store,
                                                      std::vector<ReportRow> rows) {
  std::vector<std::vector<ReportRow>> out;
  if (rows.size() <= kLargestPiece) {
    out.push_back(std::move(rows));
    return out;
  }
  std::vector<std::pair<std::string, ReportRow>> by_id;
  for (ReportRow row : rows) {
    TRY(std::string id, store.id_of(row));
    by_id.emplace_back(std::move(id), row);
  }
  std::sort(by_id.begin(), by_id.end());
  std::unordered_map<ReportRow, uint32_t> number;
  std::vector<Profile> profiles;
  for (const auto& [id, row] : by_id) {
    number.emplace(row, static_cast<uint32_t>(number.size()));
    TRY(std::string bytes, store.profile(row));
    TRY(Profile profile, decode_profile(bytes));
    profiles.push_back(std::move(profile));
  }
  std::vector<RelatedPair> pairs;
  for (uint32_t a = 0; a < by_id.size(); ++a) {
    TRY(std::vector<ReportRow> neighbours, store.neighbours(by_id[a].second));
    for (ReportRow row : neighbours) {
      const uint32_t b = number.at(row);
      if (a < b) pairs.push_back({a, b, profiler.related(profiles[a], profiles[b])});
    }
  }
  for (const auto& piece : cut_into_pieces(static_cast<uint32_t>(by_id.size()), std::move(pairs), kLargestPiece)) {
    out.emplace_back();
    for (uint32_t i : piece) out.back().push_back(by_id[i].second);
    std::sort(out.back().begin(), out.back().end());
  }
  return out;
}

}  // namespace

Status derive_unlinked(const Engine& engine, const Profiler& profiler, Store& store, int jobs) {
  TRY(std::vector<ReportRow> unlinked, store.unlinked());
  std::unordered_set<ReportRow> done;
  std::vector<Work> group;
  size_t held = 0;
  for (ReportRow row : unlinked) {
    if (done.contains(row)) continue;
    TRY(std::vector<ReportRow> connected, neighbourhood_of(store, row));
    done.insert(connected.begin(), connected.end());
    TRY(std::vector<std::vector<ReportRow>> pieces, pieces_of(profiler, store, std::move(connected)));
    for (std::vector<ReportRow>& piece : pieces) {
      TRY(const std::vector<ReportRow> before, store.derived_with(piece.front()));
      if (before == piece) continue;  // its lines stand
      Work work;
      work.rows = std::move(piece);
      TRY(work.docs, load_documents(store, work.rows));
      held += work.docs.size();
      group.push_back(std::move(work));
      if (held < kGroup) continue;
      CHECK_OK(derive_group(engine, store, group, jobs));
      held = 0;
    }
  }
  return group.empty() ? Status(kDone) : derive_group(engine, store, group, jobs);
}

}  // namespace dateline
