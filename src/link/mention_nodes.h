// The mentions that may be events of the record, as grouping compares them: by whom, where, when and in what words.
#pragma once

#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/record.h"
#include "link/likeness.h"
#include "link/main_events.h"

namespace dateline {

// One mention that may be an event of the record.
struct MentionNode {
  uint32_t report = 0;
  uint32_t mention = 0;
  const EventMention* event = nullptr;
  bool main = false;  // tells of what its group of reports chiefly tells of
  bool headline = false;
  bool definite = false;        // "the quake": one that is known already
  bool one_of_several = false;  // the reports of its group count such events: "a second quake", "another raid"
  bool follower = false;        // "an aftershock": by its name another than the one it follows
  DayRange when, published;
  std::vector<int32_t> entities;  // of the record, sorted
  std::vector<int32_t> done_to;   // of these, the recipients
  bool to_one = false;            // done to persons who are named, and to nobody else
  bool to_many = false;           // done to several who are not: "two soldiers"
  int32_t victim = kNone;         // the one person whom it befell, if it befalls nobody twice
  int32_t place = kNone;
  std::string_view lemma;
  std::span<const uint16_t> alike;  // rows of resources/link/alike.tsv that have the lemma, sorted
  const TermVector* sentence = nullptr;
  uint32_t wording = 0;  // trigger and the two rarest words of its sentence: the same in copied text
  Marks marks;
};

struct MentionNodes {
  std::vector<MentionNode> nodes;                                 // by report, then by mention
  std::map<std::pair<uint32_t, uint32_t>, TermVector> sentences;  // what nodes point to, by report and sentence
};

// The mentions of all reports worth grouping, marked as main by main_acts.h. Keeps pointers into `docs`.
MentionNodes read_mentions(const std::vector<const Document*>& docs, const EntityMap& entities, const MainEvents& main,
                           const Yardstick& yardstick);

// The log-odds that two mentions, neither its report's main event, tell of one event.
double mention_score(const MentionNode& a, const MentionNode& b, const MainEvents& main);

// Planned, called for or conditional: not the same as the deed.
bool is_open(EventStatus status);
// "Ordered troops in last spring" beside plans that are news now: still open, and dated long before the other's report.
bool long_past_plan(const MentionNode& dated, const MentionNode& undated);
// How many of `a` (sorted) stand in `b` (sorted).
size_t shared(const std::vector<int32_t>& a, const std::vector<int32_t>& b);

}  // namespace dateline
