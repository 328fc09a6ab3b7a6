// The vocabulary that every room speaks: what one report is, from its bytes to its annotations.
//
// A Document owns one immutable UTF-8 text and flat vectors of small annotations over it. Annotations hold byte
// spans and indices, never pointers, so a Document can be moved, stored and read back as it is. Each stage fills
// its own vectors and only reads the earlier ones; `src/engine` gives the order.
// What spans several reports (entities, events, conflicts, …) is in record.h.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/edtf.h"
#include "dateline/label.h"
#include "dateline/span.h"
#include "dateline/syntax.h"

namespace dateline {

// ---- What was read (src/ingest) ------------------------------------------------------------------------------

// What a person states on the command line or a JSON Lines row states beside the text. Empty is "not stated".
struct GivenFacts {
  std::string outlet, url, published, language, headline, byline, id;
};

enum class ContentType : uint8_t { plain_text, html };

// One report's bytes and where they came from; WARC's terms.
struct Capture {
  std::string path;        // as the user gave it; "-" for standard input
  std::string place;       // inside the file: "line 17", "entry 3", "record <urn:uuid:…>"; empty for a whole file
  std::string target_uri;  // where it was fetched from, if known
  std::string captured;    // when, ISO 8601, if known (WARC-Date); an upper bound on the publication
  std::string changed;     // the day on which the file was last changed, ISO 8601; empty if it is no file of its own
  std::string digest;      // as the archive states it
  ContentType type = ContentType::plain_text;
  std::string charset;  // as declared outside the payload; empty if not
  std::string payload;  // bytes as read; text is UTF-8 only once extract has seen it
  GivenFacts given;
  std::string extra_json;     // further keys of a JSON Lines row, kept as they are
  bool summary_only = false;  // a feed entry that carries a summary and not the text
};

// ---- The article in it (src/extract) -------------------------------------------------------------------------

enum class SectionKind : uint8_t { headline, body, caption, comment, boilerplate };
std::string_view name_of(SectionKind kind);

struct Section {
  Span span;
  SectionKind kind = SectionKind::body;
  std::string author;  // of a comment
  Edtf posted;         // of a comment, if the page tells it
  std::string reason;  // why it was set apart: the rule's name, for `explain`
};

// Metadata in schema.org / IPTC ninjs terms. Absent is empty or unknown, never a guess.
struct Article {
  std::string text;               // valid UTF-8, NFC is not forced: the words stay as they were
  std::vector<Section> sections;  // sorted, disjoint; together they cover all of `text` but white space
  std::string uri, headline, byline, outlet, language;
  Edtf published, modified;
  std::string published_basis;     // "stated" (in the page), "given" (by the user or the row); empty if unknown
  std::string published_why;       // in words: which field or line said so
  Span published_evidence;         // empty if it stands outside the text
  std::vector<std::string> notes;  // choices and repairs worth telling: "3 bytes replaced", "og:title over <title>"
};

// ---- Its annotations (src/text, src/annotate, src/resolve) ---------------------------------------------------

enum class EntityType : uint8_t { person, organisation, place, group, other };
std::string_view name_of(EntityType type);

enum class MentionForm : uint8_t {
  name,     // "Antony Blinken", "MSS"
  nominal,  // "the Secretary of State", "the former"
  pronoun,  // "he"
};

// A stretch that names something. Only `name` mentions are names in the contract's sense; the others come from
// coreference and point to an entity too.
struct Mention {
  Span span;  // without the title: "Blinken" of "Secretary Blinken" if the title is no part of the name
  IndexRange tokens;
  EntityType type = EntityType::other;
  MentionForm form = MentionForm::name;
  int32_t entity = kNone;  // into Document::entities, once resolved
};

struct Role {
  std::string text;  // "Secretary of State", "spokesperson"
  Span evidence;
};

// One person, organisation, … as this one report speaks of it.
struct DocEntity {
  EntityType type = EntityType::other;
  std::string name;                  // the fullest form in this report
  std::vector<std::string> aliases;  // every other form, sorted, as written; titles may stand in them
  std::vector<Role> roles;
  std::vector<uint32_t> mentions;  // indices into Document::mentions, ascending
  std::string gazetteer;           // key of a gazetteer row ("geonames:3718426", "country:HT"); empty if none
  std::string why;                 // how the names were joined, for `explain`
};

enum class TimexType : uint8_t { DATE, TIME, DURATION, SET };
std::string_view name_of(TimexType type);

// A TIMEX3 time expression (TimeML 1.2.1).
struct Timex {
  static constexpr int8_t kNotFromNow = 127;

  Span span;
  TimexType type = TimexType::DATE;
  Label value;  // TIMEX3 value: "2024-03-09", "P3D", "2024-W10", "PAST_REF"; the form that the standard prints
  Label mod;    // TIMEX3 mod: "APPROX", "START", "BEFORE", …; empty if none
  Edtf edtf;    // when it is on the calendar; unknown for durations, sets and vague references
  bool anchored = false;          // resolved against another date (the report's, or another expression's)
  int32_t anchor = kNone;         // that other expression; kNone with anchored set: the report's own date
  uint16_t rule = 0;              // which rule, for `explain`
  int8_t weekday = -1;            // that its words name, 0 Monday; -1: none
  int8_t from_now = kNotFromNow;  // days after the report's own: 0 "today", -1 "yesterday"
};

enum class StatementKind : uint8_t { direct, indirect, mixed };
std::string_view name_of(StatementKind kind);

// Something said by somebody, or one unbroken piece of it.
struct Statement {
  StatementKind kind = StatementKind::direct;
  Span content;                      // without the quotation marks around it
  Span cue;                          // "said", "according to"; empty if none
  Span speaker;                      // the words that name who said it; empty if none
  int32_t speaker_entity = kNone;    // into Document::entities
  int32_t on_behalf_entity = kNone;  // the principal of a spokesperson or of a statement
  std::string speaker_name;          // for unnamed speakers: "a senior official"; else the entity's name
  Label act;                         // "states", "denies", "demands", …: resources/quotes
  int32_t same_utterance = kNone;    // an earlier piece of the same utterance, into Document::statements
};

// Whether later reports may give another number without contradiction.
enum class FigureChange : uint8_t { plain, grows, fixed };  // officers; a death toll; a magnitude
std::string_view name_of(FigureChange change);

// A number and what it counts. value, min and max are NaN where the text does not say.
struct Figure {
  static constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

  Span span;
  double value = kUnknown;
  double min = kUnknown;
  double max = kUnknown;
  Label unit;                 // "percent", ISO 4217 codes, UCUM names; empty for a plain count
  Span counted;               // the noun phrase; empty if none
  Span restriction;           // "found alive", "still missing": what narrows the count down; empty if none
  int32_t part_of = kNone;    // the figure that this one is a part of, or, of a percentage, says again; into figures
  int32_t statement = kNone;  // who gives it
  int32_t time = kNone;       // as of when, into Document::times
  int32_t event = kNone;      // which event it belongs to, into Document::events
  bool vague = false;         // "dozens": min and max by convention (resources/figures)
  bool approximate = false;   // "about 200": near the value, on either side
  bool definite = false;      // "the 59 cases": all of them
  bool among = false;         // part_of by "including": its fellows may count the same things again
  Label attribute;            // what is counted as a key that can be compared: "killed", "officer", "magnitude"
  FigureChange change = FigureChange::plain;
  Span scope;  // "in Turkey and Syria": where alone it holds; empty if the text does not say
};

enum class EventStatus : uint8_t { happened, planned, called_for, conditional, denied, claimed };
std::string_view name_of(EventStatus status);

enum class ParticipantRole : uint8_t { actor, recipient, other };
std::string_view name_of(ParticipantRole role);

struct Participant {
  uint32_t event = 0;  // into Document::events
  ParticipantRole role = ParticipantRole::other;
  Span span;
  int32_t entity = kNone;  // into Document::entities; kNone for "gangs", "police officers"
};

// The words that tell of one happening, coded by PLOVER 2.0 or one of our own x- types.
struct EventMention {
  Span span;           // the trigger words
  uint32_t token = 0;  // the trigger's head word
  uint32_t sentence = 0;
  Label type;  // resources/events/types.tsv
  Label mode;  // empty if none
  EventStatus status = EventStatus::happened;
  int32_t statement = kNone;  // inside whose statement it is told; says who claims or denies it
  int32_t time = kNone;       // into Document::times
  Edtf when;                  // resolved; unknown if the text does not allow it
  int32_t place = kNone;      // into Document::entities
  IndexRange participants;    // into Document::participants
  bool background = false;    // told again from before, not the report's news
  bool habit = false;         // what somebody does in general: no line of a chronology
  float salience = 0;         // 0..1, how much this report is about it
};

// When the report was published, as well as we know it.
struct Published {
  Edtf value;
  std::string basis;  // "stated", "given", "inferred"; empty if nothing is known
  std::string why;    // in words
  std::vector<Span> evidence;
};

struct Document {
  std::string id;  // "r-…", from content and address
  std::string path, url, outlet, headline, byline, language;
  std::string captured;  // upper bound from the archive, if any
  std::string changed;   // the file's own date: what is left where nothing else bounds the publication
  std::string extra_json;
  std::string text;
  std::vector<Section> sections;
  Edtf modified;
  Published published;
  std::vector<std::string> notes;
  bool analysed = true;  // false: a language without resources; kept, dated, searchable

  std::string lemmas;  // all lemmas, each ended by '\0'; offset 0 is the empty lemma
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Mention> mentions;          // by position
  std::vector<DocEntity> entities;        // by first mention
  std::vector<Timex> times;               // by position
  std::vector<Statement> statements;      // by position of content
  std::vector<Figure> figures;            // by position
  std::vector<EventMention> events;       // by position
  std::vector<Participant> participants;  // grouped by event
  int32_t main_event = kNone;             // into events

  std::string_view lemma(const Token& token) const { return lemmas.data() + token.lemma; }
  std::string_view words(Span span) const { return span.of(text); }
  std::string_view words(const Token& token) const { return token.span.of(text); }
  // The tokens that lie wholly inside the span (binary search).
  IndexRange tokens_in(Span span) const;
  // Index of the sentence that holds the byte, or of the nearest one before it; kNone if there is none.
  int32_t sentence_at(uint32_t byte) const;
  const Section& section_of(const Sentence& sentence) const { return sections[sentence.section]; }
  SectionKind kind_at(uint32_t byte) const;
};

}  // namespace dateline
