// Reading reports into the record: analyse in parallel, write batch by batch, then derive anew what they touch.
#include <unordered_map>

#include "base/parallel.h"
#include "engine/derivation.h"
#include "engine/lines.h"
#include "engine/stages.h"
#include "engine/versions.h"
#include "ingest/ingest.h"
#include "model/codec.h"
#include "store/store.h"

namespace dateline {
namespace {

constexpr size_t kBatch = 256;  // reports to a transaction

// What one capture became: ready to be stored, or why not.
struct Analysed {
  StoredReport report;
  Profile profile;
  Edition edition;
  Document head;  // metadata
  std::optional<Error> error;
};

Document head_of(const Document& doc) {
  Document head;
  head.id = doc.id;
  head.path = doc.path;
  head.url = doc.url;
  head.outlet = doc.outlet;
  head.headline = doc.headline;
  head.byline = doc.byline;
  head.language = doc.language;
  head.captured = doc.captured;
  head.changed = doc.changed;
  head.extra_json = doc.extra_json;
  head.sections = doc.sections;
  head.modified = doc.modified;
  head.published = doc.published;
  head.notes = doc.notes;
  head.analysed = doc.analysed;
  return head;
}

std::string where(const Capture& capture) {
  return capture.place.empty() ? capture.path : capture.path + ", " + capture.place;
}

}  // namespace

// Holds what one run of `add` needs between batches.
class Adder {
 public:
  Adder(const Engine& engine, Store store, const AddOptions& options)
      : engine_(engine),
        stages_(engine.stages()),
        store_(std::move(store)),
        options_(options),
        jobs_(job_count(options.jobs)),
        loop_(jobs_) {}

  void fail(const Error& error) {
    ++summary.failed;
    if (options_.on_failure) options_.on_failure(error);
  }

  Status take(Capture capture) {
    batch_.push_back(std::move(capture));
    return batch_.size() < kBatch ? Status(kDone) : advance();
  }

  // Stores all that has been taken.
  Status flush() {
    CHECK_OK(advance());
    return advance();
  }

  Validators validators(const std::string& url) {
    const auto state = store_.fetched(url);
    return state.ok() && *state ? Validators{(*state)->etag, (*state)->modified} : Validators{};
  }
  void fetched(const std::string& url, const Validators& given) { fetched_.emplace_back(url, given); }

  // Once all that was fetched is stored: what a killed run lost is asked for again.
  Status remember_fetched() {
    for (const auto& [url, given] : fetched_) CHECK_OK(store_.remember_fetched(url, {given.etag, given.modified}));
    return kDone;
  }

  Status link() { return derive_unlinked(engine_, store_, options_, summary.redated); }

  AddSummary summary;

 private:
  // Starts to analyse the batch; meanwhile stores the one before, in the order of the input.
  Status advance() {
    loop_.finish();
    std::vector<Analysed> done = std::exchange(analysed_, std::vector<Analysed>(batch_.size()));
    running_ = std::exchange(batch_, {});
    loop_.start(running_.size(), [this](size_t i) { analysed_[i] = analyse(running_[i]); });
    return store_all(done);
  }

  Status store_all(std::vector<Analysed>& analysed) {
    if (analysed.empty()) return kDone;
    CHECK_OK(store_.begin());
    for (Analysed& one : analysed) {
      if (one.error) {
        fail(*one.error);
        continue;
      }
      CHECK_OK(store(one));
    }
    CHECK_OK(store_.commit());
    if (options_.on_progress) options_.on_progress(summary);
    return kDone;
  }

  Analysed analyse(const Capture& capture) const {
    Analysed out;
    Result<Document> doc = engine_.analyse(capture);
    if (!doc.ok()) {
      out.error = doc.error();
      if (out.error->where.empty()) out.error->where = where(capture);
      return out;
    }
    out.profile = stages_.profiler.profile(*doc);
    out.edition = {stages_.addresses.key(doc->url), edition_of(*doc, capture.summary_only)};
    out.report.id = doc->id;
    out.head = head_of(*doc);
    out.report.head = encode(out.head);
    out.report.document = pack(encode(*doc));
    out.report.profile = encode(out.profile);
    out.report.published = days_of(doc->published.value);
    out.report.text = std::move(doc->text);
    return out;
  }

  Status store(Analysed& one) {
    TRY(const std::optional<ReportRow> known, store_.find(one.report.id));
    ReportRow row = known.value_or(0);
    if (known) {
      CHECK_OK(keep_first(row, one));
    } else {
      TRY(row, store_.insert(one.report));
    }
    ++(known ? summary.known : summary.added);
    std::vector<Standing> changed;
    if (one.edition.page != 0) {
      const auto profile_of = [this](ReportRow other) { return profile(other); };
      TRY(changed, file_version(store_, row, one.edition, one.profile, profile_of));
    }
    const auto apart = [&](const Standing& standing) { return standing.report == row && !standing.active; };
    if (!known && std::none_of(changed.begin(), changed.end(), apart)) CHECK_OK(relate(row, one.profile));
    if (!known) profiles_.emplace(row, std::move(one.profile));
    for (const Standing& standing : changed) {
      TRY(const Profile* theirs, profile(standing.report));
      if (standing.active)
        CHECK_OK(speak_again(standing.report, *theirs));
      else
        CHECK_OK(store_.set_apart(standing.report, theirs->keys));
    }
    return kDone;
  }

  // Of several readings of one report the first by its own evidence stays, whichever came first.
  Status keep_first(ReportRow row, Analysed& one) {
    TRY(const Document kept, store_.metadata(one.report.id));
    if (!read_earlier(one.head, kept)) return kDone;
    TRY(const bool speaks, store_.active(row));
    TRY(const Profile* before, profile(row));
    if (speaks) CHECK_OK(store_.set_apart(row, before->keys));
    CHECK_OK(store_.replace(row, one.report));
    profiles_.insert_or_assign(row, one.profile);
    return speaks ? speak_again(row, one.profile) : Status(kDone);
  }

  // Finds a report's neighbours, and lets it be found by those that come.
  Status relate(ReportRow row, const Profile& own) {
    TRY(const std::vector<ReportRow> candidates, store_.reports_with(own.keys, kMinSharedKeys));
    for (ReportRow candidate : candidates) {
      TRY(const Profile* other, profile(candidate));
      const double strength = stages_.profiler.related(own, *other);
      if (strength >= kRelated) CHECK_OK(store_.connect(row, candidate, strength));
    }
    return store_.add_keys(row, own.keys);
  }

  // An older version becomes the newest: its page was captured again as it had been before.
  Status speak_again(ReportRow row, const Profile& own) {
    CHECK_OK(store_.derive_again_with(row));
    return relate(row, own);
  }

  Result<const Profile*> profile(ReportRow row) {
    auto found = profiles_.find(row);
    if (found == profiles_.end()) {
      TRY(std::string bytes, store_.profile(row));
      TRY(Profile decoded, decode_profile(bytes));
      found = profiles_.emplace(row, std::move(decoded)).first;
    }
    return &found->second;
  }

  const Engine& engine_;
  const Engine::Stages& stages_;
  Store store_;
  const AddOptions& options_;
  const int jobs_;
  std::vector<Capture> batch_, running_;
  std::vector<Analysed> analysed_;  // of running_
  std::vector<std::pair<std::string, Validators>> fetched_;
  std::unordered_map<ReportRow, Profile> profiles_;  // of the candidates met so far
  Loop loop_;                                        // last: it ends before what it works on goes
};

namespace {

// `read` hands every capture that there is to the sink.
template <typename Read>
Result<AddSummary> add_all(Adder& adder, const Read& read) {
  Status status = kDone;
  read([&](Result<Capture> capture) {
    if (!capture.ok()) {
      adder.fail(capture.error());
      return true;
    }
    status = adder.take(std::move(*capture));
    return status.ok();
  });
  CHECK_OK(status);
  CHECK_OK(adder.flush());
  CHECK_OK(adder.remember_fetched());
  CHECK_OK(adder.link());
  return adder.summary;
}

}  // namespace

Result<AddSummary> Engine::add(const std::string& db, const std::vector<std::string>& paths,
                               const AddOptions& options) const {
  TRY(Store store, Store::open(db, Database::Mode::write));
  Adder adder(*this, std::move(store), options);
  WebOptions web;
  web.known = [&](const std::string& url) { return adder.validators(url); };
  web.remember = [&](const std::string& url, const Validators& given) { adder.fetched(url, given); };
  return add_all(adder, [&](const CaptureSink& sink) { read_captures(paths, options.given, sink, web); });
}

Result<AddSummary> Engine::add(const std::string& db, std::vector<Upload> uploads, const AddOptions& options) const {
  TRY(Store store, Store::open(db, Database::Mode::write));
  Adder adder(*this, std::move(store), options);
  return add_all(adder, [&](const CaptureSink& sink) {
    for (Upload& upload : uploads) {
      if (!read_upload(upload.name, std::move(upload.bytes), options.given, sink)) return;
    }
  });
}

}  // namespace dateline
