// How likely two mentions tell of one event.
#include <algorithm>

#include "link/clusters.h"
#include "link/mention_nodes.h"

namespace dateline {
namespace {

constexpr Day kPrecise = 3;  // a `when` of at most so many days tells events apart

constexpr double kBygone = 300;  // days after which what is told of is no news

bool precise(DayRange days) { return days.bounded() && days.last - days.first < kPrecise; }

bool to_a_week(DayRange days) { return days.bounded() && days.last - days.first < 8; }

// What is told with its year or decade is hardly the news that other reports give no day.
bool to_the_year(DayRange days) { return days.bounded() && days.last - days.first > 300; }

// "sign" and "signing", "shell" and "shelling".
bool one_root(std::string_view a, std::string_view b) {
  const size_t least = std::min(a.size(), b.size());
  size_t same = 0;
  while (same < least && a[same] == b[same]) ++same;
  return same >= 4 && same + 1 >= least;
}

// The days that surely lie between two publications.
double days_between(DayRange a, DayRange b) {
  if (!a.bounded() || !b.bounded() || a.overlaps(b)) return 0;
  return static_cast<double>(a.last < b.first ? int64_t{b.first} - a.last : int64_t{a.first} - b.last);
}

// A dated mention against one without a date: what is told as done was done before the report; its news shortly before.
double beside_news(const MentionNode& dated, const MentionNode& other) {
  if (long_past_plan(dated, other)) return -3;
  if (is_open(other.event->status)) return 0;
  if (!other.published.bounded()) return other.main && !dated.main && to_the_year(dated.when) ? -5 : 0;
  if (dated.when.first > other.published.last) return -6;
  const double gap = days_between(dated.when, other.published);
  if (!other.main) return gap > kBygone && dated.report != other.report ? -1.2 : 0;
  return gap <= 7 ? 0.4 : gap > 30 ? -1 : 0;
}

bool share_row(std::span<const uint16_t> a, std::span<const uint16_t> b) {
  return std::any_of(a.begin(), a.end(), [&](uint16_t row) { return std::binary_search(b.begin(), b.end(), row); });
}

// Reports on one matter mostly speak of one killing, one fire, one arrest; less surely where they count several, or of
// what they lead with, of which main_acts.h has asked already.
double one_matter(const MentionNode& a, const MentionNode& b, const MainEvents& main) {
  if (main.of[a.report] != main.of[b.report]) return 0;
  if (!a.main && !b.main) return 1;
  return a.one_of_several || b.one_of_several ? 0 : 0.6;
}

// What the two words say: `one_matter` from 0 to 1.
double by_words(const MentionNode& a, const MentionNode& b, double one_matter) {
  if (a.lemma.empty()) return 0;
  if (a.lemma == b.lemma) return 0.7 + 2.2 * one_matter;
  if (one_root(a.lemma, b.lemma)) return 0.5 + 2.2 * one_matter;
  return share_row(a.alike, b.alike) ? 1.9 * one_matter : 0;
}

// "Macron met Trump; Merkel met him the week after": an act of equals is another one with another partner.
bool of_other_pairs(const MentionNode& a, const MentionNode& b) {
  if (!a.done_to.empty() || !b.done_to.empty() || a.entities.size() < 2 || b.entities.size() < 2) return false;
  const size_t both = shared(a.entities, b.entities);
  return both < a.entities.size() && both < b.entities.size() && a.entities.size() + b.entities.size() < 6;
}

}  // namespace

double mention_score(const MentionNode& a, const MentionNode& b, const MainEvents& main) {
  if (is_open(a.event->status) != is_open(b.event->status)) return kUnlike;
  double score = -3.2;
  if (a.event->type == b.event->type) score += 1.0;
  if (!a.event->mode.empty() && !b.event->mode.empty()) score += a.event->mode != b.event->mode ? -1.5 : 0.5;
  if ((a.event->status == EventStatus::denied) != (b.event->status == EventStatus::denied)) score -= 2.5;
  score += by_words(a, b, one_matter(a, b, main));
  score += 4 * cosine(*a.sentence, *b.sentence);
  const size_t least = std::min(a.entities.size(), b.entities.size());
  if (least > 0) {
    const size_t both = shared(a.entities, b.entities);
    score += 2.0 * static_cast<double>(both) / static_cast<double>(least) - (both == 0 ? 0.8 : 0.3);
  }
  // "Police arrested the owner; his wife was arrested, too."
  if (!a.done_to.empty() && !b.done_to.empty() && shared(a.done_to, b.done_to) == 0) score -= 1.5;
  // "The general was killed; two soldiers were killed."
  if ((a.to_one && b.to_many) || (a.to_many && b.to_one)) score -= 1.5;
  // "The killing of Hall last week", "Hall, who died on Friday": nobody dies twice.
  if (a.victim != kNone && b.victim != kNone) score += a.victim == b.victim ? 3 : -3;
  if (of_other_pairs(a, b)) score -= 2.5;
  if (a.report == b.report && a.event->sentence == b.event->sentence) score -= 0.8;
  if (a.place != kNone && a.place == b.place) score += 0.5;
  if (a.when.bounded() && b.when.bounded()) {
    if (!a.when.overlaps(b.when)) {
      score -= 6;
    } else if ((precise(a.when) && precise(b.when)) || a.when == b.when) {
      score += 1.5;
    } else if (to_a_week(a.when) && to_a_week(b.when)) {
      score += 0.8;
    }
  } else if (a.when.bounded() || b.when.bounded()) {
    score += a.when.bounded() ? beside_news(a, b) : beside_news(b, a);
  } else {
    // What neither dates is hardly one event in news of different weeks.
    score -= std::min(1.5, days_between(a.published, b.published) / 14);
  }
  if (contradict(a.marks, b.marks)) score -= 6;
  // "The second quake" of two reports on one story; beside a report that counts none it is hardly the same.
  if (same_turn(a.marks, b.marks)) score += 2 + 1.5 * main.likeness(a.report, b.report);
  const bool one_date = is_open(a.event->status) && a.when.bounded() && a.when == b.when;
  if (is_further(a.marks.turn) != is_further(b.marks.turn) && !one_date) score -= 1;
  if (a.marks.turn == 1 || b.marks.turn == 1) score += 1.5 + 2 * main.likeness(a.report, b.report);
  return score;
}

}  // namespace dateline
