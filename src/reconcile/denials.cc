#include "reconcile/denials.h"

#include <set>

#include "base/sort_unique.h"
#include "reconcile/conflict_of.h"

namespace dateline {
namespace {

constexpr double kWeight = 4;  // about that of a toll on which two reports differ

ConflictSide side_of(const Claim& claim) {
  ConflictSide out;
  out.value = claim.value;
  for (const ClaimSide& by : claim.by) {
    out.reports.push_back(by.report);
    out.evidence.push_back(by.evidence);
  }
  sort_unique(out.reports);
  return out;
}

}  // namespace

std::vector<Conflict> denials(const EventMap& events) {
  std::vector<Conflict> out;
  for (const Event& event : events.events) {
    std::vector<ConflictSide> sides;
    std::set<std::string> reports;
    for (const Claim& claim : event.claims) {
      if (claim.attribute != "status" || claim.status != Agreement::disputed) continue;
      sides.push_back(side_of(claim));
      reports.insert(sides.back().reports.begin(), sides.back().reports.end());
    }
    if (sides.empty()) continue;
    const ConflictKind kind = reports.size() > 1 ? ConflictKind::between_reports : ConflictKind::within_report;
    out.push_back(
        conflict_of(kWeight, kind, "status: " + event.label, std::move(sides), "somebody denies what others tell"));
    out.back().event = event.id;
  }
  return out;
}

}  // namespace dateline
