#include "engine/derivation.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>
#include <utility>

#include "base/append.h"
#include "base/parallel.h"
#include "engine/lines.h"
#include "engine/neighbourhoods.h"
#include "link/pieces.h"
#include "reconcile/bound_undated.h"
#include "reconcile/corrections.h"

namespace dateline {
namespace {

// Documents in memory at a time, unless one neighbourhood has more. In a large record the indexes by id and by day are
// hit all over by every group, so that larger groups write each of their pages less often.
constexpr size_t kGroup = 1024;

// Reports whose lines are stored together: one piece of a neighbourhood, or several that a person's word connects.
struct Work {
  std::vector<std::vector<Store::Packed>> pieces;
  std::vector<ReportFacts> apart;  // of older versions, which tell nothing
  Store::Telling told;
  Status derived = kDone;
};

Result<std::vector<Document>> open_all(std::vector<Store::Packed> piece, int jobs) {
  std::vector<Document> opened(piece.size());
  std::vector<Status> done(piece.size(), kDone);
  parallel_for(piece.size(), jobs, [&](size_t i) {
    Result<Document> doc = std::move(piece[i]).open();
    if (doc.ok())
      opened[i] = *std::move(doc);
    else
      done[i] = doc.error();
  });
  for (const Status& status : done) CHECK_OK(status);
  return opened;
}

// Takes what the work holds of its reports.
Result<Record> derive_work(const Engine& engine, Work& work, const std::vector<Correction>& corrections, int jobs) {
  Record all;
  all.reports = std::move(work.apart);
  for (std::vector<Store::Packed>& piece : std::exchange(work.pieces, {})) {
    TRY(const std::vector<Document> opened, open_all(std::move(piece), jobs));
    std::vector<const Document*> docs;
    for (const Document& doc : opened) docs.push_back(&doc);
    append(all, engine.derive(docs, jobs));
  }
  apply_corrections(all, corrections);
  bound_undated(all);
  return all;
}

// Derives group after group. While one is at work, the lines of the one before are written and the next is read.
class GroupDeriver {
 public:
  GroupDeriver(const Engine& engine, Store& store, const std::vector<Correction>& corrections, int jobs)
      : engine_(engine), store_(store), corrections_(corrections), jobs_(jobs), loop_(jobs) {}

  // Starts on `group` and writes what was started on before.
  Status take(std::vector<Work> group) {
    loop_.finish();
    std::vector<Work> derived = std::exchange(running_, std::move(group));
    // The largest first, so that no thread is left alone with one at the end.
    std::stable_sort(running_.begin(), running_.end(),
                     [](const Work& a, const Work& b) { return a.told.reports.size() > b.told.reports.size(); });
    // Fewer than there are threads, as where one report was added: each is shared among them.
    const int each = running_.size() < static_cast<size_t>(jobs_) ? jobs_ : 1;
    loop_.start(running_.size(), [this, each](size_t i) { running_[i].derived = derive(running_[i], each); });
    return write(std::move(derived));
  }
  // REQUIRES: finished.
  std::vector<Redated> redated() {
    std::sort(redated_.begin(), redated_.end(), [](const Redated& a, const Redated& b) { return a.report < b.report; });
    return std::move(redated_);
  }
  Status finish() {
    loop_.finish();
    return write(std::exchange(running_, {}));
  }

 private:
  Status derive(Work& work, int jobs) const {
    TRY(const Record record, derive_work(engine_, work, corrections_, jobs));
    work.told.lines = to_lines(record);
    return kDone;
  }
  Status write(std::vector<Work> derived) {
    if (derived.empty()) return kDone;
    std::vector<Store::Telling> told;
    for (Work& work : derived) {
      CHECK_OK(work.derived);
      told.push_back(std::move(work.told));
    }
    CHECK_OK(store_.begin());
    for (const Store::Telling& telling : told) CHECK_OK(note_redated(telling.lines));
    CHECK_OK(store_.replace_lines(told));
    return store_.commit();
  }
  // Inferred dates move with what comes in; nobody shall have to find out by chance.
  Status note_redated(const std::vector<Line>& lines) {
    Record now;
    for (const Line& line : lines) {
      if (line.kind == LineKind::report) CHECK_OK(add_line(now, line));
    }
    for (const ReportFacts& facts : now.reports) {
      if (facts.published.value.known() && facts.published.basis != "inferred") continue;
      TRY(std::vector<Line> old, store_.lines_with_id(LineKind::report, facts.report));
      Record before;
      for (const Line& line : old) CHECK_OK(add_line(before, line));
      if (before.reports.empty() || before.reports.front().published.value == facts.published.value) continue;
      redated_.push_back(
          {facts.report, before.reports.front().published.value, facts.published.value, facts.published.why});
    }
    return kDone;
  }

  const Engine& engine_;
  Store& store_;
  const std::vector<Correction>& corrections_;
  const int jobs_;
  std::vector<Work> running_;
  std::vector<Redated> redated_;
  Loop loop_;  // last: it ends before what it works on goes
};

Result<Work> work_of(Store& store, std::vector<ReportRow> rows, const std::map<ReportRow, ReportRow>& stand_ins = {}) {
  Work work;
  TRY(auto parts, parts_of(store, rows));
  for (const std::vector<ReportRow>& part : parts) {
    std::vector<Store::Packed> speaking;
    for (ReportRow row : part) {
      TRY(const bool active, store.active(row));
      if (active) {
        const auto stand_in = stand_ins.find(row);
        TRY(Store::Packed packed, store.packed(stand_in == stand_ins.end() ? row : stand_in->second));
        speaking.push_back(std::move(packed));
        continue;
      }
      TRY(Document older, store.head(row));
      ReportFacts facts;
      facts.report = std::move(older.id);
      facts.published = std::move(older.published);
      work.apart.push_back(std::move(facts));
    }
    if (!speaking.empty()) work.pieces.push_back(std::move(speaking));
  }
  work.told.reports = std::move(rows);
  return work;
}

// Those whose lines do not stand, and pieces that a person's word connects as one.
Result<std::vector<Piece>> changed_among(Store& store, std::vector<Piece> pieces,
                                         const std::vector<Correction>& corrections) {
  std::vector<Piece> out;
  std::set<ReportRow> met;  // the first report of each, as a person's word may make one of two
  for (Piece& piece : pieces) {
    TRY(piece, connected_by_word(store, std::move(piece), corrections));
    TRY(const std::vector<ReportRow> before, store.derived_with(piece.front()));
    if (before != piece && met.insert(piece.front()).second) out.push_back(std::move(piece));
  }
  return out;
}

Result<std::vector<Piece>> all_pieces(Store& store) {
  TRY(const std::vector<ReportRow> all, store.all_reports());
  std::unordered_set<ReportRow> done;
  std::vector<Piece> out;
  for (ReportRow row : all) {
    if (done.contains(row)) continue;
    TRY(std::vector<ReportRow> connected, neighbourhood_of(store, row));
    done.insert(connected.begin(), connected.end());
    TRY(std::vector<Piece> pieces, pieces_of(store, std::move(connected)));
    std::move(pieces.begin(), pieces.end(), std::back_inserter(out));
  }
  return out;
}

// How many reports are derived anew although nothing near them is new.
uint32_t count_retold(const std::vector<Piece>& pieces, const std::vector<ReportRow>& unlinked) {
  size_t n = 0;
  for (const Piece& piece : pieces) {
    const bool touched = std::any_of(piece.begin(), piece.end(), [&](ReportRow row) {
      return std::binary_search(unlinked.begin(), unlinked.end(), row);
    });
    if (!touched) n += piece.size();
  }
  return static_cast<uint32_t>(n);
}

}  // namespace

void append(Record& all, Record&& part) {
  append(all.reports, std::move(part.reports));
  append(all.entities, std::move(part.entities));
  append(all.events, std::move(part.events));
  append(all.quotes, std::move(part.quotes));
  append(all.figures, std::move(part.figures));
  append(all.conflicts, std::move(part.conflicts));
  append(all.voices, std::move(part.voices));
}

Result<std::vector<Record>> derive_rows(const Engine& engine, Store& store, std::vector<Together> sets,
                                        const std::vector<Correction>& corrections, int jobs) {
  std::vector<Work> works;
  for (Together& set : sets) {
    TRY(Work work, work_of(store, std::move(set.rows), set.stand_ins));
    works.push_back(std::move(work));
  }
  std::vector<Record> records(works.size());
  parallel_for(works.size(), jobs, [&](size_t i) {
    Result<Record> record = derive_work(engine, works[i], corrections, 1);
    if (record.ok())
      records[i] = *std::move(record);
    else
      works[i].derived = record.error();
  });
  for (const Work& work : works) CHECK_OK(work.derived);
  return records;
}

Status derive_unlinked(const Engine& engine, Store& store, const AddOptions& options, std::vector<Redated>& redated) {
  CHECK_OK(store.hold());
  TRY(const std::vector<ReportRow> unlinked, store.unlinked());
  if (unlinked.empty()) return kDone;
  TRY(const std::vector<Correction> corrections, store.corrections());
  TRY(const int64_t rule, store.cut_by());
  TRY(std::vector<Piece> pieces, rule == kCutRule ? pieces_around(store, unlinked) : all_pieces(store));
  TRY(pieces, changed_among(store, std::move(pieces), corrections));
  const uint32_t retold = rule == kCutRule ? 0 : count_retold(pieces, unlinked);
  if (retold > 0 && options.on_retold) options.on_retold(retold);
  TRY(auto sets, by_former(store, std::move(pieces)));
  CHECK_OK(store.set_cut_by(0));
  GroupDeriver deriver(engine, store, corrections, job_count(options.jobs));
  std::vector<Work> group;
  size_t held = 0;
  for (std::vector<Piece>& set : sets) {
    for (Piece& piece : set) {
      const size_t enough = &piece == &set.back() ? kGroup : 2 * kGroup;
      CHECK_OK(store.hold());
      TRY(Work work, work_of(store, std::move(piece)));
      held += work.told.reports.size();
      group.push_back(std::move(work));
      if (held < enough) continue;
      CHECK_OK(deriver.take(std::exchange(group, {})));
      held = 0;
    }
  }
  CHECK_OK(deriver.take(std::move(group)));
  CHECK_OK(deriver.finish());
  redated = deriver.redated();
  TRY(const std::vector<ReportRow> left, store.unlinked());  // by another `add` meanwhile, which will see to it
  return left.empty() ? store.set_cut_by(kCutRule) : Status(kDone);
}

Status derive_again(const Engine& engine, Store& store, const std::vector<ReportRow>& rows) {
  TRY(const std::vector<Correction> corrections, store.corrections());
  std::set<ReportRow> all;
  for (ReportRow row : rows) {
    TRY(std::vector<ReportRow> together, store.derived_with(row));
    all.insert(together.begin(), together.end());
  }
  // What an undone word held together falls into its parts again.
  TRY(auto parts, parts_of(store, std::vector<ReportRow>(all.begin(), all.end())));
  for (const Correction& c : corrections) {
    if (c.undone || c.kind != CorrectionKind::merge) continue;
    TRY(const std::vector<ReportRow> theirs, reports_of(store, c));
    const auto spoken_of = [&](const std::vector<ReportRow>& part) {
      return std::any_of(theirs.begin(), theirs.end(),
                         [&](ReportRow row) { return std::binary_search(part.begin(), part.end(), row); });
    };
    const auto first = std::find_if(parts.begin(), parts.end(), spoken_of);
    for (size_t i = parts.size(); first != parts.end() && i-- > 0;) {
      if (parts.begin() + static_cast<int64_t>(i) == first || !spoken_of(parts[i])) continue;
      append(*first, std::move(parts[i]));
      std::sort(first->begin(), first->end());
      parts.erase(parts.begin() + static_cast<int64_t>(i));
    }
  }
  std::vector<Work> works;
  for (std::vector<ReportRow>& part : parts) {
    TRY(Work work, work_of(store, std::move(part)));
    works.push_back(std::move(work));
  }
  GroupDeriver deriver(engine, store, corrections, 1);
  CHECK_OK(deriver.take(std::move(works)));
  return deriver.finish();
}

}  // namespace dateline
