#include "reconcile/denied_words.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/sort_unique.h"
#include "reconcile/conflict_of.h"
#include "text/tree.h"

namespace dateline {
namespace {

constexpr double kWeight = 4;          // as of the denial of an event
constexpr int32_t kNearSentences = 4;  // between the denial and what it denies
constexpr uint32_t kShort = 8;         // tokens: so short a clause is told by one word

// The words that carry what is said, as lemmas; none where it is negated itself, or no clause ("denied the report").
std::vector<std::string_view> carried(const TreeView& tree, Span content) {
  const Document& doc = tree.doc();
  std::vector<std::string_view> out;
  const IndexRange tokens = doc.tokens_in(content);
  bool clause = false;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const Upos pos = doc.tokens[t].upos;
    clause |= is_finite(doc.tokens[t].xpos) && (pos == Upos::VERB || pos == Upos::AUX);
    if (pos != Upos::NOUN && pos != Upos::VERB && pos != Upos::ADJ && pos != Upos::PROPN && pos != Upos::NUM) continue;
    if (pos != Upos::PROPN && tree.is_negated(t)) return {};
    out.push_back(doc.lemma(doc.tokens[t]));
  }
  if (!clause) return {};
  sort_unique(out);
  return out;
}

bool one_speaker(const Statement& a, const Statement& b) {
  if (a.speaker_name.empty() || b.speaker_name.empty()) return true;
  if (a.speaker_entity != kNone && a.speaker_entity == b.speaker_entity) return true;
  return a.speaker_name == b.speaker_name;
}

bool same_matter(const Document& doc, const TreeView& tree, const Statement& denied, const Statement& told) {
  const std::vector<std::string_view> a = carried(tree, denied.content), b = carried(tree, told.content);
  const auto& few = a.size() < b.size() ? a : b;
  const auto& many = a.size() < b.size() ? b : a;
  if (few.empty() || !std::includes(many.begin(), many.end(), few.begin(), few.end())) return false;
  const uint32_t longer = std::max(doc.tokens_in(denied.content).size(), doc.tokens_in(told.content).size());
  return few.size() >= 2 || longer <= kShort;
}

ConflictSide side(const Document& doc, const Statement& s) {
  ConflictSide out;
  out.value = s.speaker_name + (s.act == Label("denies") ? " denies: " : ": ") + std::string(doc.words(s.content));
  out.reports = {doc.id};
  out.evidence = {{doc.id, s.content}};
  return out;
}

}  // namespace

std::vector<Conflict> denied_words(const std::vector<const Document*>& docs) {
  std::vector<Conflict> out;
  for (const Document* doc : docs) {
    std::optional<TreeView> tree;
    for (const Statement& denied : doc->statements) {
      if (denied.act != Label("denies") || denied.kind == StatementKind::direct) continue;
      for (const Statement& told : doc->statements) {
        const std::string_view act = told.act.view();
        if (act != "states" && act != "confirms" && act != "accuses" && act != "claims") continue;
        if (one_speaker(denied, told) || denied.content.overlaps(told.content)) continue;
        const int32_t apart = doc->sentence_at(denied.content.begin) - doc->sentence_at(told.content.begin);
        if (apart > kNearSentences || -apart > kNearSentences) continue;
        if (!tree) tree.emplace(*doc);
        if (!same_matter(*doc, *tree, denied, told)) continue;
        out.push_back(conflict_of(kWeight, ConflictKind::within_report, std::string(doc->words(denied.content)),
                                  {side(*doc, told), side(*doc, denied)}, "one denies what another says"));
      }
    }
  }
  return out;
}

}  // namespace dateline
