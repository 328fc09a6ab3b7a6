// Whether two numbers that seem to count one thing may be held against each other at all.
#pragma once

#include "reconcile/tellings.h"
#include "text/tense.h"

namespace dateline {

class Comparable {
 public:
  // Keeps references; valid while they are.
  Comparable(const FigureTellings& tellings, const TenseReader& tense) : tellings_(tellings), tense_(tense) {}

  // Not two parties' seats, not a plan and what became of it, not last year's storm.
  bool one_thing(const FigureTelling& a, const FigureTelling& b) const;
  // Whether the report has this number somewhere, of whatever.
  bool gives(uint32_t report, double value) const;
  DayRange published(const FigureTelling& t) const;
  // Published a day apart at most; or, where that is not known, of one main event.
  bool same_occasion(const FigureTelling& a, const FigureTelling& b) const;
  // Published on one day, not both at a known time of it.
  bool same_day_no_clock(const FigureTelling& a, const FigureTelling& b) const;

 private:
  bool of_one_name(const FigureTelling& a, const FigureTelling& b) const;

  const FigureTellings& tellings_;
  const TenseReader& tense_;
};

}  // namespace dateline
