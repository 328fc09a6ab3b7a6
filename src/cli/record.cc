// Commands on single lines of the record: show, search, explain, verify.
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "export/annotation_json.h"
#include "export/explain_text.h"
#include "export/listing_json.h"
#include "export/listing_text.h"

namespace dateline {
namespace {

// Prints the thing of that id, if it is among them.
template <typename T>
bool show_one(const std::vector<T>& things, const Options& options, Sources& sources, const TextStyle& style) {
  for (const T& thing : things) {
    if (thing.id != options.words[0]) continue;
    print_line(options.json ? dump(to_json(thing, sources)) : to_full_text(thing, sources, style));
    return true;
  }
  return false;
}

}  // namespace

int show_command(const Options& options) {
  if (options.words.size() != 1) return complain("show takes one id, as the listings print them");
  auto engine = Engine::load(options.resources);
  if (!engine.ok()) return complain(engine.error());
  const std::string db = record_path(options);
  Sources sources = sources_of(*engine, db);
  TextStyle style{on_terminal(stdout)};
  style.why = options.why;
  auto views = engine->reports(db, {});
  if (!views.ok()) return complain(views.error());
  for (const ReportView& v : *views) {
    if (v.head.id != options.words[0]) continue;
    print_line(options.json ? dump(to_json(v, sources, true)) : to_full_text(v, sources, style));
    return kExitDone;
  }
  auto record = engine->recall(db, {});
  if (!record.ok()) return complain(record.error());
  const bool found = show_one(record->events, options, sources, style) || show_one(record->entities, options, sources, style) ||
                     show_one(record->quotes, options, sources, style) || show_one(record->figures, options, sources, style) ||
                     show_one(record->conflicts, options, sources, style) || show_one(record->voices, options, sources, style);
  return found ? kExitDone : complain("nothing on record is called " + options.words[0], kExitNothing);
}

int search_command(const Options& options) {
  if (options.words.empty()) return complain("search needs words");
  auto filter = filter_of(options);
  if (!filter.ok()) return complain(filter.error());
  auto engine = Engine::load(options.resources);
  if (!engine.ok()) return complain(engine.error());
  const std::string db = record_path(options);
  auto hits = engine->search(db, join(options.words, " "), *filter);
  if (!hits.ok()) return complain(hits.error());
  Sources sources = sources_of(*engine, db);
  const TextStyle style{on_terminal(stdout)};
  for (const SearchHit& hit : *hits) print_line(options.json ? dump(to_json(hit, sources)) : to_text(hit, sources, style));
  return hits->empty() ? kExitNothing : kExitDone;
}

int explain_command(const Options& options) {
  if (options.words.size() != 1) return complain("explain takes one report's id");
  auto engine = Engine::load(options.resources);
  if (!engine.ok()) return complain(engine.error());
  auto doc = engine->report(record_path(options), options.words[0]);
  if (!doc.ok()) return complain(doc.error(), kExitNothing);
  print_line(options.json ? annotation_json(*doc, doc->id, true) : explain_text(*doc));
  return kExitDone;
}

int verify_command(const Options& options) {
  auto engine = Engine::load(options.resources);
  if (!engine.ok()) return complain(engine.error());
  auto flaws = engine->verify(record_path(options), [&](const Flaw& flaw) {
    print_line(options.json ? dump(Json{{"id", flaw.id}, {"ok", false}, {"why", flaw.why}}) : flaw.id + ": " + flaw.why);
  });
  if (!flaws.ok()) return complain(flaws.error());
  if (!options.quiet) std::fprintf(stderr, flaws->empty() ? "every line holds\n" : "%zu lines do not hold\n", flaws->size());
  return flaws->empty() ? kExitDone : kExitNothing;
}

}  // namespace dateline
