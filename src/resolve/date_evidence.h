// What a report's own words say about the day it was published.
#pragma once

#include <string>
#include <vector>

#include "base/resources.h"
#include "dateline/model.h"
#include "text/tense.h"

namespace dateline {

// Words around dates, from times/report_dates.tsv, which says what each list is for.
struct DateWords {
  TenseReader tense;
  std::vector<std::string_view> runs_to, within, since, months, rights;

  // Fails where the table is missing or ill-formed, naming its file and line.
  static Result<DateWords> load(const Resources& resources);
};

struct DateEvidence {
  enum Kind : uint8_t {
    told,      // a day told as past, with its year: the report is not older
    ahead,     // a day told as to come: the report is hardly younger
    dateline,  // "NAIROBI, March 10 (Reuters)": that day or the next; without its year, up to a year after the last
               // date
    weekday,   // "on Saturday", without a date: within the week before, mostly the day before or the same day
    weekday_ahead,
    month,     // a month told as past, with its year
    year,      // a year told as past
    post,      // the time of a post that the report shows: mostly that day or the next
    elapsed,   // "two years since July 2021": about then
    url,       // /2024/03/09/ in the address
    posted,    // a comment's time: the report is not younger
    captured,  // the archive's: likewise
    rights,    // the latest year of a copyright notice: not younger than that, though pages renew it
    today,     // "today" with its date beside it, or with its weekday (then `days` is empty)
    changed,   // when the file was last changed: likewise, but copies bear their own date; the last resort
  };
  Kind kind = told;
  DayRange days;          // empty bounds for a weekday
  int of_week = 0;        // of a weekday: 0 Monday
  float weight = 1;       // of a weekday: nearness to the top of the report
  bool lede = false;      // in the first sentences
  bool named = false;     // of a day: a weekday stands with it ("Thursday, November 7")
  bool yearless = false;  // of a day: the year was put in, from the dates around
  bool alone = false;     // of a day: the line holds little else ("June 17, 2019")
  Span span;              // empty if it stands outside the text
};

// All of it, by position. Needs TimeAnnotator::find. `about`: roughly when it was published, if that is known; months
// and days without a year are then of the year around it.
std::vector<DateEvidence> collect_date_evidence(const Document& doc, const DateWords& words, DayRange about = {});

// How much the clues of a text weigh against what is known besides, and how much of the likelihood an interval shall
// hold. What is known by fellows is less sure, and the clues of one text repeat each other.
struct Caution {
  double clues = 1, mass = 0.95;
};

// The shortest run of these days that holds most of the likelihood, by the bare weekdays that the report speaks of and
// what is known besides (`prior`: natural logarithms, one for each day). REQUIRES: days.bounded().
DayRange likeliest_days(const std::vector<DateEvidence>& evidence, DayRange days, const std::vector<double>& prior,
                        Caution caution = {});

}  // namespace dateline
