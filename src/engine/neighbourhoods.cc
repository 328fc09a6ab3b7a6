#include "engine/neighbourhoods.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/disjoint_sets.h"
#include "link/pieces.h"

namespace dateline {

Result<std::vector<ReportRow>> neighbourhood_of(Store& store, ReportRow start) {
  std::vector<ReportRow> found = {start};
  std::unordered_set<ReportRow> seen = {start};
  for (size_t i = 0; i < found.size(); ++i) {
    TRY(std::vector<Neighbour> next, store.neighbours(found[i]));
    for (const Neighbour& neighbour : next) {
      if (seen.insert(neighbour.row).second) found.push_back(neighbour.row);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

Result<std::vector<Piece>> pieces_of(Store& store, std::vector<ReportRow> rows) {
  std::vector<Piece> out;
  if (rows.size() <= kNeverCut) {
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
  for (const auto& [id, row] : by_id) number.emplace(row, static_cast<uint32_t>(number.size()));
  std::vector<RelatedPair> pairs;
  for (uint32_t a = 0; a < by_id.size(); ++a) {
    TRY(std::vector<Neighbour> neighbours, store.neighbours(by_id[a].second));
    for (const Neighbour& neighbour : neighbours) {
      const auto b = number.find(neighbour.row);
      if (b == number.end() || b->second <= a) continue;  // not among these, or met from its side
      pairs.push_back({a, b->second, neighbour.strength});
    }
  }
  for (const auto& piece : cut_into_pieces(static_cast<uint32_t>(by_id.size()), std::move(pairs), kLargestPiece)) {
    out.emplace_back();
    for (uint32_t i : piece) out.back().push_back(by_id[i].second);
    std::sort(out.back().begin(), out.back().end());
  }
  return out;
}

Result<std::vector<std::vector<Piece>>> by_former(Store& store, std::vector<Piece> pieces) {
  DisjointSets sets(pieces.size());
  std::unordered_map<ReportRow, uint32_t> holder;  // of a former neighbourhood: the first piece with reports of it
  for (uint32_t i = 0; i < pieces.size(); ++i) {
    TRY(const std::vector<ReportRow> former, store.neighbourhoods_of(pieces[i]));
    for (ReportRow name : former) sets.join(holder.emplace(name, i).first->second, i);
  }
  std::vector<std::vector<Piece>> out;
  for (const auto& [first, members] : sets.sets()) {
    out.emplace_back();
    for (uint32_t i : members) out.back().push_back(std::move(pieces[i]));
  }
  return out;
}

Result<std::vector<Piece>> parts_of(Store& store, const std::vector<ReportRow>& rows) {
  std::vector<Piece> out;
  std::set<ReportRow> left(rows.begin(), rows.end());
  while (!left.empty()) {
    std::vector<ReportRow> part = {*left.begin()};
    left.erase(left.begin());
    for (size_t i = 0; i < part.size(); ++i) {
      TRY(std::vector<Neighbour> next, store.neighbours(part[i]));
      for (const Neighbour& neighbour : next) {
        if (left.erase(neighbour.row) > 0) part.push_back(neighbour.row);
      }
    }
    std::sort(part.begin(), part.end());
    TRY(auto pieces, pieces_of(store, std::move(part)));
    std::move(pieces.begin(), pieces.end(), std::back_inserter(out));
  }
  return out;
}

Result<std::vector<ReportRow>> reports_of(Store& store, const Correction& correction) {
  std::vector<ReportRow> out;
  for (const auto* side : {&correction.anchor, &correction.other_anchor}) {
    for (const Evidence& e : *side) {
      TRY(const std::optional<ReportRow> row, store.find(e.report));
      if (row) out.push_back(*row);
    }
  }
  return out;
}

Result<std::vector<ReportRow>> connected_by_word(Store& store, std::vector<ReportRow> rows,
                                                 const std::vector<Correction>& corrections) {
  std::set<ReportRow> all(rows.begin(), rows.end());
  for (bool grown = true; grown;) {
    grown = false;
    for (const Correction& c : corrections) {
      if (c.undone || c.kind != CorrectionKind::merge) continue;
      TRY(std::vector<ReportRow> theirs, reports_of(store, c));
      const auto here = [&](ReportRow row) { return all.contains(row); };
      if (std::none_of(theirs.begin(), theirs.end(), here) || std::all_of(theirs.begin(), theirs.end(), here)) continue;
      for (ReportRow row : theirs) {
        TRY(std::vector<ReportRow> together, store.derived_with(row));
        all.insert(row);
        all.insert(together.begin(), together.end());
      }
      grown = true;
    }
  }
  return std::vector<ReportRow>(all.begin(), all.end());
}

}  // namespace dateline
