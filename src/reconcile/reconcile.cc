#include "reconcile/reconcile.h"

#include <algorithm>

#include "reconcile/between.h"
#include "reconcile/claims.h"
#include "reconcile/clocks.h"
#include "reconcile/denials.h"
#include "reconcile/denied_words.h"
#include "reconcile/inside.h"

namespace dateline {

std::vector<Conflict> reconcile(const std::vector<const Document*>& docs, EventMap& events,
                                std::vector<RecordFigure>& figures, const Judges& judges) {
  std::vector<Conflict> conflicts;
  {
    const FigureTellings tellings(docs, events, figures);
    conflicts = between_reports(tellings, events, judges);
    for (Conflict& c : inside_reports(tellings, events, docs.size(), judges.contrast))
      conflicts.push_back(std::move(c));
  }
  judge_figures(figures, conflicts);
  for (Conflict& c : clock_conflicts(docs, events, judges.tense)) conflicts.push_back(std::move(c));
  judge_claims(events, figures);
  for (Conflict& c : denials(events)) conflicts.push_back(std::move(c));
  for (Conflict& c : denied_words(docs)) conflicts.push_back(std::move(c));
  std::sort(conflicts.begin(), conflicts.end(), [](const Conflict& a, const Conflict& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
  });
  conflicts.erase(std::unique(conflicts.begin(), conflicts.end(),
                              [](const Conflict& a, const Conflict& b) { return a.id == b.id; }),
                  conflicts.end());
  return conflicts;
}

}  // namespace dateline
