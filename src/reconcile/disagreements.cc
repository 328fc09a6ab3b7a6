#include "reconcile/disagreements.h"

#include <fmt/format.h>

#include <algorithm>

namespace dateline {

void Disagreements::add(const std::string& key, const FigureTelling& x, const FigureTelling& y, std::string why) {
  const double p = base(x).value, q = base(y).value;
  int32_t event = common_event(x, y);
  if (event == kNone) event = tellings_.event(x) != kNone ? tellings_.event(x) : tellings_.event(y);
  // What reports of one main event disagree on is one thing, whichever part of it each gives the number to.
  const int32_t main = tellings_.main_event(x.report);
  const bool one_main = main != kNone && main == tellings_.main_event(y.report);
  Found& found = found_of(fmt::format("{}|{}", key, one_main ? main : event), p, q);
  found.event = found.sides.empty() || found.event == event ? event : one_main ? main : found.event;
  found.why = std::move(why);
  found.about = std::min(tellings_.words(x), tellings_.words(y));
  found.size = std::max(found.size, difference(base(x), base(y)));
  found.sides[p].insert(&x);
  found.sides[q].insert(&y);
}

// The conflict that has one of the two values as a side already, or a new one: three reports with three values are
// one disagreement.
Disagreements::Found& Disagreements::found_of(const std::string& key, double p, double q) {
  std::vector<Found>& all = found_[key];
  for (Found& found : all) {
    if (found.sides.contains(p) || found.sides.contains(q)) return found;
  }
  return all.emplace_back();
}

Conflict Disagreements::conflict(const Found& found) const {
  std::vector<SideOf> sides;
  for (const auto& [value, by] : found.sides) {
    SideOf side;
    for (const FigureTelling* t : by) side.by.push_back(t);
    side.value = value_text(told(tellings_.row(*side.by.front())), tellings_.row(*side.by.front()).unit.view());
    sides.push_back(std::move(side));
  }
  return make_conflict(tellings_, events_, ConflictKind::between_reports, found.event, found.about, sides, found.why,
                       found.size);
}

int32_t Disagreements::common_event(const FigureTelling& a, const FigureTelling& b) const {
  const int32_t x = tellings_.event(a), y = tellings_.event(b);
  if (x != kNone && x == y) return x;
  const int32_t main_a = tellings_.main_event(a.report), main_b = tellings_.main_event(b.report);
  if (main_a != kNone && main_a == main_b && (x == kNone || x == main_a || a.lead) &&
      (y == kNone || y == main_b || b.lead))
    return main_a;
  if (x != kNone && x == main_b && b.lead) return x;
  if (y != kNone && y == main_a && a.lead) return y;
  return kNone;
}

ToldNumber Disagreements::base(const FigureTelling& t) const {
  return in_base(told(tellings_.row(t)), measures_.of(tellings_.row(t).unit.view()));
}

std::vector<Conflict> Disagreements::conflicts() const {
  std::vector<Conflict> out;
  for (const auto& [key, all] : found_) {
    for (const Found& found : all) out.push_back(conflict(found));
  }
  return out;
}

}  // namespace dateline
