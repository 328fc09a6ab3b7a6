#include "reconcile/conflict_of.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"

namespace dateline {

Conflict conflict_of(double weight, ConflictKind kind, std::string about, std::vector<ConflictSide> sides,
                     std::string why) {
  Conflict c;
  c.kind = kind;
  c.about = std::move(about);
  c.sides = std::move(sides);
  c.why = std::move(why);
  c.weight = weight;
  std::string key;
  for (ConflictSide& side : c.sides) {
    std::sort(side.reports.begin(), side.reports.end());
    std::sort(side.evidence.begin(), side.evidence.end());
    key += side.value + "\n";
    for (const Evidence& e : side.evidence) key += fmt::format("{}:{}\n", e.report, e.span.begin);
  }
  c.id = content_id("c", {name_of(kind), c.about, key});
  return c;
}

}  // namespace dateline
