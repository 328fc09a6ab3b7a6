#include "reconcile/claims.h"

#include <algorithm>
#include <set>

namespace dateline {
namespace {

size_t reports_of(const Claim& claim) {
  std::set<std::string_view> reports;
  for (const ClaimSide& side : claim.by) reports.insert(side.report);
  return reports.size();
}

Agreement by_number(const Claim& claim) { return reports_of(claim) > 1 ? Agreement::agreed : Agreement::single; }

bool share_a_report(const Claim& a, const Claim& b) {
  return std::any_of(a.by.begin(), a.by.end(), [&](const ClaimSide& x) {
    return std::any_of(b.by.begin(), b.by.end(), [&](const ClaimSide& y) { return x.report == y.report; });
  });
}

// No day satisfies both. What one report itself tells of several days is several acts, and what lies further apart is
// told of something else.
bool contradict(const Claim& a, const Claim& b) {
  constexpr int64_t kApart = 31;
  const auto x = parse_edtf(a.value), y = parse_edtf(b.value);
  if (!x || !y || share_a_report(a, b)) return false;
  const DayRange p = days_of(*x), q = days_of(*y);
  const int64_t apart = std::max(int64_t{p.first} - q.last, int64_t{q.first} - p.last);
  return apart > 0 && apart <= kApart;
}

void judge_dates(const std::vector<Claim*>& claims) {
  for (Claim* a : claims) {
    a->status = by_number(*a);
    if (claims.size() > 1 && a->status == Agreement::single) a->status = Agreement::compatible;
  }
  for (size_t i = 0; i < claims.size(); ++i) {
    for (size_t j = i + 1; j < claims.size(); ++j) {
      if (contradict(*claims[i], *claims[j])) claims[i]->status = claims[j]->status = Agreement::disputed;
    }
  }
}

}  // namespace

void judge_claims_of(Event& event) {
  std::map<std::string, std::vector<Claim*>> by_attribute;
  for (Claim& claim : event.claims) by_attribute[claim.attribute].push_back(&claim);
  for (auto& [attribute, claims] : by_attribute) {
    if (attribute == "when") {
      judge_dates(claims);
    } else if (attribute == "status") {
      for (Claim* claim : claims) claim->status = claims.size() > 1 ? Agreement::disputed : by_number(*claim);
    } else if (!attribute.starts_with("count:")) {
      // Places lie in one another, participants stand beside one another: several values are no dispute.
      for (Claim* claim : claims) claim->status = by_number(*claim);
      if (attribute == "where" && claims.size() > 1) {
        for (Claim* claim : claims)
          claim->status = claim->status == Agreement::single ? Agreement::compatible : claim->status;
      }
    }
  }
}

void judge_claims(EventMap& events, const std::vector<RecordFigure>& rows) {
  std::map<std::string_view, std::vector<const RecordFigure*>> rows_of;
  for (const RecordFigure& row : rows) {
    if (!row.event.empty() && !row.attribute.empty()) rows_of[row.event].push_back(&row);
  }
  for (Event& event : events.events) {
    if (auto found = rows_of.find(event.id); found != rows_of.end()) {
      for (const RecordFigure* row : found->second) {
        Claim claim{"count:" + row->attribute, value_text(told(*row), row->unit.view()), row->status, {}};
        for (const Evidence& e : row->evidence) claim.by.push_back({e.report, row->speaker, e});
        event.claims.push_back(std::move(claim));
      }
    }
    judge_claims_of(event);
  }
}

void judge_figures(std::vector<RecordFigure>& rows, const std::vector<Conflict>& conflicts) {
  std::set<Evidence> disputed;
  for (const Conflict& c : conflicts) {
    for (const ConflictSide& side : c.sides) disputed.insert(side.evidence.begin(), side.evidence.end());
  }
  // event, attribute, unit -> how many rows speak of it
  std::map<std::string, size_t> tellings;
  const auto key = [](const RecordFigure& r) { return r.event + "|" + r.attribute + "|" + std::string(r.unit.view()); };
  for (const RecordFigure& row : rows) {
    if (!row.event.empty() && !row.attribute.empty()) ++tellings[key(row)];
  }
  for (RecordFigure& row : rows) {
    const bool in_conflict =
        std::any_of(row.evidence.begin(), row.evidence.end(), [&](const Evidence& e) { return disputed.contains(e); });
    const auto found = tellings.find(key(row));
    row.status = in_conflict                                    ? Agreement::disputed
                 : row.reports.size() > 1                       ? Agreement::agreed
                 : found != tellings.end() && found->second > 1 ? Agreement::compatible
                                                                : Agreement::single;
  }
}

}  // namespace dateline
