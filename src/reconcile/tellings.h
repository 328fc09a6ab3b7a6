// All figures of the record as one report gives them, with what a judgement needs: whose, where, of which event.
#pragma once

#include <map>

#include "reconcile/values.h"

namespace dateline {

// One figure in one report, and the record's row that it went into.
struct FigureTelling {
  uint32_t report = 0;  // into docs
  uint32_t figure = 0;  // into its figures
  size_t row = 0;       // into the record's figures
  Evidence evidence;
  bool headline = false;
  uint32_t sentence = 0;  // of the report
  uint32_t paragraph = 0;
  bool lead = false;  // the headline or the first sentences of the body
};

class FigureTellings {
 public:
  FigureTellings(const std::vector<const Document*>& docs, const EventMap& events,
                 const std::vector<RecordFigure>& rows);

  const std::vector<FigureTelling>& all() const { return all_; }  // by report, then place
  IndexRange of_report(uint32_t report) const { return by_report_[report]; }
  const Figure& figure(const FigureTelling& t) const { return docs_[t.report]->figures[t.figure]; }
  const RecordFigure& row(const FigureTelling& t) const { return rows_[t.row]; }
  const Document& doc(const FigureTelling& t) const { return *docs_[t.report]; }
  // The telling of a report's figure; nullptr if it is in no row (captions, comments).
  const FigureTelling* find(uint32_t report, int32_t figure) const;
  // Record event of a figure, or of its report's main event; kNone if none.
  int32_t event(const FigureTelling& t) const;
  int32_t main_event(uint32_t report) const;
  // What it counts, in words for people.
  std::string words(const FigureTelling& t) const;

 private:
  const std::vector<const Document*>& docs_;
  const EventMap& events_;
  const std::vector<RecordFigure>& rows_;
  std::vector<FigureTelling> all_;
  std::vector<IndexRange> by_report_;
};

// A conflict between two sides, each with everybody who gives its value. Fills id and sorts the sides' lists.
struct SideOf {
  std::string value;
  std::vector<const FigureTelling*> by;
};
Conflict make_conflict(const FigureTellings& tellings, const EventMap& events, ConflictKind kind, int32_t event,
                       std::string about, const std::vector<SideOf>& sides, std::string why, double size);

}  // namespace dateline
