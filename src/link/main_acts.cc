#include "link/main_acts.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

namespace dateline {
namespace {

bool is_harm(const MentionNode& node) {
  return node.event->type == Label("x-accident") || node.event->type == Label("x-disaster");
}

bool may_share_day(const MentionNode& a, const MentionNode& b) {
  if (long_past_plan(a, b) || long_past_plan(b, a)) return false;
  return !a.when.bounded() || !b.when.bounded() || a.when.overlaps(b.when);
}

// "A second quake", "the earlier one": another than the one that is news.
bool is_another(const MentionNode& node) { return is_further(node.marks.turn) || node.marks.turn == kOneBefore; }

// "More than 90 people had died": a count of the dead of what the report chiefly tells of, if it says of nothing else.
bool counts_its_dead(const MentionNode& node, const MentionNode& main) {
  if (node.event->type != Label("x-death") || (main.event->type != Label("x-death") && !is_harm(main))) return false;
  return !node.when.bounded() && node.entities.empty() && node.place == kNone && !is_open(node.event->status) &&
         !is_open(main.event->status) && !is_another(node);
}

// "The quake hit at 7:58", in a report on its dead: the one disaster that its main event tells the toll of.
bool killed_its_dead(const MentionNode& node, const MentionNode& main) {
  if (main.event->type != Label("x-death") || !is_harm(node) || is_another(node) || node.follower) return false;
  if (is_open(node.event->status) || is_open(main.event->status) || contradict(node.marks, main.marks)) return false;
  if (!may_share_day(node, main)) return false;
  return node.headline || node.definite || node.event->sentence == main.event->sentence;
}

// "Twelve were killed on Tuesday |when the ferry capsized|".
bool killed_beside(const MentionNode& harm, const MentionNode& dead) {
  return is_harm(harm) && harm.event->sentence == dead.event->sentence && may_share_day(harm, dead);
}

// Whether a mention tells of a main event once more: the same kind of act, nobody new, no other day. It then follows
// the verdict on the reports, so that "the call" of one report never joins another report's call.
bool echoes(const MentionNode& node, const MentionNode& main) {
  if (counts_its_dead(node, main) || killed_its_dead(node, main)) return true;
  if (node.event->type != main.event->type || is_open(node.event->status) != is_open(main.event->status)) return false;
  if (node.event->mode != main.event->mode) return false;
  if (!may_share_day(node, main)) return false;
  if (contradict(node.marks, main.marks) || node.marks.turn == kOneBefore) return false;
  if (is_further(node.marks.turn) != is_further(main.marks.turn) && node.marks.turn != 0) return false;
  // "The cease-fire brokered by the United States": the one that is news, whoever else is named beside it; not "the
  // missile attack on the bases in Iraq" where the news is another's.
  const bool on_others = !node.done_to.empty() && shared(node.done_to, main.entities) == 0;
  if (node.definite && !node.event->mode.empty() && !on_others) return true;
  // "Eleven were arrested over the weekend", where the report tells of arrests of ten days: a part of them.
  const bool own_day = node.when.bounded() && main.when.bounded() && node.when != main.when;
  if (own_day && node.entities.empty() && !node.headline && !node.definite) return false;
  if (node.headline || node.entities.empty()) return node.headline || node.definite || !node.event->mode.empty();
  return shared(node.entities, main.entities) == std::min(node.entities.size(), main.entities.size()) &&
         !main.entities.empty();
}

using Nodes = std::span<MentionNode>;  // of one report

void mark_echoes(Nodes nodes, const MentionNode& main) {
  for (MentionNode& node : nodes) node.main = node.main || echoes(node, main);
  // Told beside what killed them.
  for (MentionNode& node : nodes) {
    if (node.main || node.event->type != Label("x-death") || is_open(node.event->status)) continue;
    node.main = std::any_of(nodes.begin(), nodes.end(),
                            [&](const MentionNode& harm) { return harm.main && killed_beside(harm, node); });
  }
}

std::vector<Nodes> by_report(std::vector<MentionNode>& nodes) {
  std::vector<Nodes> out;
  for (size_t begin = 0, end = 0; begin < nodes.size(); begin = end) {
    while (end < nodes.size() && nodes[end].report == nodes[begin].report) ++end;
    out.emplace_back(nodes.data() + begin, end - begin);
  }
  return out;
}

MentionNode* main_of(Nodes nodes) {
  const auto at = std::find_if(nodes.begin(), nodes.end(), [](const MentionNode& n) { return n.main; });
  return at == nodes.end() ? nullptr : &*at;
}

// What speaks for the act that one report leads with, over the other reports of its group: how many lead with what may
// be the same, with the very same kind, and how many tell of that kind at all.
using Support = std::array<size_t, 3>;

Support support_of(const EventMention& act, const std::vector<Nodes>& reports, const Yardstick& yardstick) {
  Support out{};
  for (const Nodes nodes : reports) {
    if (const MentionNode* lead = main_of(nodes)) {
      out[0] += !yardstick.other_acts(act, *lead->event);
      out[1] += act.type == lead->event->type;
    }
    out[2] += std::any_of(nodes.begin(), nodes.end(), [&](const MentionNode& n) {
      return n.event->type == act.type && n.event->mode == act.mode && !is_open(n.event->status);
    });
  }
  return out;
}

// The reports of one group, of which several lead with something.
void agree_on_one(const std::vector<Nodes>& reports, const Yardstick& yardstick) {
  const MentionNode* chosen = nullptr;
  Support most{};
  for (const Nodes nodes : reports) {
    const MentionNode* lead = main_of(nodes);
    if (!lead) continue;
    const Support support = support_of(*lead->event, reports, yardstick);
    if (!chosen || support > most) chosen = lead, most = support;
  }
  if (!chosen) return;
  for (const Nodes nodes : reports) {
    MentionNode* lead = main_of(nodes);
    if (!lead) continue;
    const bool dissents = yardstick.other_acts(*lead->event, *chosen->event);
    lead->main = !dissents;
    mark_echoes(nodes, dissents ? *chosen : *lead);
  }
}

}  // namespace

void mark_main_acts(std::vector<MentionNode>& nodes, const MainEvents& main, const Yardstick& yardstick) {
  std::map<uint32_t, std::vector<Nodes>> groups;
  for (const Nodes report : by_report(nodes)) groups[main.of[report.front().report]].push_back(report);
  for (const auto& [group, reports] : groups) agree_on_one(reports, yardstick);
}

}  // namespace dateline
