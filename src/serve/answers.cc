#include "serve/answers.h"

#include "export/annotation_json.h"
#include "export/correction_json.h"
#include "export/listing_json.h"
#include "export/story_json.h"

namespace dateline {

class Answers::Lent {
 public:
  Lent(Shelf& shelf, std::unique_ptr<Sources> sources) : shelf_(&shelf), sources_(std::move(sources)) {}
  Lent(Lent&&) noexcept = default;
  ~Lent() {
    if (!sources_) return;
    std::lock_guard lock(shelf_->lending);
    shelf_->free.push_back(std::move(sources_));
  }
  Sources& operator*() { return *sources_; }

 private:
  Shelf* shelf_;
  std::unique_ptr<Sources> sources_;
};

namespace {

void append(std::string& out, const Json& json) {
  if (out.size() > 1) out += ",\n";
  out += dump(json);
}

Json whole_json(const ReportView& view, Sources& sources) { return to_json(view, sources, false); }
template <typename T>
Json whole_json(const T& thing, Sources& sources) {
  return to_json(thing, sources);
}

template <typename T>
void append_all(std::string& out, const std::vector<T>& things, Form form, Sources& sources) {
  for (const T& thing : things) append(out, form == Form::whole ? whole_json(thing, sources) : line_json(thing));
}

std::string array_of(const Slice& slice, Form form, Sources& sources) {
  std::string out = "[";
  append_all(out, slice.reports, form, sources);
  for (const Entity& entity : slice.lines.entities) append(out, whole_json(entity, sources));  // short ones are briefs
  append_all(out, slice.lines.events, form, sources);
  append_all(out, slice.lines.quotes, form, sources);
  append_all(out, slice.lines.figures, form, sources);
  append_all(out, slice.lines.conflicts, form, sources);
  append_all(out, slice.lines.voices, form, sources);
  append_all(out, slice.stories, form, sources);
  append_all(out, slice.commitments, form, sources);
  return out + "]";
}

}  // namespace

Answers::Answers(const Engine& engine, std::string db, OpenRecord record, PlaceTable places)
    : engine_(&engine),
      db_(std::move(db)),
      record_(std::make_unique<OpenRecord>(std::move(record))),
      shelf_(std::make_unique<Shelf>()),
      places_(std::move(places)) {}

Result<Answers> Answers::open(const Engine& engine, std::string db) {
  TRY(OpenRecord record, OpenRecord::open(engine, db));
  TRY(PlaceTable places, PlaceTable::load(Resources::embedded()));
  return Answers(engine, std::move(db), std::move(record), std::move(places));
}

Result<Answers::Lent> Answers::lend() {
  {
    std::lock_guard lock(shelf_->lending);
    if (!shelf_->free.empty()) {
      Lent lent(*shelf_, std::move(shelf_->free.back()));
      shelf_->free.pop_back();
      return lent;
    }
  }
  TRY(auto heads, engine_->heads(db_));
  return Lent(*shelf_, std::make_unique<Sources>(std::move(heads)));
}

Result<Answers::Lines> Answers::list(const Filter& filter, Form form) {
  if (filter.listing == Listing::entities && form == Form::line) {
    TRY(BriefSlice slice, record_->briefs(filter));
    std::string out = "[";
    for (const EntityBrief& entity : slice.entities) append(out, line_json(entity));
    return Lines{slice.total, out + "]"};
  }
  TRY(Slice slice, record_->list(filter));
  TRY(Lent sources, lend());
  return Lines{slice.total, array_of(slice, form, *sources)};
}

Result<std::string> Answers::counts(const Filter& filter) {
  TRY(Counts counts, record_->counts(filter));
  return dump(counts_json(counts));
}

Result<std::string> Answers::show(const std::string& id) {
  TRY(Slice slice, record_->find(id));
  TRY(Lent sources, lend());
  const std::string array = array_of(slice, Form::whole, *sources);
  return array.substr(1, array.size() - 2);
}

Result<std::string> Answers::search(const std::string& words, const Filter& filter) {
  TRY(std::vector<SearchHit> hits, engine_->search(db_, words, filter));
  TRY(Lent sources, lend());
  std::string out = "[";
  for (const SearchHit& hit : hits) append(out, to_json(hit, *sources));
  return out + "]";
}

Result<std::string> Answers::text(const std::string& report) {
  TRY(Document doc, engine_->report(db_, report));
  return annotation_json(doc, doc.id, false);
}

Result<std::string> Answers::corrections() {
  TRY(std::vector<LoggedCorrection> log, engine_->corrections(db_));
  TRY(Lent sources, lend());
  std::string out = "[";
  for (const LoggedCorrection& line : log) append(out, to_json(line, *sources));
  return out + "]";
}

Result<std::string> Answers::places(const Filter& asked) {
  Filter filter = asked;
  filter.type = "place";
  TRY(BriefSlice slice, record_->briefs(filter));
  return dump(places_.json(slice.entities));
}

}  // namespace dateline
