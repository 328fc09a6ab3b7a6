// How alike two reports are, measure by measure: what the linker weighs to tell whether their main events are one.
// Every measure depends on the two reports and the background table alone.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/model.h"
#include "link/terms.h"

namespace dateline {

// What is compared of one report.
struct ReportView {
  const Document* doc = nullptr;
  TermVector whole;     // all words
  TermVector opening;   // headline and first words of the body
  TermVector headline;
  TermVector names;     // words written as names
  std::vector<std::pair<uint32_t, float>> opening_words, opening_names;  // hash, idf; sorted by hash
  std::vector<uint32_t> all_words;  // hashes, sorted
  std::vector<uint64_t> shingles;   // of six words, sampled; sorted
  uint32_t words = 0;
  DayRange published;
  uint8_t weekdays = 0;             // named in the opening: bit 0 Monday
  std::vector<Day> days;            // that the report names to the day, sorted
};

ReportView view(const Document& doc, const Background& background);

enum class Measure : uint8_t {
  whole,             // cosine of all words
  opening,           // cosine of headline and lead
  headline,          // cosine of headlines
  names,             // cosine of names
  told_less,         // share of one's opening (by rarity) that the other has anywhere: the smaller of the two
  told_more,         // the larger
  names_less,        // likewise of the names in the opening
  names_more,
  copied,            // share of the shorter one's six-word runs that the other has
  same_form,         // headlines alike though the wording is not shared: one of a series
  weekday_same,      // both openings name weekdays, and one is the same
  weekday_other,     // and none is the same
  day_same,          // share of days named by both
  day_other,         // both name days, none the same
  gap_known,
  gap_day,           // published on the same or the next day
  gap_log,           // log(1 + days between the two publications)
  length,            // |log of the ratio of lengths|
  count,
};
inline constexpr size_t kMeasures = static_cast<size_t>(Measure::count);
using Measures = std::array<float, kMeasures>;
std::string_view name_of(Measure measure);

Measures compare(const ReportView& a, const ReportView& b);

}  // namespace dateline
