// How the dates of one text hang together: which year a month means, which day a clock, what "since" and "to" widen.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/times_meaning.h"
#include "annotate/times_words.h"
#include "text/tense.h"

namespace dateline::times {

// Words around dates that widen or join them: classes of words.tsv.
struct Signals {
  const Words* words = nullptr;
  ClassId since = kNoClass, until = kNoClass, between = kNoClass, from = kNoClass, join = kNoClass, to = kNoClass;

  void load(const Words& all) {
    words = &all;
    since = all.class_named("since");
    until = all.class_named("until");
    between = all.class_named("between");
    from = all.class_named("from");
    join = all.class_named("and");
    to = all.class_named("to");
  }
  bool is(std::string_view word, ClassId which) const {
    return which != kNoClass && (words->classes_of(words->find(word)) >> which & 1) != 0;
  }
  // "to", "until", a dash: what stands between the ends of a range.
  bool is_range(std::string_view between_them) const {
    return between_them == "-" || between_them == "–" || is(between_them, to);
  }
};

// What decided where an expression lies, beside its words.
struct Basis {
  bool asked = false;       // whether the sentence looks back or ahead
  int tense = 0;            // and what it said: -1 back, 1 ahead, 0 nothing
  bool same_day = false;    // the report gives the same day with its year
  bool year_after = false;  // its year is the one of the date that it is joined to ("March and April 1918")
  bool narrative = false;   // the text tells of bygone years in order: the year goes on from the date before
};

// Dates doc.times, given their meanings in the same order, which are made fuller on the way. `with_date`: against
// doc.published; a comment speaks from the day it was posted. Returns what decided, as many as times.
std::vector<Basis> resolve_all(const Signals& signals, const TenseReader& tense, std::vector<Meaning>& meanings,
                               bool with_date, Document& doc);

}  // namespace dateline::times
