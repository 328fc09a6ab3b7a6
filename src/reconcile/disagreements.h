// Disagreements between reports as they are found: pairs of tellings gathered into conflicts with all their sides.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "reconcile/tellings.h"
#include "text/measures.h"

namespace dateline {

class Disagreements {
 public:
  // Keeps references; valid while they are.
  Disagreements(const FigureTellings& tellings, const EventMap& events, const MeasureBases& measures)
      : tellings_(tellings), events_(events), measures_(measures) {}

  // Two tellings under one key (attribute, base of the measure, scope) that cannot both hold, and why not.
  void add(const std::string& key, const FigureTelling& x, const FigureTelling& y, std::string why);
  std::vector<Conflict> conflicts() const;

  // The record event that two tellings share: theirs, or their reports' main one.
  int32_t common_event(const FigureTelling& a, const FigureTelling& b) const;
  // The number in the base of its measure.
  ToldNumber base(const FigureTelling& t) const;

 private:
  struct Found {
    int32_t event = kNone;
    std::string about, why;
    double size = 0;
    std::map<double, std::set<const FigureTelling*>> sides;
  };

  Found& found_of(const std::string& key, double p, double q);
  Conflict conflict(const Found& found) const;

  const FigureTellings& tellings_;
  const EventMap& events_;
  const MeasureBases& measures_;
  std::map<std::string, std::vector<Found>> found_;
};

}  // namespace dateline
