#include "resolve/report_date.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "resolve/date_evidence.h"
#include "resolve/date_fellows.h"

namespace dateline {
namespace {

using E = DateEvidence;

// How likely a report is published k days after the day that a bare weekday ("on Saturday") names, k = 0..6, counted
// on 400 dated news reports: the first one of a report, and any other. Natural logarithms.
constexpr double kFirstWeekday[7] = {-0.3, -1.8, -3.4, -4.5, -4.6, -4.6, -5.0};
constexpr double kOtherWeekday[7] = {-0.6, -1.3, -2.8, -3.2, -3.3, -3.6, -3.6};
constexpr double kMass = 0.95;  // of the likelihood that an interval shall hold

std::string quoted(const Document& doc, Span span) { return fmt::format("“{}”", doc.words(span)); }
std::string iso(Day day) { return to_string(from_day(day)); }

// One report, from its own words. What bounds it above decides how much is claimed: news rarely says its own year, and
// the dates it gives in full are mostly old, so without such a bound only "not before" is said.
class Inference {
 public:
  explicit Inference(const Document& doc) : doc_(doc), evidence_(collect_date_evidence(doc)) {}

  Published run() {
    bounds();
    if (const E* e = find(E::url)) {
      note("the address says {}", *e, iso(e->days.first));
      return finish(e->days);
    }
    if (const E* e = find(E::dateline); e != nullptr && !e->yearless) {
      note("its dateline says {}", *e, quoted(doc_, e->span));
      return finish(cut({e->days.first, e->days.first + 1}));
    }
    if (upper_ != nullptr) return before_upper();
    if (const E* e = news_peg()) {
      if (e->alone) note("a line of its own says {}", *e, quoted(doc_, e->span));
      else note("its first sentences date their news {}", *e, quoted(doc_, e->span));
      return finish(e->alone ? DayRange{e->days.first, e->days.first + 1} : weigh({e->days.first, e->days.first + 3}));
    }
    if (const E* e = find(E::elapsed); e != nullptr && e->days.last >= first_) {
      explain_lower();
      note("{} is about now", *e, quoted(doc_, e->span));
      return finish({std::max(first_, e->days.first), e->days.last});
    }
    if (lower_ == nullptr) return {};
    return after_lower();
  }

 private:
  const E* find(E::Kind kind) const {
    auto found = std::find_if(evidence_.begin(), evidence_.end(), [&](const E& e) { return e.kind == kind; });
    return found == evidence_.end() ? nullptr : &*found;
  }

  template <typename... Args>
  void note(fmt::format_string<Args...> words, const E& e, Args&&... args) {
    reasons_.push_back(fmt::format(words, std::forward<Args>(args)...));
    if (!e.span.empty()) spans_.push_back(e.span);
  }

  void bounds() {
    for (const E& e : evidence_) {
      if ((e.kind == E::posted || e.kind == E::captured) && e.days.last < last_) last_ = e.days.last, upper_ = &e;
    }
    for (const E& e : evidence_) {
      if ((e.kind != E::told && e.kind != E::month) || e.days.first > last_) continue;
      if (lower_ == nullptr || e.days.first > lower_->days.first) lower_ = &e;
    }
    if (lower_ != nullptr) first_ = lower_->days.first;
  }

  DayRange cut(DayRange days) const { return {std::max(days.first, first_), std::min(days.last, last_)}; }

  // A day given in full that is the news itself: in the first sentences with its weekday or as the latest day told of,
  // or on a line of its own. Dates of long ago stand there too; they lack the weekday and others are younger.
  const E* news_peg() const {
    for (const E& e : evidence_) {
      if (e.kind != E::told || e.yearless || e.days.first != first_) continue;
      if (e.alone || (e.lede && e.named)) return &e;
    }
    for (const E& e : evidence_) {
      // "Thursday, March 7": of all years only one in six has it so.
      if (e.kind == E::told && e.yearless && e.named && e.lede && e.days.first == first_) return &e;
    }
    return nullptr;
  }

  Published before_upper() {
    explain_lower();
    if (upper_->kind == E::posted) note("a comment was posted on {}", *upper_, iso(last_));
    else note("it was archived on {}", *upper_, iso(last_));
    explain_weekday();
    // Readers answer within days; an archive may come late.
    const Day back = upper_->kind == E::posted ? last_ - 6 : last_ - 366;
    if (upper_->kind == E::captured && first_ == kOpenBegin) return finish({kOpenBegin, last_});
    return finish(weigh({std::max(first_, back), last_}));
  }

  // "Not before": days told of recently are called by their weekday, so where a report does that, one that it dates
  // by month and day lies a week back or more.
  Published after_lower() {
    explain_lower();
    Day from = first_;
    const E* weekday = explain_weekday();
    if (weekday != nullptr && lower_->yearless && !lower_->named && !lower_->lede) {
      from = first_ + 6;
      reasons_.push_back("days of the week before would be called by their weekday");
    }
    return finish({from, kOpenEnd});
  }

  void explain_lower() {
    if (lower_ != nullptr) note("it tells of {} as past", *lower_, quoted(doc_, lower_->span));
  }

  const E* explain_weekday() {
    const E* e = find(E::weekday);
    if (e != nullptr) note("it speaks of {} without a date", *e, quoted(doc_, e->span));
    return e;
  }

  // The shortest run of the days that holds most of the likelihood.
  DayRange weigh(DayRange days) const {
    std::vector<double> mass;
    for (Day d = days.first; d <= days.last; ++d) mass.push_back(score_of(d));
    if (mass.empty()) return days;
    const double top = *std::max_element(mass.begin(), mass.end());
    double sum = 0;
    for (double& m : mass) sum += m = std::exp(m - top);
    size_t best = 0, best_size = mass.size();
    double best_mass = sum;
    for (size_t i = 0; i < mass.size(); ++i) {
      double m = 0;
      for (size_t j = i; j < mass.size() && j - i + 1 <= best_size; ++j) {
        m += mass[j];
        if (m < kMass * sum) continue;
        if (j - i + 1 < best_size || m > best_mass) best = i, best_size = j - i + 1, best_mass = m;
        break;
      }
    }
    return {days.first + static_cast<Day>(best), days.first + static_cast<Day>(best + best_size) - 1};
  }

  double score_of(Day d) const {
    double score = 0;
    if (upper_ != nullptr && upper_->kind == E::posted) score -= 0.9 * (last_ - d);
    if (upper_ == nullptr && first_ != kOpenBegin) score -= 0.9 * (d - first_);
    bool first = true;
    int read = 0;
    for (const E& e : evidence_) {
      if (e.kind == E::ahead && d > e.days.first && e.days.first >= first_) score -= 2.5;
      if (e.kind != E::weekday || ++read > 8) continue;
      const int k = (weekday(d) - e.of_week + 7) % 7;
      score += first ? kFirstWeekday[k] : 0.3 * kOtherWeekday[k];
      first = false;
    }
    return score;
  }

  Published finish(DayRange days) {
    Published out;
    if (days.first > days.last || (days.first == kOpenBegin && days.last == kOpenEnd)) return out;
    out.value = one_of(days);
    out.basis = "inferred";
    for (const std::string& reason : reasons_) out.why += fmt::format("{}{}", out.why.empty() ? "" : "; ", reason);
    std::sort(spans_.begin(), spans_.end());
    spans_.erase(std::unique(spans_.begin(), spans_.end()), spans_.end());
    out.evidence = spans_;
    return out;
  }

  const Document& doc_;
  std::vector<E> evidence_;
  const E* lower_ = nullptr;  // the latest day or month told as past
  const E* upper_ = nullptr;  // the first comment, or the archive
  Day first_ = kOpenBegin, last_ = kOpenEnd;
  std::vector<std::string> reasons_;
  std::vector<Span> spans_;
};

}  // namespace

struct ReportDater::Lexicon {};

Result<ReportDater> ReportDater::load(const Resources&) { return ReportDater{}; }

void ReportDater::infer(Document& doc) const {
  if (doc.published.value.known() && doc.published.basis != "inferred") return;
  doc.published = Inference(doc).run();
}

std::vector<Published> ReportDater::refine(const std::vector<const Document*>& docs) const { return date_by_fellows(docs); }

}  // namespace dateline
