#include "resolve/report_date.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "resolve/date_evidence.h"

namespace dateline {
namespace {

using E = DateEvidence;

// How likely a report is published k days after the day of a bare weekday ("on Saturday") that its first sentences
// tell of, k = 0..6: measured on dated news, rounded. In natural logarithms.
constexpr double kAfterWeekday[7] = {-1.0, -1.0, -1.9, -2.8, -3.3, -3.6, -3.9};
constexpr double kBeforeWeekday[7] = {-3.5, -1.2, -1.5, -1.8, -2.0, -2.2, -2.4};  // told as to come

// … and k days after the latest day that it dates in full.
double after_told(int k, bool lede) {
  if (k < 0) return -12;
  if (lede) return k < 2 ? -0.8 : k < 4 ? -1.5 - 0.4 * k : -2.9 - 0.15 * k;
  return k < 2 ? -1.8 : -2.0 - 0.10 * std::min(k, 30) - 0.02 * std::max(0, k - 30);
}

constexpr int kSpread = 120;     // days after the latest told day that are weighed
constexpr double kMass = 0.93;   // of the likelihood that the interval shall hold

std::string quoted(const Document& doc, Span span) { return fmt::format("“{}”", doc.words(span)); }
std::string iso(Day day) { return to_string(from_day(day)); }

class Inference {
 public:
  explicit Inference(const Document& doc) : doc_(doc), evidence_(collect_date_evidence(doc)) {}

  Published run() {
    bounds();
    Published out;
    if (auto direct = find(E::url)) {
      note("the address says {}", *direct, iso(direct->days.first));
      return finish({direct->days.first, direct->days.first});
    }
    if (auto line = find(E::dateline)) {
      note("its dateline says {}", *line, quoted(doc_, line->span));
      return finish(cut({line->days.first, line->days.first + 1}));
    }
    if (first_ == kOpenBegin && last_ == kOpenEnd) return {};
    if (!told_ && !month_ && last_ == kOpenEnd) return {};
    return finish(weigh());
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
      if (e.kind == E::posted && e.days.last < last_) last_ = e.days.last, upper_ = &e;
      if (e.kind == E::captured && e.days.last < last_) last_ = e.days.last, upper_ = &e;
    }
    for (const E& e : evidence_) {
      if (e.kind == E::told && e.days.first <= last_ && (!told_ || e.days.first > told_->days.first)) told_ = &e;
      if (e.kind == E::month && e.days.first <= last_ && (!month_ || e.days.first > month_->days.first)) month_ = &e;
    }
    if (told_) first_ = told_->days.first;
    if (month_ && month_->days.first > first_) first_ = month_->days.first;
  }

  DayRange cut(DayRange days) const { return {std::max(days.first, first_), std::min(days.last, last_)}; }

  DayRange weigh() {
    const E* elapsed = find(E::elapsed);
    Day from = first_, to = last_;
    if (from == kOpenBegin) from = last_ - 14;  // comments and nothing else: they come within two weeks
    if (to > from + kSpread) to = from + kSpread;
    if (elapsed && elapsed->days.last >= from) {
      note("{} is about then", *elapsed, quoted(doc_, elapsed->span));
      from = std::max(from, elapsed->days.first);
      to = std::min<Day>(std::max(to, elapsed->days.last), elapsed->days.last);
    }
    std::vector<double> score(static_cast<size_t>(to - from + 1), 0);
    for (Day d = from; d <= to; ++d) score[static_cast<size_t>(d - from)] = score_of(d);
    explain();
    return window(score, from, elapsed != nullptr);
  }

  double score_of(Day d) const {
    double score = 0;
    if (told_) score += after_told(d - told_->days.first, told_->lede);
    if (upper_ && upper_->kind == E::posted) score -= 0.7 * (last_ - d);  // readers answer within a day or two
    int weekdays = 0;
    for (const E& e : evidence_) {
      if (e.kind == E::ahead && d > e.days.first && e.days.first >= first_) score -= 2.5;
      if (e.kind != E::weekday && e.kind != E::weekday_ahead) continue;
      if (++weekdays > 12) break;
      const int k = (weekday(d) - e.of_week + 7) % 7;
      score += e.weight * (e.kind == E::weekday ? kAfterWeekday[k] : kBeforeWeekday[(7 - k) % 7]);
    }
    return score;
  }

  void explain() {
    if (told_) note("it tells of {} as past", *told_, quoted(doc_, told_->span));
    else if (month_) note("it tells of {} as past", *month_, quoted(doc_, month_->span));
    if (upper_) {
      if (upper_->kind == E::posted) note("a comment was posted on {}", *upper_, iso(last_));
      else note("it was archived on {}", *upper_, iso(last_));
    }
    for (const E& e : evidence_) {
      if (e.kind != E::weekday || !e.lede) continue;
      note("it speaks of {} without a date", e, quoted(doc_, e.span));
      break;
    }
  }

  // The shortest run of days that holds most of the likelihood.
  DayRange window(const std::vector<double>& score, Day from, bool whole) const {
    if (whole) return {from, from + static_cast<Day>(score.size()) - 1};
    const double top = *std::max_element(score.begin(), score.end());
    std::vector<double> mass;
    double sum = 0;
    for (double s : score) mass.push_back(std::exp(s - top)), sum += mass.back();
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
    return {from + static_cast<Day>(best), from + static_cast<Day>(best + best_size) - 1};
  }

  Published finish(DayRange days) {
    Published out;
    if (days.first > days.last) return out;
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
  const E* told_ = nullptr;
  const E* month_ = nullptr;
  const E* upper_ = nullptr;
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

std::vector<Published> ReportDater::refine(const std::vector<const Document*>& docs) const {
  std::vector<Published> out;
  for (const Document* doc : docs) out.push_back(doc->published);
  return out;
}

}  // namespace dateline
