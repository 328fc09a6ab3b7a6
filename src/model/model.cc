#include "dateline/model.h"

#include <algorithm>

#include "dateline/correction.h"
#include "dateline/record.h"
#include "dateline/story.h"

namespace dateline {

std::string_view name_of(SectionKind kind) {
  constexpr std::string_view kNames[] = {"headline", "body", "caption", "comment", "boilerplate"};
  return kNames[static_cast<size_t>(kind)];
}
std::string_view name_of(EntityType type) {
  constexpr std::string_view kNames[] = {"person", "organisation", "place", "group", "other"};
  return kNames[static_cast<size_t>(type)];
}
std::string_view name_of(TimexType type) {
  constexpr std::string_view kNames[] = {"DATE", "TIME", "DURATION", "SET"};
  return kNames[static_cast<size_t>(type)];
}
std::string_view name_of(StatementKind kind) {
  constexpr std::string_view kNames[] = {"direct", "indirect", "mixed"};
  return kNames[static_cast<size_t>(kind)];
}
std::string_view name_of(FigureChange change) {
  constexpr std::string_view kNames[] = {"plain", "grows", "fixed"};
  return kNames[static_cast<size_t>(change)];
}

std::string_view name_of(EventStatus status) {
  constexpr std::string_view kNames[] = {"happened", "planned", "called_for", "conditional", "denied", "claimed"};
  return kNames[static_cast<size_t>(status)];
}
std::string_view name_of(ParticipantRole role) {
  constexpr std::string_view kNames[] = {"actor", "recipient", "other"};
  return kNames[static_cast<size_t>(role)];
}
std::string_view name_of(VariantKind kind) {
  constexpr std::string_view kNames[] = {"fullest", "same", "trimmed", "altered", "reported"};
  return kNames[static_cast<size_t>(kind)];
}
std::string_view name_of(Agreement agreement) {
  constexpr std::string_view kNames[] = {"single", "agreed", "compatible", "disputed"};
  return kNames[static_cast<size_t>(agreement)];
}
std::string_view name_of(ConflictKind kind) {
  constexpr std::string_view kNames[] = {"between_reports", "within_report", "sum", "headline_body"};
  return kNames[static_cast<size_t>(kind)];
}
std::string_view name_of(CorrectionKind kind) {
  constexpr std::string_view kNames[] = {"merge", "split", "reject", "set", "note"};
  return kNames[static_cast<size_t>(kind)];
}
std::string_view name_of(CommitmentState state) {
  constexpr std::string_view kNames[] = {"promised", "approved", "agreed", "carried_out", "blocked", "reversed"};
  return kNames[static_cast<size_t>(state)];
}
std::string_view name_of(VoiceKind kind) {
  constexpr std::string_view kNames[] = {"shared_quotation", "copied", "near_copy", "attribution_lost"};
  return kNames[static_cast<size_t>(kind)];
}

IndexRange Document::tokens_in(Span span) const {
  auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                [](const Token& t, uint32_t at) { return t.span.begin < at; });
  auto last = first;
  while (last != tokens.end() && last->span.end <= span.end) ++last;
  return {static_cast<uint32_t>(first - tokens.begin()), static_cast<uint32_t>(last - tokens.begin())};
}

int32_t Document::sentence_at(uint32_t byte) const {
  auto after = std::upper_bound(sentences.begin(), sentences.end(), byte,
                                [](uint32_t at, const Sentence& s) { return at < s.span.begin; });
  return static_cast<int32_t>(after - sentences.begin()) - 1;
}

SectionKind Document::kind_at(uint32_t byte) const {
  auto after = std::upper_bound(sections.begin(), sections.end(), byte,
                                [](uint32_t at, const Section& s) { return at < s.span.begin; });
  return after == sections.begin() ? SectionKind::body : std::prev(after)->kind;
}

}  // namespace dateline
