#include "link/variants.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace dateline {
namespace {

// Whether all of `part` stands in `whole`, in that order: cut at the ends, or within by an ellipsis.
bool in_order(const std::vector<uint64_t>& part, const std::vector<uint64_t>& whole) {
  size_t at = 0;
  for (const uint64_t word : whole) at += at < part.size() && part[at] == word;
  return at == part.size();
}

VariantKind compare(const Telling& t, const std::vector<uint64_t>& words, const Telling& best,
                    const std::vector<uint64_t>& fullest) {
  if (&t == &best) return VariantKind::fullest;
  if (words == fullest) return VariantKind::same;
  if (t.kind == StatementKind::indirect && best.kind != StatementKind::indirect) return VariantKind::reported;
  return in_order(words, fullest) ? VariantKind::trimmed : VariantKind::altered;
}

}  // namespace

bool fuller(const Telling& a, const Telling& b, const std::vector<uint32_t>& rank) {
  const bool quoted_a = a.kind != StatementKind::indirect, quoted_b = b.kind != StatementKind::indirect;
  if (quoted_a != quoted_b) return quoted_a;
  if (a.length != b.length) return a.length > b.length;
  if (a.report != b.report) return rank[a.report] < rank[b.report];
  return a.pieces < b.pieces;
}

std::vector<UtteranceVariant> variants_of(const std::vector<const Document*>& docs,
                                          const std::vector<const Telling*>& members,
                                          const std::vector<const std::vector<uint64_t>*>& hashes,
                                          const std::vector<uint32_t>& rank) {
  size_t best = 0;
  for (size_t i = 1; i < members.size(); ++i) {
    if (fuller(*members[i], *members[best], rank)) best = i;
  }
  std::map<uint32_t, DayRange> published;  // of each report that tells it
  for (const Telling* t : members) published.emplace(t->report, days_of(docs[t->report]->published.value));
  std::vector<UtteranceVariant> out;
  for (size_t i = 0; i < members.size(); ++i) {
    const Telling& t = *members[i];
    const Document& doc = *docs[t.report];
    const DayRange mine = published.at(t.report);
    UtteranceVariant v;
    v.report = doc.id;
    v.how = compare(t, *hashes[i], *members[best], *hashes[best]);
    v.earliest = mine.bounded() && std::all_of(published.begin(), published.end(), [&](const auto& other) {
                   return other.first == t.report || (other.second.bounded() && mine.last <= other.second.first);
                 });
    v.kind = t.kind;
    v.content = t.content;
    v.cue = std::string(doc.words(t.cue));
    v.speaker_name = t.shown_name;
    for (const uint32_t p : t.pieces) v.evidence.push_back({doc.id, doc.statements[p].content});
    out.push_back(std::move(v));
  }
  std::sort(out.begin(), out.end(), [](const UtteranceVariant& a, const UtteranceVariant& b) {
    return std::tie(a.report, a.evidence) < std::tie(b.report, b.evidence);
  });
  return out;
}

}  // namespace dateline
