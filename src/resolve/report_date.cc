#include "resolve/report_date.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/load_shared.h"
#include "base/sort_unique.h"
#include "resolve/date_evidence.h"

namespace dateline {
namespace {

using E = DateEvidence;

constexpr Day kNearYears = 3 * 366;
constexpr Day kMonths = 200;             // longer runs of days say less than that they begin
constexpr int kFirstYearOfFiles = 1990;  // earlier ones are what archives write where they know none

std::string quoted(const Document& doc, Span span) { return fmt::format("“{}”", doc.words(span)); }
std::string iso(Day day) { return to_string(from_day(day)); }

// One report, from its own words. What bounds it above decides how much is claimed: news rarely says its own year, and
// the dates it gives in full are mostly old, so without such a bound only "not before" is said.
class Inference {
 public:
  Inference(const Document& doc, const DateWords& words) : doc_(doc), evidence_(collect_date_evidence(doc, words)) {}

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
    if (const E* e = find(E::dateline); e != nullptr && placed_well(*e)) {
      note("its dateline says {}, the year follows from the dates that it tells as past", *e, quoted(doc_, e->span));
      return finish(cut({e->days.first, e->days.first + 1}));
    }
    if (const E* e = find(E::today); e != nullptr && e->days.bounded()) {
      note("it says that today is {}", *e, quoted(doc_, e->span));
      return finish(e->days);
    }
    if (upper_ != nullptr) return before_upper();
    if (lower_ != nullptr && lower_->kind == E::post) return after_post();
    if (const E* e = news_peg()) {
      if (e->alone)
        note("a line of its own says {}", *e, quoted(doc_, e->span));
      else
        note("its first sentences date their news {}", *e, quoted(doc_, e->span));
      return finish(e->alone ? DayRange{e->days.first, e->days.first + 1} : weigh({e->days.first, e->days.first + 3}));
    }
    if (const E* e = find(E::elapsed); e != nullptr && e->days.last >= first_) {
      explain_lower();
      note("{} is about now", *e, quoted(doc_, e->span));
      return finish({std::max(first_, e->days.first), e->days.last});
    }
    if (lower_ != nullptr) return after_lower();
    return find(E::rights) != nullptr ? before_rights() : before_change();
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
      const bool bounds = e.kind == E::told || e.kind == E::month || e.kind == E::year || e.kind == E::post;
      if (!bounds || e.days.first > last_ || (e.kind == E::year && !borne_out(e))) continue;
      if (lower_ == nullptr || e.days.first > lower_->days.first) lower_ = &e;
    }
    if (lower_ != nullptr) first_ = lower_->days.first;
  }

  // Years to come are told in the past tense, too ("the deal would run out in 2025"): they stand alone, while what has
  // been mostly has years just before it.
  bool borne_out(const E& year) const {
    return std::any_of(evidence_.begin(), evidence_.end(), [&](const E& e) {
      const bool past = e.kind == E::told || e.kind == E::month || e.kind == E::year;
      return past && e.days.first < year.days.first && year.days.first - e.days.first < kNearYears;
    });
  }

  DayRange cut(DayRange days) const { return {std::max(days.first, first_), std::min(days.last, last_)}; }

  // A day given in full that is the news itself: in the first sentences with its weekday or as the latest day told of,
  // or on a line of its own. Dates of long ago stand there too; they lack the weekday and others are younger.
  const E* news_peg() const {
    for (const E& e : evidence_) {
      if (e.kind != E::told || e.yearless || e.days.first != first_) continue;
      if (e.alone || (e.lede && e.named && speaks_of(e.days.first))) return &e;
    }
    for (const E& e : evidence_) {
      // "Thursday, March 7": of all years only one in six has it so.
      if (e.kind == E::told && e.yearless && e.named && e.lede && e.days.first == first_ && speaks_of(first_))
        return &e;
    }
    return nullptr;
  }

  // The first bare weekday of the report, if it has one, is that day's: then the day is its news, and no caption's or
  // anniversary's.
  bool speaks_of(Day day) const {
    const E* e = find(E::weekday);
    return e == nullptr || e->of_week == weekday(day);
  }

  // A dateline without its year, put into one by the dates before it: its weekday bears that out, or they are near.
  bool placed_well(const E& dateline) const {
    const E* e = find(E::weekday);
    const Day day = dateline.days.first;
    if (e != nullptr) return (weekday(day) - e->of_week + 7) % 7 <= 2;
    return first_ != kOpenBegin && day - first_ < 200;
  }

  // Pages renew their notice, so it bounds the day from above and no more.
  Published before_rights() {
    const E* e = find(E::rights);
    note("its copyright notice is of {}", *e, from_day(e->days.last).year);
    return finish({kOpenBegin, e->days.last});
  }

  // The last resort: a copy has its own date, so the file's bounds the report's and no more. Copies made by programs
  // often bear a date of long ago, which what they tell may belie.
  Published before_change() {
    const E* e = find(E::changed);
    if (e == nullptr || from_day(e->days.last).year < kFirstYearOfFiles) return {};
    const bool belied = std::any_of(doc_.times.begin(), doc_.times.end(), [&](const Timex& t) {
      return t.edtf.known() && !t.anchored && t.edtf.first.year > from_day(e->days.last).year;
    });
    if (belied) return {};
    note("nothing in it tells when it was written; its file was last changed on {}, which may be a copy's date", *e,
         iso(e->days.last));
    return finish({kOpenBegin, e->days.last});
  }

  Published before_upper() {
    explain_lower();
    if (upper_->kind == E::posted)
      note("a comment was posted on {}", *upper_, iso(last_));
    else
      note("it was archived on {}", *upper_, iso(last_));
    explain_weekday();
    // Readers answer within days; an archive may come late.
    const Day back = upper_->kind == E::posted ? last_ - 6 : last_ - 366;
    if (upper_->kind == E::captured && first_ == kOpenBegin) return finish({kOpenBegin, last_});
    return finish(weigh({std::max(first_, back), last_}));
  }

  // The latest post that it shows. Counted on 549 such reports; the day before, where clocks differ.
  Published after_post() {
    static constexpr double kAfter[] = {-2.3, -0.6, -1.6, -2.8, -3.9, -4.6, -4.7, -4.8, -4.9, -5.5, -5.5, -5.5};
    note("the latest post that it shows is of {}", *lower_, quoted(doc_, lower_->span));
    explain_weekday();
    std::vector<double> prior(std::begin(kAfter), std::end(kAfter));
    const Day first = lower_->days.first - 1;
    return finish(likeliest_days(evidence_, {first, first + static_cast<Day>(prior.size()) - 1}, prior));
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
    const E* rights = find(E::rights);
    if (rights == nullptr || rights->days.last < from || rights->days.last - from > kMonths)
      return finish({from, kOpenEnd});
    note("its copyright notice is of {}", *rights, from_day(rights->days.last).year);
    return finish({from, rights->days.last});
  }

  void explain_lower() {
    if (lower_ != nullptr) note("it tells of {} as past", *lower_, quoted(doc_, lower_->span));
  }

  const E* explain_weekday() {
    const E* e = find(E::weekday);
    if (e != nullptr) note("it speaks of {} without a date", *e, quoted(doc_, e->span));
    return e;
  }

  // Comments come within days, and so does news of a day given in full.
  DayRange weigh(DayRange days) const {
    std::vector<double> prior;
    for (Day d = days.first; d <= days.last; ++d) {
      const bool comments = upper_ != nullptr && upper_->kind == E::posted;
      prior.push_back(comments                                    ? -0.9 * (last_ - d)
                      : upper_ == nullptr && first_ != kOpenBegin ? -0.9 * (d - first_)
                                                                  : 0);
      for (const E& e : evidence_)
        prior.back() -= e.kind == E::ahead && d > e.days.first && e.days.first >= first_ ? 2.5 : 0;
    }
    return likeliest_days(evidence_, days, prior);
  }

  Published finish(DayRange days) {
    Published out;
    if (days.first > days.last || (days.first == kOpenBegin && days.last == kOpenEnd)) return out;
    out.value = one_of(days);
    out.basis = "inferred";
    for (const std::string& reason : reasons_) out.why += fmt::format("{}{}", out.why.empty() ? "" : "; ", reason);
    sort_unique(spans_);
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

struct ReportDater::Lexicon {
  DateWords words;
};

Result<ReportDater> ReportDater::load(const Resources& resources) {
  return load_shared(ReportDater(), &ReportDater::lexicon_, [&](Lexicon& x) -> Status {
    TRY(x.words, DateWords::load(resources));
    return kDone;
  });
}

void ReportDater::infer(Document& doc) const {
  if (doc.published.value.known() && doc.published.basis != "inferred") return;
  doc.published = Inference(doc, lexicon_->words).run();
}

std::vector<Published> ReportDater::refine(const std::vector<const Document*>& docs,
                                           const std::vector<SameNews>& pairs) const {
  return date_by_fellows(docs, pairs, lexicon_->words);
}

bool ReportDater::may_refine(const std::vector<const Document*>& docs) const { return fellows_may_date(docs); }

}  // namespace dateline
