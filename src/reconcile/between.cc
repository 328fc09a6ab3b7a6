#include "reconcile/between.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "reconcile/comparable.h"
#include "reconcile/disagreements.h"

namespace dateline {
namespace {

constexpr Day kSettled = 10;             // days after which a toll no longer rises by itself
constexpr double kSameThing = 0.4;       // numbers further apart than this share count different things
constexpr double kSlipOfSpeaker = 0.12;  // … and when one speaker gave both
constexpr double kSameMeasure = 0.10;    // … and measures
constexpr double kSameParticular = 0.12, kParticular = 30;  // … and counts from here on, wherever they stand
constexpr double kUndatedToll = 0.05;                       // … and tolls that nothing dates
constexpr double kSameDayToll = 0.10;                       // … and tolls of one day that no clock puts in order

// A report's distinct values of one attribute, told exactly, ascending; the first telling of each.
using Values = std::vector<const FigureTelling*>;

class Between {
 public:
  Between(const FigureTellings& tellings, const EventMap& events, const Judges& judges)
      : tellings_(tellings),
        events_(events),
        judges_(judges),
        comparable_(tellings, judges.tense),
        found_(tellings, events, judges.measures) {}

  std::vector<Conflict> find() {
    // attribute with what its unit measures and scope -> report -> values
    std::map<std::string, std::map<uint32_t, Values>> told_by;
    std::set<std::pair<uint32_t, size_t>> met;  // report and row
    for (const FigureTelling& t : tellings_.all()) {
      const RecordFigure& row = tellings_.row(t);
      if (row.attribute.empty()) continue;
      std::string key = fmt::format("{}|{}|{}", row.attribute, judges_.measures.of(row.unit.view()).base, row.scope);
      Values& values = told_by[std::move(key)][t.report];
      if (std::isnan(row.value) || met.emplace(t.report, t.row).second) values.push_back(&t);
    }
    for (auto& [key, reports] : told_by) {
      for (auto a = reports.begin(); a != reports.end(); ++a) {
        for (auto b = std::next(a); b != reports.end(); ++b) compare(key, a->second, b->second);
      }
    }
    return found_.conflicts();
  }

 private:
  void compare(const std::string& key, const Values& a, const Values& b) {
    if (one_speaker(key, a, b)) return;
    switch (tellings_.row(*a.front()).change) {
      case FigureChange::fixed: fixed(key, a, b); break;
      case FigureChange::grows: toll(key, a, b); break;
      case FigureChange::plain:
        if (tellings_.row(*a.front()).unit.empty())
          plain(key, a, b);
        else
          measured(key, a, b);
        break;
    }
  }

  // One person, quoted by two reports of the same days with different numbers: one of the two heard wrong, however
  // roughly the number was given. True if it is so.
  bool one_speaker(const std::string& key, const Values& a, const Values& b) {
    Values x = of_speakers(a), y = of_speakers(b);
    if (x.empty() || y.empty()) return false;
    match_off(x, y);
    if (x.size() != 1 || y.size() != 1) return false;
    const RecordFigure &p = tellings_.row(*x.front()), &q = tellings_.row(*y.front());
    if (p.speaker != q.speaker || !comparable_.same_occasion(*x.front(), *y.front())) return false;
    if (can_both_hold(told(p), told(q)) || difference(told(p), told(q)) > kSlipOfSpeaker) return false;
    found_.add(key, *x.front(), *y.front(), "both reports quote the same speaker, with different numbers");
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

  // What never changes (a magnitude): the values of both reports are matched off, and what is left over is paired.
  // Reports that tell of a different number of shocks are not compared.
  void fixed(const std::string& key, const Values& a, const Values& b) {
    Values x = exact(a), y = exact(b);
    if (x.size() != y.size() || x.empty()) return;
    bool linked = false;
    for (const FigureTelling* p : x) {
      for (const FigureTelling* q : y) linked = linked || p->row == q->row || found_.common_event(*p, *q) != kNone;
    }
    if (!linked) return;
    match_off(x, y);
    for (size_t i = 0; i < x.size() && i < y.size(); ++i) {
      const ToldNumber p = told(tellings_.row(*x[i])), q = told(tellings_.row(*y[i]));
      if (can_both_hold(p, q) || difference(p, q) > 0.25) continue;
      found_.add(key, *x[i], *y[i], "one thing was measured once, and the reports give two values for it");
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

  // Tolls rise: a larger number later is news, not contradiction. A smaller one later, or two numbers long after, is.
  void toll(const std::string& key, const Values& a, const Values& b) {
    const FigureTelling *x = only_total(a), *y = only_total(b);
    if (x == nullptr || y == nullptr) return;
    const RecordFigure &p = tellings_.row(*x), &q = tellings_.row(*y);
    if (!told(p).exact() || !told(q).exact() || can_both_hold(told(p), told(q)) ||
        difference(told(p), told(q)) > kSameThing)
      return;
    if (one_main_event(*x, *y) && of_one_event(*x, *y)) {
      const double gap = difference(told(p), told(q));
      if (!comparable_.published(*x).bounded() && !comparable_.published(*y).bounded() && gap <= kUndatedToll)
        return found_.add(key, *x, *y,
                          "the tolls differ, and neither report is dated: one of them may only be the later");
      if (comparable_.same_day_no_clock(*x, *y) && gap <= kSameDayToll)
        return found_.add(key, *x, *y, "the tolls of one day differ: one of them may only be the later");
    }
    const int32_t event = found_.common_event(*x, *y);
    if (event == kNone) return;
    const DayRange when = days_of(events_.events[static_cast<size_t>(event)].when), px = comparable_.published(*x),
                   py = comparable_.published(*y);
    if (!px.bounded() || !py.bounded()) return;
    const bool x_later = px.first > py.last, y_later = py.first > px.last;
    if ((x_later && p.value < q.value) || (y_later && q.value < p.value)) {
      found_.add(key, *x, *y, "the later report gives the smaller number");
    } else if (when.last != kOpenEnd && px.first > when.last + kSettled && py.first > when.last + kSettled) {
      found_.add(key, *x, *y, "both reports are from long after, when the number no longer rose");
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

  // Anything else: only what both reports lead with, each giving one value, near enough to be the same thing; further
  // down, numbers that are large and near enough to be no chance.
  void plain(const std::string& key, const Values& a, const Values& b) {
    const FigureTelling *x = only_total(a), *y = only_total(b);
    if (x == nullptr || y == nullptr || a.size() != 1 || b.size() != 1) return particulars(key, a, b);
    const RecordFigure &p = tellings_.row(*x), &q = tellings_.row(*y);
    if (!told(p).exact() || !told(q).exact() || p.value < 3 || q.value < 3 || p.counted != q.counted) return;
    // "The United States and five world powers", "six world powers": one of a handful may be named apart.
    if (std::max(p.value, q.value) < 10 && std::abs(p.value - q.value) <= 1) return;
    if (!one_main_event(*x, *y) || can_both_hold(told(p), told(q))) return;
    const bool leads = x->lead && y->lead && comparable_.one_thing(*x, *y) &&
                       difference(told(p), told(q)) <= kSameThing && tellings_.event(*x) == tellings_.event(*y) &&
                       found_.common_event(*x, *y) == tellings_.main_event(x->report);
    if (leads) return found_.add(key, *x, *y, "both reports lead with this number, and it differs");
    particulars(key, a, b);
  }

  // Large numbers of one thing, nearly equal: the same thing counted, wherever they stand.
  void particulars(const std::string& key, const Values& a, const Values& b) {
    if (!one_main_event(*a.front(), *b.front())) return;
    // What the other report bears out somewhere ("65 to 75 rounds") is in no conflict.
    const auto large = [&](const Values& all, const Values& others) {
      Values out;
      for (const FigureTelling* t : all) {
        const ToldNumber number = told(tellings_.row(*t));
        const bool borne_out = comparable_.gives(others.front()->report, number.value) ||
                               std::any_of(others.begin(), others.end(), [&](const FigureTelling* o) {
                                 return !tellings_.row(*o).vague && can_both_hold(number, told(tellings_.row(*o)));
                               });
        if (number.exact() && number.value >= kParticular && !borne_out) out.push_back(t);
      }
      return out;
    };
    pair_off(key, large(a, b), large(b, a), kSameParticular,
             "reports of one event give two numbers of what seems one thing");
  }

  bool one_main_event(const FigureTelling& x, const FigureTelling& y) const {
    const int32_t main = tellings_.main_event(x.report);
    return main != kNone && main == tellings_.main_event(y.report);
  }
  // No two events: one, or not said.
  bool of_one_event(const FigureTelling& x, const FigureTelling& y) const {
    const int32_t p = tellings_.event(x), q = tellings_.event(y);
    return p == q || p == kNone || q == kNone;
  }

  // Heights, speeds, costs of one main event, in whatever unit: what is nearest in both is taken for the same.
  void measured(const std::string& key, const Values& a, const Values& b) {
    // Shares of one whole answer different questions.
    if (!one_main_event(*a.front(), *b.front()) || tellings_.row(*a.front()).unit == Label("percent")) return;
    pair_off(key, measures_of(a), measures_of(b), kSameMeasure, "reports of one event give two values of one measure");
  }

  // Takes what is nearest in both for the same, and reports the pairs that cannot both hold.
  void pair_off(const std::string& key, const Values& x, const Values& y, double widest, const char* why) {
    struct Pair {
      double gap;
      size_t i, j;
    };
    std::vector<Pair> pairs;
    for (size_t i = 0; i < x.size(); ++i) {
      for (size_t j = 0; j < y.size(); ++j) {
        const double gap = difference(found_.base(*x[i]), found_.base(*y[j]));
        if (gap <= widest && of_one_event(*x[i], *y[j]) && tellings_.row(*x[i]).counted == tellings_.row(*y[j]).counted)
          pairs.push_back({gap, i, j});
      }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair& p, const Pair& q) { return std::tie(p.gap, p.i, p.j) < std::tie(q.gap, q.i, q.j); });
    std::vector<bool> used_x(x.size()), used_y(y.size());
    for (const Pair& pair : pairs) {
      if (used_x[pair.i] || used_y[pair.j]) continue;
      used_x[pair.i] = used_y[pair.j] = true;
      const FigureTelling &p = *x[pair.i], &q = *y[pair.j];
      if (can_both_hold(found_.base(p), found_.base(q)) || !comparable_.one_thing(p, q)) continue;
      const DayRange a = comparable_.published(p), b = comparable_.published(q);
      const bool days_apart = a.bounded() && b.bounded() && (a.last < b.first || b.last < a.first);
      found_.add(key, p, q, std::string(why) + (days_apart ? "; the later may have been revised" : ""));
    }
  }

  // What is told as done, with a value of its own.
  Values measures_of(const Values& all) const {
    Values out;
    for (const FigureTelling* t : all) {
      const RecordFigure& row = tellings_.row(*t);
      if (row.value == row.value && !row.vague && judges_.tense.at(tellings_.doc(*t), tellings_.figure(*t).span) < 1)
        out.push_back(t);
    }
    return out;
  }

  const FigureTellings& tellings_;
  const EventMap& events_;
  const Judges& judges_;
  const Comparable comparable_;
  Disagreements found_;
};

}  // namespace

std::vector<Conflict> between_reports(const FigureTellings& tellings, const EventMap& events, const Judges& judges) {
  return Between(tellings, events, judges).find();
}

}  // namespace dateline
