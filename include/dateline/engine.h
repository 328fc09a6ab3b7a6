// Dateline as a library: one Engine holds the resources; a record is one SQLite file.
// Nothing here prints or exits. Engines are immutable after load() and may be shared by threads.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "dateline/correction.h"
#include "dateline/mention.h"
#include "dateline/model.h"
#include "dateline/record.h"
#include "dateline/result.h"
#include "dateline/story.h"

namespace dateline {

// A report on record whose date is known otherwise since others came in.
struct Redated {
  std::string report;
  Edtf before, after;
  std::string why;
};

struct AddSummary {
  uint32_t added = 0;
  uint32_t known = 0;  // on record already, unchanged
  uint32_t failed = 0;
  std::vector<Redated> redated;  // by report
};

struct AddOptions {
  GivenFacts given;
  int jobs = 0;                                        // 0: as many as the machine has cores
  std::function<void(const Error&)> on_failure;        // once per report that could not be read
  std::function<void(const AddSummary&)> on_progress;  // now and then
  // Before so many reports are told anew that nothing new is near: the record was cut into neighbourhoods by another
  // version. It may take as long as it took to link them first.
  std::function<void(uint32_t reports)> on_retold;
};

// Bytes handed over instead of a path, under the name they came by.
struct Upload {
  std::string name, bytes;
};

enum class Listing : uint8_t {
  reports,
  entities,
  timeline,
  quotes,
  figures,
  conflicts,
  voices,
  stories,
  commitments,
  all  // those that are stored: not stories and commitments, which are told anew
};

// Which lines of a listing to give. Empty or open fields ask for nothing.
struct Filter {
  Listing listing = Listing::all;
  DayRange when;          // when it happened
  Day as_of = kOpenEnd;   // only what had been published by the end of that day
  std::string about;      // a name: of a participant, speaker, place, or in the words
  std::string type;       // event type, entity type, kind of conflict or voice, state of a commitment
  std::string by;         // quotes: the speaker
  std::string of;         // an event id: quotes, figures, conflicts of it, stories and commitments it is a step of
  std::string status;     // events: "planned", …; figures: "disputed", …; quotes: the kind
  std::string outlet;     // only what a report of that outlet tells
  std::string entity;     // an entity id: what it takes part in, says, or is the place of
  std::string report;     // a report id: only what it tells
  bool disputed = false;  // only events with a disputed claim, disputed figures
  bool main = false;      // only events that a report is chiefly about, or that several tell of
  bool newest_first = false;
  uint32_t offset = 0;  // lines to leave out at the start
  uint32_t limit = 0;   // 0: all

  bool operator==(const Filter&) const = default;
};

// One of several captures of one page.
struct ReportVersion {
  std::string id;
  Edtf as_of;           // when it was captured, or else last changed
  bool active = false;  // the newest: the others are kept, and tell nothing
};

// A report as listings show it: its text, sections and metadata, without the layers, and what linking adds.
struct ReportView {
  Document head;
  ReportFacts facts;
  std::vector<ReportVersion> versions;  // of its page, oldest first, itself among them; empty: it is the only one
};

struct SearchHit {
  std::string kind, id;  // kind: "report", "event", "quote"
  double score = 0;
  std::vector<Evidence> evidence;
};

// A page of one listing: the lines asked for, and how many there are in all.
struct Slice {
  uint32_t total = 0;
  Record lines;  // of all listings but the following
  std::vector<ReportView> reports;
  std::vector<Story> stories;
  std::vector<Commitment> commitments;
};

// What a listing holds, to choose from.
struct Counts {
  using Named = std::vector<std::pair<std::string, uint32_t>>;  // most frequent first
  uint32_t total = 0, disputed = 0;
  Named types, statuses, outlets;              // outlets: of reports alone
  std::vector<std::pair<Day, uint32_t>> days;  // things known to within a month, by the first day they can have been
};

// A stored line that does not hold.
struct Flaw {
  std::string id, why;
};

class Engine {
 public:
  // `resources` is a folder that replaces embedded resources, or empty.
  static Result<Engine> load(const std::string& resources = {});
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // Bytes to article.
  Result<Article> extract(const Capture& capture) const;
  // Article to annotated report: a pure function of the capture. `after`, where given, is told the name of each stage
  // when it is done, for benchmarks.
  using StageDone = std::function<void(std::string_view stage)>;
  Result<Document> analyse(const Capture& capture, const StageDone& after = {}) const;
  // The text as it is, one body section, no section detection: offsets are those of the text given.
  Result<Document> analyse_plain(const Capture& capture) const;
  // Everything that several reports tell together, found out on so many threads. The answer does not depend on their
  // order.
  Record derive(const std::vector<const Document*>& docs, int jobs = 1) const;

  // Reads reports into the record at `db` and brings the record up to date. Safe to kill at any moment.
  Result<AddSummary> add(const std::string& db, const std::vector<std::string>& paths, const AddOptions& options) const;
  Result<AddSummary> add(const std::string& db, std::vector<Upload> uploads, const AddOptions& options) const;

  // The asked-for kinds of lines of the record, filtered and in the order of their listing. Entities met in several
  // neighbourhoods are one.
  Result<Record> recall(const std::string& db, const Filter& filter) const;
  Result<std::vector<ReportView>> reports(const std::string& db, const Filter& filter) const;
  // One report with all its layers, dated as the record has it: what its fellows add reaches its own dates.
  Result<Document> report(const std::string& db, const std::string& id) const;
  // How each of the report's time expressions was read and put on the calendar, in words; as many as ::times.
  std::vector<std::string> explain_times(const Document& doc) const;
  // Looks up reports' texts, sections and metadata by id (an empty Document if there is none); keeps the record open.
  Result<std::function<Document(const std::string&)>> heads(const std::string& db) const;
  Result<std::vector<SearchHit>> search(const std::string& db, const std::string& words, const Filter& filter) const;

  // Every word that tells of something that happens, and what tells of the same, by report and place. Of the filter
  // `report`, `of` and `type` count, and the page.
  Result<std::vector<RecordMention>> mentions(const std::string& db, const Filter& filter) const;

  // Chains of events, and what became of what was promised in them. A filter lets through those of which it lets a step
  // through by its names, reports or event, and as a whole by its dates.
  Result<std::vector<Story>> stories(const std::string& db, const Filter& filter) const;
  Result<std::vector<Commitment>> commitments(const std::string& db, const Filter& filter) const;

  // A person's word over what is derived (correction.h). Finds the mentions that the lines rest on, keeps it, and
  // derives again what it touches. Fails (not_found, invalid_input) without changing anything.
  Result<Correction> correct(const std::string& db, const CorrectionRequest& asked) const;
  // Takes one back: the one of that id, or, where that is empty, the last one that holds.
  Result<Correction> undo(const std::string& db, const std::string& id) const;
  // All that was said, in its order.
  Result<std::vector<LoggedCorrection>> corrections(const std::string& db) const;
  // Keeps one as it is, from another record's log; fills its id.
  Status take_down(const std::string& db, Correction& correction) const;

  // Derives every stored line again from the stored texts. Empty: all holds.
  Result<std::vector<Flaw>> verify(const std::string& db, const std::function<void(const Flaw&)>& on_flaw) const;
  // The annotations of a stored text, made again from nothing but the text, its sections and its stated facts.
  Document analyse_again(const Document& stored) const;

  // What the engine is made of; seen inside the engine's room alone.
  struct Stages;
  const Stages& stages() const { return *stages_; }

 private:
  explicit Engine(std::unique_ptr<const Stages> stages);
  // Gives the report another date, and with it what is told relative to it.
  void redate(Document& doc, Published published) const;
  std::unique_ptr<const Stages> stages_;
};

}  // namespace dateline
