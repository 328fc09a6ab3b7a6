// How alike two reports are, measure by measure: what the linker weighs to tell whether their main events are one.
// Nothing here depends on the order of the reports.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/string_table.h"
#include "dateline/model.h"
#include "link/marks.h"
#include "link/portrait.h"
#include "link/terms.h"

namespace dateline {

enum class Measure : uint8_t {
  whole,       // cosine of all words
  opening,     // cosine of headline and lead
  headline,    // cosine of headlines
  names,       // cosine of names
  told_less,   // share of one's opening (by rarity) that the other has anywhere: the smaller of the two
  told_more,   // the larger
  names_less,  // likewise of the names in the opening
  names_more,
  copied,         // share of the shorter one's six-word runs that the other has
  series,         // headlines alike, both of a form that is put out anew each time, the wording not shared
  weekday_same,   // both openings name weekdays, and one is the same
  weekday_other,  // and none is the same
  day_same,       // share of days named by both
  day_other,      // both name days, none the same
  gap_known,      // both publications are known to a few days
  gap_day,        // and are the same or the next day
  gap_log,        // log(1 + days that surely lie between the two publications)
  gap_far,        // 0 up to one day between them, rising to 1 at a week
  percent_other,  // both openings give percentages, none the same
  another,        // one speaks of a second, another one of what the other tells; or of one of another size
  another_same,   // both speak of the second
  same_act,       // main events of one type between the same participants
  length,         // |log of the ratio of lengths|
  type_same,      // the main events are of one type
  type_other,
  type_opposed,  // of types of resources/link/opposed.tsv that hardly go together
  told_same,     // both main events are dated to a few days, which overlap
  told_other,    // or do not
  // What the neighbourhood adds: a likeness tells more if it is the best that either report has.
  whole_less,  // whole, as a share of the report's best: of the report where that is smaller
  whole_more,  // where it is larger
  opening_less,
  opening_more,
  names_less_best,
  names_more_best,
  count,
};
inline constexpr size_t kMeasures = static_cast<size_t>(Measure::count);
using Measures = std::array<float, kMeasures>;
std::string_view name_of(Measure measure);

using LabelPairs = std::vector<std::pair<Label, Label>>;  // sorted, both ways round

// The fixed knowledge that comparing rests on.
class Yardstick {
 public:
  // Fails where a resource is missing or ill-formed, naming its file and line.
  static Result<Yardstick> load(const Resources& resources, const Background* background = nullptr);

  Portrait view(const Document& doc) const;
  const MarkReader& marks() const { return marks_; }
  // Whether such a thing always follows another of its kind: "aftershock" (resources/link/followers.tsv). A lemma.
  bool is_follower(std::string_view lemma) const { return followers_.contains(lemma); }
  // Whether it befalls a person once: a death (resources/link/once.tsv). A lemma.
  bool is_once(std::string_view lemma) const { return once_.contains(lemma); }
  // The rows of words for one thing (resources/link/alike.tsv) that have a lemma, sorted; as long as the yardstick.
  std::span<const uint16_t> alike(std::string_view lemma) const;
  const Background& background() const { return background_; }
  bool opposed(Label a, Label b) const;
  // Whether two acts are never one, though reports on one matter lead with either (resources/link/other_acts.tsv).
  bool other_acts(const EventMention& a, const EventMention& b) const;
  // The log-odds that the main events of two reports are one: resources/link/pair.tsv.
  double weigh(const Measures& measures) const;

 private:
  Background background_;
  MarkReader marks_;
  std::vector<std::string> series_;  // folded
  StringTable<bool> followers_, once_;
  StringTable<std::vector<uint16_t>> alike_;
  LabelPairs opposed_;          // of types
  LabelPairs other_acts_;       // of types or "TYPE:mode"
  std::vector<float> weights_;  // per Measure
  double bias_ = 0;
};

// The measures of two reports alone; those that the neighbourhood adds are 0.
Measures compare(const Portrait& a, const Portrait& b, const Yardstick& yardstick);

struct ComparedPair {
  uint32_t a = 0, b = 0;  // a < b
  Measures measures;
};

// All pairs of a neighbourhood that share more than a few common words, in order, with all measures.
std::vector<ComparedPair> compare_all(const std::vector<Portrait>& reports, const Yardstick& yardstick, int jobs = 1);

}  // namespace dateline
