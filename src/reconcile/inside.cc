#include "reconcile/inside.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "text/utf8.h"

namespace dateline {
namespace {

constexpr double kSameNumber = 0.5;     // how far off the headline's number may be in other words
constexpr uint32_t kOpening = 8;        // … and in the headline's own words, told in these first sentences
constexpr uint32_t kNearSentences = 4;  // two totals further apart speak of different things
constexpr double kSlip = 0.1;           // … and so do numbers further apart than this share
constexpr double kRoughPoints = 3;      // "about 40 percent" may be 37 or 43
constexpr double kNearlyAll = 0.85;     // parts that make up this share of the whole were meant to be all of it

class Inside {
 public:
  Inside(const FigureTellings& tellings, const EventMap& events, const ContrastReader& contrast, uint32_t report)
      : tellings_(tellings), events_(events), contrast_(contrast), report_(report) {
    const IndexRange range = tellings_.of_report(report_);
    for (uint32_t i = range.begin; i < range.end; ++i) {
      const FigureTelling& t = tellings_.all()[i];
      if (const int32_t whole = figure(t).part_of; whole != kNone) parts_[whole].push_back(&t);
    }
  }

  void find(std::vector<Conflict>& out) const {
    const IndexRange range = tellings_.of_report(report_);
    for (uint32_t i = range.begin; i < range.end; ++i) {
      const FigureTelling& t = tellings_.all()[i];
      sum(t, out);
      share(t, out);
      if (t.headline) headline(t, out);
      const bool total = may_be_total(t), said = may_be_said(t);
      for (uint32_t j = i + 1; j < range.end && (total || said); ++j) {
        const FigureTelling& other = tellings_.all()[j];
        if (other.sentence > t.sentence + kNearSentences) break;
        if (total) totals(t, other, out);
        if (said) speakers(t, other, out);
      }
    }
  }

 private:
  const Figure& figure(const FigureTelling& t) const { return tellings_.figure(t); }
  bool exact(const FigureTelling& t) const { return told(figure(t)).exact(); }
  const std::vector<const FigureTelling*>& parts_of(const FigureTelling& whole) const {
    static const std::vector<const FigureTelling*> kNoParts;
    const auto found = parts_.find(static_cast<int32_t>(whole.figure));
    return found == parts_.end() ? kNoParts : found->second;
  }

  // 57 of which 22, 2 and 29: only parts that exclude one another, told in one sentence.
  void sum(const FigureTelling& whole, std::vector<Conflict>& out) const {
    if (!exact(whole)) return;
    std::vector<const FigureTelling*> parts;
    double total = 0;
    for (const FigureTelling* t : parts_of(whole)) {
      const Figure& f = figure(*t);
      if (f.among || f.restriction.empty()) continue;
      if (!exact(*t) || f.counted != figure(whole).counted) return;
      if (!parts.empty() && t->sentence != parts.front()->sentence) return;
      parts.push_back(t);
      total += f.value;
    }
    const double value = figure(whole).value;
    const bool all_told = parts.size() >= 3 && total >= kNearlyAll * value;
    if (parts.size() < 2 || (total < value && !all_told)) return;
    ToldNumber added;
    added.value = total;
    if (can_both_hold(added, told(figure(whole)))) return;  // they add up, but for rounding
    std::string terms;
    for (const FigureTelling* t : parts) terms += (terms.empty() ? "" : " + ") + value_text(told(figure(*t)), "");
    std::vector<SideOf> sides = {{value_text(told(figure(whole)), ""), {&whole}},
                                 {fmt::format("{} = {}", terms, value_text(added, "")), parts}};
    out.push_back(make_conflict(tellings_, events_, ConflictKind::sum, tellings_.event(whole), tellings_.words(whole),
                                sides, "the parts do not add up to the whole", std::abs(total - value) / value));
  }

  // "22 of the 57, or 45 percent": what the counts make, and what the report makes of them.
  void share(const FigureTelling& t, std::vector<Conflict>& out) const {
    const Figure& f = figure(t);
    if (f.unit != Label("percent") || f.part_of == kNone || std::isnan(f.value)) return;
    const FigureTelling* part = tellings_.find(report_, f.part_of);
    if (part == nullptr || std::isnan(figure(*part).value)) return;
    const FigureTelling* whole = tellings_.find(report_, figure(*part).part_of);
    if (whole == nullptr || !(figure(*whole).value > 0)) return;
    const bool rough = f.approximate || figure(*part).approximate || figure(*whole).approximate;
    const double made = 100 * figure(*part).value / figure(*whole).value;
    const double rounding = rough ? kRoughPoints : f.value == std::floor(f.value) ? 1 : 0.1;
    if (std::abs(made - f.value) <= rounding) return;
    std::vector<SideOf> sides = {{value_text(told(f), f.unit.view()), {&t}},
                                 {fmt::format("{} of {} = {:.1f} percent", value_text(told(figure(*part)), ""),
                                              value_text(told(figure(*whole)), ""), made),
                                  {part, whole}}};
    out.push_back(make_conflict(tellings_, events_, ConflictKind::within_report, tellings_.event(*whole),
                                tellings_.words(*whole), sides, "the percentage is not what the counts beside it make",
                                std::abs(made - f.value) / std::max(made, f.value)));
  }

  bool may_be_total(const FigureTelling& t) const {
    const Figure& f = figure(t);
    return !t.headline && f.definite && f.part_of == kNone && !f.attribute.empty() && exact(t);
  }

  // "the 59 cases" and "the 57 disappearances": two totals of one thing close together.
  void totals(const FigureTelling& a, const FigureTelling& b, std::vector<Conflict>& out) const {
    const Figure &x = figure(a), &y = figure(b);
    if (b.sentence == a.sentence || x.unit != y.unit || x.value == y.value || !may_be_total(b)) return;
    const bool general = x.attribute == Label("cases") || y.attribute == Label("cases");
    if (x.attribute != y.attribute && !general) return;
    if (part_said_again(a, y.value) || part_said_again(b, x.value)) return;
    if (x.value < 5 || can_both_hold(told(x), told(y)) || difference(told(x), told(y)) > kSlip) return;
    const std::string first = tellings_.words(a), second = tellings_.words(b);
    out.push_back(pair(a, b, first == second ? first : first + " / " + second,
                       "the report gives two totals of what seems one thing"));
  }

  Conflict pair(const FigureTelling& a, const FigureTelling& b, std::string about, std::string why) const {
    const ToldNumber x = told(figure(a)), y = told(figure(b));
    const std::vector<SideOf> sides = {{value_text(x, figure(a).unit.view()), {&a}},
                                       {value_text(y, figure(b).unit.view()), {&b}}};
    const int32_t event = tellings_.event(a) != kNone ? tellings_.event(a) : tellings_.event(b);
    return make_conflict(tellings_, events_, ConflictKind::within_report, event, std::move(about), sides,
                         std::move(why), difference(x, y));
  }

  const Statement* statement(const FigureTelling& t) const {
    const Document& doc = tellings_.doc(t);
    const int32_t s = figure(t).statement;
    return s == kNone ? nullptr : &doc.statements[static_cast<size_t>(s)];
  }

  // "police |put the crowd at 8,000|": who puts it there, where no statement tells.
  static std::string_view puts_it(const Document& doc, const Figure& f) {
    const IndexRange own = doc.tokens_in(f.span);
    if (own.empty() || own.begin == 0 || doc.words(doc.tokens[own.begin - 1]) != "at") return {};
    int32_t verb = static_cast<int32_t>(own.end - 1);
    for (int i = 0; i < 4 && verb != kNone && doc.tokens[static_cast<size_t>(verb)].upos != Upos::VERB; ++i)
      verb = doc.tokens[static_cast<size_t>(verb)].head;
    const int32_t s = doc.sentence_at(f.span.begin);
    if (verb == kNone || s == kNone) return {};
    const IndexRange all = doc.sentences[static_cast<size_t>(s)].tokens;
    for (uint32_t c = all.begin; c < all.end; ++c) {
      if (doc.tokens[c].head == verb && doc.tokens[c].deprel == Deprel::nsubj) return doc.words(doc.tokens[c]);
    }
    return {};
  }

  struct Source {
    std::string_view name;
    int32_t entity = kNone;
  };
  Source source(const FigureTelling& t) const {
    if (const std::string_view name = puts_it(tellings_.doc(t), figure(t)); !name.empty()) return {name, kNone};
    const Statement* said = statement(t);
    return said == nullptr ? Source{} : Source{said->speaker_name, said->speaker_entity};
  }

  // "The ministry said 500 people were killed, while the army said 50 had died": two who speak of one thing, the one
  // set against the other. What has one value for good needs no word that sets them so; what is a plain count must be
  // of one thing in one sentence, and the report may vouch for the first ("seven crew, although the ministry said
  // six").
  void speakers(const FigureTelling& a, const FigureTelling& b, std::vector<Conflict>& out) const {
    const Figure &x = figure(a), &y = figure(b);
    const bool plain = x.change == FigureChange::plain;
    if (b.sentence > a.sentence + (plain ? 0 : 1) || !same_measure(x, y) || can_both_hold(told(x), told(y))) return;
    if (plain && !(countable(x) && countable(y) && same_counted(a, b))) return;
    const Source one = source(a), other = source(b);
    if ((one.name.empty() && !plain) || other.name.empty() || one.name == other.name ||
        (one.entity != kNone && one.entity == other.entity))
      return;
    if (a.sentence != b.sentence && x.event != kNone && y.event != kNone && tellings_.event(a) != tellings_.event(b))
      return;
    if (x.change != FigureChange::fixed && !contrast_.between(tellings_.doc(a), x.span, y.span)) return;
    const std::string counted = tellings_.words(a), what(x.attribute.view());
    const std::string first = one.name.empty() ? "its own number" : fmt::format("what {} says", one.name);
    out.push_back(pair(a, b, counted == what ? what : counted + ", " + what,
                       fmt::format("the report sets {} against what {} says", first, other.name)));
  }

  // Whether it is such that another may be set against it.
  bool may_be_said(const FigureTelling& t) const {
    const Figure& f = figure(t);
    if (t.headline || !same_measure(f, f)) return false;
    return f.change == FigureChange::plain ? !f.counted.empty() : !source(t).name.empty();
  }

  // Whole counts of one thing by what they are called, neither of them rough.
  static bool same_measure(const Figure& x, const Figure& y) {
    return x.attribute == y.attribute && x.unit == y.unit && x.scope == y.scope && !x.vague && !y.vague &&
           x.part_of == kNone && y.part_of == kNone && !x.among && !y.among;
  }

  // Shares and rough numbers of one sentence are mostly of two different things.
  static bool countable(const Figure& f) { return f.unit.empty() && !f.approximate && told(f).exact(); }

  // The same words for what is counted.
  bool same_counted(const FigureTelling& a, const FigureTelling& b) const {
    const std::string x = fold(tellings_.doc(a).words(figure(a).counted));
    return !x.empty() && x == fold(tellings_.doc(b).words(figure(b).counted));
  }

  // "252 of the 310 homes … those 252 homes"
  bool part_said_again(const FigureTelling& whole, double value) const {
    const std::vector<const FigureTelling*>& parts = parts_of(whole);
    return std::any_of(parts.begin(), parts.end(), [&](const FigureTelling* t) { return figure(*t).value == value; });
  }

  // The headline's number against all that the text says of the same thing.
  void headline(const FigureTelling& head, std::vector<Conflict>& out) const {
    const Figure& h = figure(head);
    if (h.change == FigureChange::plain || h.attribute.empty() || h.vague) return;
    const IndexRange range = tellings_.of_report(report_);
    const FigureTelling* against = nullptr;
    double total = 0;
    for (uint32_t i = range.begin; i < range.end; ++i) {
      const FigureTelling& t = tellings_.all()[i];
      const Figure& f = figure(t);
      if (&t == &head || f.attribute != h.attribute || f.unit != h.unit) continue;
      if (can_both_hold(told(f), told(h))) return;
      if (t.headline) return;
      total += told(f).size();
      // Parts that add up to the headline bear it out.
      if (std::abs(total - told(h).size()) < 1e-9) return;
      if (f.vague || f.part_of != kNone || f.among || !(f.scope.empty() || h.scope.empty())) continue;
      const bool near = t.lead && difference(told(f), told(h)) <= kSameNumber;
      if (against == nullptr && (near || (t.sentence <= kOpening && same_counted(head, t)))) against = &t;
    }
    if (against == nullptr) return;
    const Figure& f = figure(*against);
    std::vector<SideOf> sides = {{value_text(told(h), h.unit.view()), {&head}},
                                 {value_text(told(f), f.unit.view()), {against}}};
    out.push_back(make_conflict(tellings_, events_, ConflictKind::headline_body, tellings_.event(*against),
                                tellings_.words(*against), sides, "the headline gives another number than the text",
                                difference(told(h), told(f))));
  }

  const FigureTellings& tellings_;
  const EventMap& events_;
  const ContrastReader& contrast_;
  uint32_t report_;
  std::unordered_map<int32_t, std::vector<const FigureTelling*>> parts_;  // of a figure of the report, by place
};

}  // namespace

std::vector<Conflict> inside_reports(const FigureTellings& tellings, const EventMap& events, size_t reports,
                                     const ContrastReader& contrast) {
  std::vector<Conflict> out;
  for (uint32_t r = 0; r < reports; ++r) Inside(tellings, events, contrast, r).find(out);
  return out;
}

}  // namespace dateline
