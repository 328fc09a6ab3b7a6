// Which pieces a change reaches (neighbourhoods.h). A report has some ten neighbours, so what surrounds a new one is a
// few hundred reports, where everything that hangs together with it may be nearly the whole record.
#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/sort_unique.h"
#include "engine/neighbourhoods.h"
#include "link/pieces.h"

namespace dateline {
namespace {

// The part of the record that is looked at: reports inside, with all their pairs, and those at the other ends.
class Part {
 public:
  explicit Part(Store& store) : store_(store) {}

  Status take_changed(ReportRow row) {
    CHECK_OK(take(row, Surroundings::kChanged));
    for (const Neighbour& neighbour : inside_.back().pairs) ends_.push_back(neighbour.row);
    return kDone;
  }
  // The reports met beside those that changed, with their pieces.
  Status take_ends() { return take_pieces(std::exchange(ends_, {})); }

  // Whole pieces that hold these reports.
  Status take_pieces(const std::vector<ReportRow>& rows) {
    for (ReportRow row : rows) {
      if (number_inside_.contains(row)) continue;
      TRY(const std::vector<ReportRow> piece, store_.derived_with(row));
      ++pieces_;
      for (ReportRow member : piece) CHECK_OK(take(member, pieces_));
    }
    return kDone;
  }

  // The pieces of what is inside; nullopt: more was taken in, or is to be looked at.
  Result<std::optional<std::vector<Piece>>> cut() {
    CHECK_OK(number());
    const Recut recut = cut_again(surroundings(), kLargestPiece);
    const size_t before = loosened_.size();
    loosened_.insert(recut.loosened.begin(), recut.loosened.end());
    if (loosened_.size() > before) return std::optional<std::vector<Piece>>();
    const auto to_rows = [&](const std::vector<uint32_t>& numbers) {
      std::vector<ReportRow> rows;
      for (uint32_t i : numbers) rows.push_back(by_id_[i].second);
      std::sort(rows.begin(), rows.end());
      return rows;
    };
    if (!recut.beyond.empty()) {
      CHECK_OK(take_pieces(to_rows(recut.beyond)));
      return std::optional<std::vector<Piece>>();
    }
    std::vector<Piece> out;
    for (const auto& piece : recut.pieces) out.push_back(to_rows(piece));
    return std::optional(std::move(out));
  }

 private:
  struct Inside {
    ReportRow row = 0;
    int32_t former = 0;
    std::vector<Neighbour> pairs;
  };

  Status take(ReportRow row, int32_t former) {
    if (!number_inside_.emplace(row, inside_.size()).second) return kDone;
    TRY(std::vector<Neighbour> pairs, store_.neighbours(row));
    inside_.push_back({row, former, std::move(pairs)});
    return kDone;
  }

  // Numbers all reports of pairs that count by their ids, on which ties between pairs depend.
  Status number() {
    std::vector<ReportRow> all;
    for (const Inside& report : inside_) {
      all.push_back(report.row);
      if (!loosened_.contains(report.former)) continue;
      for (const Neighbour& neighbour : report.pairs) all.push_back(neighbour.row);
    }
    sort_unique(all);
    by_id_.clear();
    for (ReportRow row : all) {
      auto known = ids_.find(row);
      if (known == ids_.end()) {
        TRY(std::string id, store_.id_of(row));
        known = ids_.emplace(row, std::move(id)).first;
      }
      by_id_.emplace_back(known->second, row);
    }
    std::sort(by_id_.begin(), by_id_.end());
    return kDone;
  }

  Surroundings surroundings() const {
    Surroundings out;
    out.former.assign(by_id_.size(), Surroundings::kOutside);
    std::unordered_map<ReportRow, uint32_t> number;
    for (uint32_t i = 0; i < by_id_.size(); ++i) {
      number.emplace(by_id_[i].second, i);
      const auto inside = number_inside_.find(by_id_[i].second);
      if (inside != number_inside_.end()) out.former[i] = inside_[inside->second].former;
    }
    for (const Inside& report : inside_) {
      const uint32_t a = number.at(report.row);
      for (const Neighbour& neighbour : report.pairs) {
        const auto known = number.find(neighbour.row);
        if (known == number.end()) continue;  // outside, and counts for nothing
        const uint32_t b = known->second;
        if (out.former[b] != Surroundings::kOutside && b < a) continue;  // met from its side
        out.pairs.push_back({std::min(a, b), std::max(a, b), neighbour.strength});
      }
    }
    return out;
  }

  Store& store_;
  std::vector<Inside> inside_;
  std::unordered_map<ReportRow, size_t> number_inside_;
  std::vector<ReportRow> ends_;
  int32_t pieces_ = 0;
  std::set<int32_t> loosened_ = {Surroundings::kChanged};  // former pieces whose pairs with the outside count
  std::unordered_map<ReportRow, std::string> ids_;
  std::vector<std::pair<std::string_view, ReportRow>> by_id_;
};

}  // namespace

Result<std::vector<Piece>> pieces_around(Store& store, const std::vector<ReportRow>& changed) {
  Part part(store);
  for (ReportRow row : changed) CHECK_OK(part.take_changed(row));
  CHECK_OK(part.take_ends());
  for (;;) {
    TRY(std::optional<std::vector<Piece>> pieces, part.cut());
    if (pieces) return *std::move(pieces);
  }
}

}  // namespace dateline
