#include "reconcile/tellings.h"

#include <algorithm>
#include <cmath>

#include "base/sort_unique.h"
#include "reconcile/conflict_of.h"
#include "text/place_line.h"

namespace dateline {
namespace {

constexpr uint32_t kLeadSentences = 4;

}  // namespace

FigureTellings::FigureTellings(const std::vector<const Document*>& docs, const EventMap& events,
                               const std::vector<RecordFigure>& rows)
    : docs_(docs), events_(events), rows_(rows) {
  std::map<std::pair<std::string_view, uint32_t>, std::pair<size_t, const Evidence*>> at;  // (report, begin) -> row
  for (size_t r = 0; r < rows.size(); ++r) {
    for (const Evidence& e : rows[r].evidence)
      at.emplace(std::pair(std::string_view(e.report), e.span.begin), std::pair(r, &e));
  }
  for (uint32_t d = 0; d < docs.size(); ++d) {
    const auto begin = static_cast<uint32_t>(all_.size());
    const Document& doc = *docs[d];
    uint32_t first_body = 0;
    while (first_body < doc.sentences.size() && (doc.section_of(doc.sentences[first_body]).kind != SectionKind::body ||
                                                 is_place_line(doc, doc.sentences[first_body])))
      ++first_body;
    for (uint32_t f = 0; f < doc.figures.size(); ++f) {
      const auto found = at.find({std::string_view(doc.id), doc.figures[f].span.begin});
      if (found == at.end()) continue;
      FigureTelling t{d, f, found->second.first, *found->second.second, false, 0, 0, false};
      t.headline = doc.kind_at(doc.figures[f].span.begin) == SectionKind::headline;
      if (const int32_t s = doc.sentence_at(doc.figures[f].span.begin); s != kNone) {
        t.sentence = static_cast<uint32_t>(s);
        t.paragraph = doc.sentences[t.sentence].paragraph;
      }
      t.lead = t.headline || t.sentence < first_body + kLeadSentences;
      all_.push_back(std::move(t));
    }
    by_report_.push_back({begin, static_cast<uint32_t>(all_.size())});
  }
}

const FigureTelling* FigureTellings::find(uint32_t report, int32_t figure) const {
  const IndexRange range = by_report_[report];
  const auto end = all_.begin() + range.end;
  const auto found = std::lower_bound(all_.begin() + range.begin, end, figure, [](const FigureTelling& t, int32_t f) {
    return static_cast<int32_t>(t.figure) < f;
  });
  return found != end && static_cast<int32_t>(found->figure) == figure ? &*found : nullptr;
}

int32_t FigureTellings::main_event(uint32_t report) const {
  const int32_t main = docs_[report]->main_event;
  return main == kNone ? kNone : events_.of[report][static_cast<size_t>(main)];
}

int32_t FigureTellings::event(const FigureTelling& t) const {
  const int32_t local = figure(t).event;
  return local == kNone ? kNone : events_.of[t.report][static_cast<size_t>(local)];
}

std::string FigureTellings::words(const FigureTelling& t) const {
  const RecordFigure& r = row(t);
  if (!r.counted.empty()) return r.counted;
  if (!r.attribute.empty()) return r.attribute;
  return std::string(r.unit.view());
}

Conflict make_conflict(const FigureTellings& tellings, const EventMap& events, ConflictKind kind, int32_t event,
                       std::string about, const std::vector<SideOf>& sides, std::string why, double size) {
  std::vector<ConflictSide> told;
  size_t reports = 0;
  for (const SideOf& side : sides) {
    ConflictSide out;
    out.value = side.value;
    for (const FigureTelling* t : side.by) {
      out.reports.push_back(tellings.doc(*t).id);
      out.evidence.push_back(t->evidence);
    }
    sort_unique(out.reports);
    sort_unique(out.evidence);
    reports += out.reports.size();
    told.push_back(std::move(out));
  }
  double weight = 0;
  if (event != kNone) {
    const Event& e = events.events[static_cast<size_t>(event)];
    weight += e.main_in.empty() ? 1 : 10 + std::log2(1.0 + static_cast<double>(e.main_in.size()));
  }
  weight += std::min(1.0, size) * 5 + std::log2(1.0 + static_cast<double>(reports));
  Conflict c = conflict_of(weight, kind, std::move(about), std::move(told), std::move(why));
  if (event != kNone) c.event = events.events[static_cast<size_t>(event)].id;
  return c;
}

}  // namespace dateline
