#include "link/mention_reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace dateline {
namespace {

constexpr size_t kMostJoined = 12, kMostApart = 4;  // of a group

std::string reasons(const MentionNode& a, const MentionNode& b, double score, bool apart) {
  std::string text = fmt::format("score {:.1f}: words {:.2f}", score, cosine(*a.sentence, *b.sentence));
  if (const size_t least = std::min(a.entities.size(), b.entities.size()); least > 0)
    text += fmt::format(", names {} of {}", shared(a.entities, b.entities), least);
  if (!a.lemma.empty() && a.lemma == b.lemma) text += ", the same act";
  if (a.place != kNone && b.place != kNone) text += a.place == b.place ? ", the same place" : ", another place";
  if (a.when.bounded() && b.when.bounded()) text += a.when.overlaps(b.when) ? ", dates that agree" : ", another date";
  if (contradict(a.marks, b.marks)) text += ", one is told as another than the other";
  if (apart && score > 0) text += ", but unlike what else tells of either";
  return text;
}

}  // namespace

std::vector<MentionJudgement> judge_mentions(const std::vector<MentionNode>& nodes,
                                             const std::vector<ComparedMentions>& compared) {
  std::map<int32_t, std::pair<uint32_t, bool>> reports;  // a group's first report, and whether it has another
  for (const ComparedMentions& c : compared) {
    if (c.group != c.other) continue;
    for (uint32_t n : {c.a, c.b}) {
      auto& [first, several] = reports.try_emplace(c.group, nodes[n].report, false).first->second;
      several |= nodes[n].report != first;
    }
  }
  std::vector<ComparedMentions> told;
  for (const ComparedMentions& c : compared) {
    if (nodes[c.a].report == nodes[c.b].report || (c.group == c.other && c.score < 0)) continue;
    const auto put = [&](int32_t group, int32_t other) {
      const auto found = reports.find(group);
      if (found != reports.end() && found->second.second) told.push_back({c.a, c.b, group, other, c.score});
    };
    put(c.group, c.other == c.group ? kNone : c.other);
    if (c.other != c.group) put(c.other, c.group);
  }
  std::sort(told.begin(), told.end(), [&](const ComparedMentions& x, const ComparedMentions& y) {
    const auto key = [&](const ComparedMentions& c) {
      return std::tuple(c.group, c.other != kNone, -c.score, std::min(c.a, c.b), std::max(c.a, c.b), c.other);
    };
    return key(x) < key(y);
  });
  std::vector<MentionJudgement> out;
  size_t begin = 0;  // of what is said of this group and verdict
  for (const ComparedMentions& c : told) {
    const bool apart = c.other != kNone;
    if (out.empty() || out.back().group != c.group || (out.back().other != kNone) != apart) begin = out.size();
    const uint32_t a = std::min(nodes[c.a].report, nodes[c.b].report);
    const uint32_t b = std::max(nodes[c.a].report, nodes[c.b].report);
    const auto known = [&](const MentionJudgement& j) { return j.judged.a == a && j.judged.b == b; };
    if (out.size() - begin >= (apart ? kMostApart : kMostJoined)) continue;
    if (std::any_of(std::next(out.begin(), static_cast<std::ptrdiff_t>(begin)), out.end(), known)) continue;
    out.push_back({c.group, c.other, {a, b, reasons(nodes[c.a], nodes[c.b], c.score, apart)}});
  }
  return out;
}

}  // namespace dateline
