#include "reconcile/between.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace dateline {
namespace {

constexpr Day kSettled = 10;             // days after which a toll no longer rises by itself
constexpr double kSameThing = 0.4;       // numbers further apart than this share count different things
constexpr double kSlipOfSpeaker = 0.25;  // … and when one speaker gave both

// A report's distinct values of one attribute, told exactly, ascending; the first telling of each.
using Values = std::vector<const FigureTelling*>;

class Between {
 public:
  Between(const FigureTellings& tellings, const std::vector<const Document*>& docs, const EventMap& events)
      : tellings_(tellings), docs_(docs), events_(events) {}

  std::vector<Conflict> find() {
    // attribute with unit and scope -> report -> values
    std::map<std::string, std::map<uint32_t, Values>> told_by;
    for (const FigureTelling& t : tellings_.all()) {
      const RecordFigure& row = tellings_.row(t);
      if (row.attribute.empty()) continue;
      std::string key = fmt::format("{}|{}|{}", row.attribute, row.unit.view(), row.scope);
      Values& values = told_by[std::move(key)][t.report];
      const auto same = [&](const FigureTelling* v) { return tellings_.row(*v).value == row.value && v->row == t.row; };
      if (std::none_of(values.begin(), values.end(), same)) values.push_back(&t);
    }
    for (auto& [key, reports] : told_by) {
      for (auto a = reports.begin(); a != reports.end(); ++a) {
        for (auto b = std::next(a); b != reports.end(); ++b) compare(key, a->second, b->second);
      }
    }
    std::vector<Conflict> out;
    for (auto& [key, found] : found_) out.push_back(conflict(found));
    return out;
  }

 private:
  struct Found {
    int32_t event = kNone;
    std::string about, why;
    double size = 0;
    std::map<double, std::set<const FigureTelling*>> sides;
  };

  void compare(const std::string& key, const Values& a, const Values& b) {
    if (one_speaker(key, a, b)) return;
    switch (tellings_.row(*a.front()).change) {
      case FigureChange::fixed: fixed(key, a, b); break;
      case FigureChange::grows: toll(key, a, b); break;
      case FigureChange::plain: plain(key, a, b); break;
    }
  }

  // The record event that two tellings share: theirs, or their reports' main one.
  int32_t common_event(const FigureTelling& a, const FigureTelling& b) const {
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

  // One person, quoted by two reports of the same days with different numbers: one of the two heard wrong, however
  // roughly the number was given. True if it is so.
  bool one_speaker(const std::string& key, const Values& a, const Values& b) {
    Values x = of_speakers(a), y = of_speakers(b);
    if (x.empty() || y.empty()) return false;
    match_off(x, y);
    if (x.size() != 1 || y.size() != 1) return false;
    const RecordFigure &p = tellings_.row(*x.front()), &q = tellings_.row(*y.front());
    if (p.speaker != q.speaker || !same_occasion(*x.front(), *y.front())) return false;
    if (can_both_hold(told(p), told(q)) || difference(told(p), told(q)) > kSlipOfSpeaker) return false;
    add(key, *x.front(), *y.front(), "both reports quote the same speaker, with different numbers");
    return true;
  }

  Values of_speakers(const Values& all) const {
    Values out;
    for (const FigureTelling* t : all) {
      const RecordFigure& row = tellings_.row(*t);
      if (!row.speaker.empty() && row.value == row.value && !row.vague && row.value >= 10) out.push_back(t);
    }
    return out;
  }

  // Published a day apart at most; or, where that is not known, of one main event.
  bool same_occasion(const FigureTelling& a, const FigureTelling& b) const {
    const DayRange x = published(a), y = published(b);
    if (!x.bounded() || !y.bounded()) {
      const int32_t main = tellings_.main_event(a.report);
      return main != kNone && main == tellings_.main_event(b.report);
    }
    return x.first <= y.last + 1 && y.first <= x.last + 1;
  }

  // What never changes (a magnitude): the values of both reports are matched off, and what is left over is paired.
  // Reports that tell of a different number of shocks are not compared.
  void fixed(const std::string& key, const Values& a, const Values& b) {
    Values x = exact(a), y = exact(b);
    if (x.size() != y.size() || x.empty()) return;
    bool linked = false;
    for (const FigureTelling* p : x) {
      for (const FigureTelling* q : y) linked = linked || p->row == q->row || common_event(*p, *q) != kNone;
    }
    if (!linked) return;
    match_off(x, y);
    for (size_t i = 0; i < x.size() && i < y.size(); ++i) {
      const ToldNumber p = told(tellings_.row(*x[i])), q = told(tellings_.row(*y[i]));
      if (can_both_hold(p, q) || difference(p, q) > 0.25) continue;
      add(key, *x[i], *y[i], "one thing was measured once, and the reports give two values for it");
    }
  }

  Values exact(const Values& all) const {
    Values out;
    for (const FigureTelling* t : all) {
      if (tellings_.row(*t).value == tellings_.row(*t).value && !tellings_.row(*t).vague) out.push_back(t);
    }
    std::sort(out.begin(), out.end(), [&](const FigureTelling* p, const FigureTelling* q) {
      return std::pair(tellings_.row(*p).value, p->evidence) < std::pair(tellings_.row(*q).value, q->evidence);
    });
    out.erase(std::unique(out.begin(), out.end(),
                          [&](const FigureTelling* p, const FigureTelling* q) {
                            return tellings_.row(*p).value == tellings_.row(*q).value;
                          }),
              out.end());
    return out;
  }

  void match_off(Values& x, Values& y) const {
    for (size_t i = 0; i < x.size();) {
      const auto same = std::find_if(y.begin(), y.end(), [&](const FigureTelling* t) {
        return tellings_.row(*t).value == tellings_.row(*x[i]).value;
      });
      if (same == y.end()) {
        ++i;
        continue;
      }
      y.erase(same);
      x.erase(x.begin() + static_cast<int64_t>(i));
    }
  }

  DayRange published(const FigureTelling& t) const { return days_of(docs_[t.report]->published.value); }

  // Tolls rise: a larger number later is news, not contradiction. A smaller one later, or two numbers long after, is.
  void toll(const std::string& key, const Values& a, const Values& b) {
    const FigureTelling *x = only_total(a), *y = only_total(b);
    if (x == nullptr || y == nullptr) return;
    const int32_t event = common_event(*x, *y);
    if (event == kNone) return;
    const RecordFigure &p = tellings_.row(*x), &q = tellings_.row(*y);
    if (!told(p).exact() || !told(q).exact() || can_both_hold(told(p), told(q)) ||
        difference(told(p), told(q)) > kSameThing)
      return;
    const DayRange when = days_of(events_.events[static_cast<size_t>(event)].when), px = published(*x),
                   py = published(*y);
    if (!px.bounded() || !py.bounded()) return;
    const bool x_later = px.first > py.last, y_later = py.first > px.last;
    if ((x_later && p.value < q.value) || (y_later && q.value < p.value)) {
      add(key, *x, *y, "the later report gives the smaller number");
    } else if (when.last != kOpenEnd && px.first > when.last + kSettled && py.first > when.last + kSettled) {
      add(key, *x, *y, "both reports are from long after, when the number no longer rose");
    }
  }

  // The report's one value, if it gives but one that is no part of another.
  const FigureTelling* only_total(const Values& values) const {
    const FigureTelling* out = nullptr;
    for (const FigureTelling* t : values) {
      if (tellings_.figure(*t).part_of != kNone) continue;
      if (out != nullptr && tellings_.row(*out).value != tellings_.row(*t).value) return nullptr;
      if (out == nullptr) out = t;
    }
    return out;
  }

  // Anything else: only what both reports lead with, each giving one value, near enough to be the same thing.
  void plain(const std::string& key, const Values& a, const Values& b) {
    const FigureTelling *x = only_total(a), *y = only_total(b);
    if (x == nullptr || y == nullptr || a.size() != 1 || b.size() != 1 || !x->lead || !y->lead) return;
    const RecordFigure &p = tellings_.row(*x), &q = tellings_.row(*y);
    if (!p.unit.empty() || !told(p).exact() || !told(q).exact() || p.value < 3 || q.value < 3) return;
    // "The United States and five world powers", "six world powers": one of a handful may be named apart.
    if (std::max(p.value, q.value) < 10 && std::abs(p.value - q.value) <= 1) return;
    const int32_t event = common_event(*x, *y);
    if (event == kNone || event != tellings_.main_event(x->report) || event != tellings_.main_event(y->report)) return;
    if (tellings_.event(*x) != tellings_.event(*y) || p.counted != q.counted) return;
    if (can_both_hold(told(p), told(q)) || difference(told(p), told(q)) > kSameThing) return;
    add(key, *x, *y, "both reports lead with this number, and it differs");
  }

  void add(const std::string& key, const FigureTelling& x, const FigureTelling& y, std::string why) {
    const double p = tellings_.row(x).value, q = tellings_.row(y).value;
    int32_t event = common_event(x, y);
    if (event == kNone) event = tellings_.event(x) != kNone ? tellings_.event(x) : tellings_.event(y);
    const std::string event_id = event == kNone ? "" : events_.events[static_cast<size_t>(event)].id;
    Found& found = found_[fmt::format("{}|{}|{}|{}", key, event_id, std::min(p, q), std::max(p, q))];
    found.event = event;
    found.why = std::move(why);
    found.about = std::min(tellings_.words(x), tellings_.words(y));
    found.size = difference(told(tellings_.row(x)), told(tellings_.row(y)));
    found.sides[p].insert(&x);
    found.sides[q].insert(&y);
  }

  Conflict conflict(const Found& found) const {
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

  const FigureTellings& tellings_;
  const std::vector<const Document*>& docs_;
  const EventMap& events_;
  std::map<std::string, Found> found_;
};

}  // namespace

std::vector<Conflict> between_reports(const FigureTellings& tellings, const std::vector<const Document*>& docs,
                                      const EventMap& events) {
  return Between(tellings, docs, events).find();
}

}  // namespace dateline
