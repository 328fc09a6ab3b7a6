// What spans several reports: the things that the contract's listings print. All of it is derived from the
// Documents and can be derived again; ids come from content, so they do not depend on the order of reading.
#pragma once

#include <string>
#include <vector>

#include "dateline/model.h"

namespace dateline {

// A stretch of a report's stored text: the words that a line rests on.
struct Evidence {
  std::string report;
  Span span;
  auto operator<=>(const Evidence&) const = default;
};

struct RecordRole {
  std::string role;
  Evidence evidence;
  auto operator<=>(const RecordRole&) const = default;
};

struct Entity {
  std::string id;  // "n-…"
  EntityType type = EntityType::other;
  std::string name;
  std::vector<std::string> aliases;  // sorted
  std::vector<RecordRole> roles;
  std::vector<std::string> reports;  // sorted
  uint32_t mentions = 0;
  std::string gazetteer;
  std::string why;
};

struct EventParticipant {
  ParticipantRole role = ParticipantRole::other;
  std::string entity;  // id, or empty for an unnamed one ("gangs")
  std::string name;
};

struct ClaimSide {
  std::string report;
  std::string speaker;  // entity id, or empty: the report itself says so
  Evidence evidence;
};

enum class Agreement : uint8_t { single, agreed, compatible, disputed };
std::string_view name_of(Agreement agreement);

// One value of one attribute of one event, and everybody who gives it.
struct Claim {
  std::string attribute;  // "when", "where", "participant", "count:killed"
  std::string value;
  Agreement status = Agreement::single;
  std::vector<ClaimSide> by;
};

struct Event {
  std::string id;  // "e-…"
  Edtf when;
  Label type, mode;
  EventStatus status = EventStatus::happened;
  std::string label;  // words of a report
  std::vector<EventParticipant> participants;
  std::string place_entity, place_name;  // empty if none
  std::vector<std::string> reports;      // sorted
  std::vector<std::string> main_in;      // sorted
  uint32_t voices = 0;
  std::vector<Claim> claims;
  std::vector<Evidence> evidence;
  std::vector<std::string> why;  // each join and each refusal, for `show --why`
  // What a person changed in it (ids of corrections) and wrote beside it.
  std::vector<std::string> corrections, notes;
};

// How one report tells an utterance, beside the fullest telling.
enum class VariantKind : uint8_t {
  fullest,
  same,      // the same words
  trimmed,   // some of its words, in their order
  altered,   // other words among them
  reported,  // told indirectly, where the fullest is quoted
};
std::string_view name_of(VariantKind kind);

struct UtteranceVariant {
  std::string report;
  VariantKind how = VariantKind::same;
  bool earliest = false;  // published before the others, or on one day with some of them
  StatementKind kind = StatementKind::direct;
  std::string content, cue, speaker_name;
  std::vector<Evidence> evidence;
};

struct Utterance {
  std::string id;  // "q-…"
  std::string speaker_entity, speaker_name;
  std::string on_behalf_entity, on_behalf_name;
  StatementKind kind = StatementKind::direct;
  std::string content, cue;
  Label act;
  Edtf said;
  std::string event;
  std::vector<std::string> reports;
  std::vector<Evidence> evidence;
  std::vector<Evidence> also_unattributed_in;
  std::vector<UtteranceVariant> variants;  // one for each telling; by report, then place
};

struct RecordFigure {
  std::string id;  // "f-…"
  double value = Figure::kUnknown, min = Figure::kUnknown, max = Figure::kUnknown;
  Label unit;
  std::string counted;
  std::string attribute;  // what is counted as a key that can be compared: "killed", "missing", "officer", "magnitude"
  FigureChange change = FigureChange::plain;
  std::string scope;                        // folded words of Figure::scope
  bool vague = false, approximate = false;  // "dozens"; "about 200"
  Edtf as_of;
  std::string event;
  std::string speaker;  // entity id
  Agreement status = Agreement::single;
  std::vector<std::string> reports;
  std::vector<Evidence> evidence;
};

enum class ConflictKind : uint8_t { between_reports, within_report, sum, headline_body };
std::string_view name_of(ConflictKind kind);

struct ConflictSide {
  std::string value;
  std::vector<std::string> reports;
  std::vector<Evidence> evidence;
};

struct Conflict {
  std::string id;  // "c-…"
  ConflictKind kind = ConflictKind::between_reports;
  std::string event;
  std::string about;
  std::vector<ConflictSide> sides;
  std::string why;
  double weight = 0;  // how much it matters; listings rank by it
};

enum class VoiceKind : uint8_t { shared_quotation, copied, near_copy, attribution_lost };
std::string_view name_of(VoiceKind kind);

// One shared passage.
struct Voice {
  std::string id;  // "v-…"
  VoiceKind kind = VoiceKind::copied;
  std::vector<std::string> reports;
  uint32_t chars = 0;  // code points of the passage
  std::string origin;  // report id, "outside", or empty if not known
  std::vector<Evidence> evidence;
};

// What linking adds to a single report.
struct ReportFacts {
  std::string report;
  std::string main_event;  // event id or empty
  Published published;     // as the report alone tells it, or better by its fellows
  double own_wording = 1;  // share of the body that no earlier report has
};

// How one set of reports maps onto the record. `of[i][j]` belongs to annotation j of report i of that set.
struct EntityMap {
  std::vector<Entity> entities;
  std::vector<std::vector<int32_t>> of;  // [report][Document::entities] -> entities
};
struct EventMap {
  std::vector<Event> events;
  std::vector<std::vector<int32_t>> of;  // [report][Document::events] -> events, kNone: told nowhere in the record
  std::vector<int32_t> main_of;          // [report] -> events: what it is chiefly about; known without a mention, too
};

// Everything derived from a set of reports; each vector sorted by id but events, which are by date then id.
struct Record {
  std::vector<ReportFacts> reports;
  std::vector<Entity> entities;
  std::vector<Event> events;
  std::vector<Utterance> quotes;
  std::vector<RecordFigure> figures;
  std::vector<Conflict> conflicts;
  std::vector<Voice> voices;
};

}  // namespace dateline
