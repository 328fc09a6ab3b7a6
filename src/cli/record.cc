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
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  Sources& sources = record->sources;
  TextStyle style{on_terminal(stdout)};
  style.why = options.why;
  auto views = record->engine.reports(record->db, {});
  if (!views.ok()) return complain(views.error());
  for (const ReportView& v : *views) {
    if (v.head.id != options.words[0]) continue;
    print_line(options.json ? dump(to_json(v, sources, true)) : to_full_text(v, sources, style));
    return kExitDone;
  }
  auto found = record->engine.recall(record->db, {});
  if (!found.ok()) return complain(found.error());
  for (const Entity& e : found->entities) style.names[e.id] = e.name;
  const bool shown =
      show_one(found->events, options, sources, style) || show_one(found->entities, options, sources, style) ||
      show_one(found->quotes, options, sources, style) || show_one(found->figures, options, sources, style) ||
      show_one(found->conflicts, options, sources, style) || show_one(found->voices, options, sources, style);
  return shown ? kExitDone : complain("nothing on record is called " + options.words[0], kExitNothing);
}

int search_command(const Options& options) {
  if (options.words.empty()) return complain("search needs words");
  auto filter = filter_of(options);
  if (!filter.ok()) return complain(filter.error());
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  auto hits = record->engine.search(record->db, join(options.words, " "), *filter);
  if (!hits.ok()) return complain(hits.error());
  Sources& sources = record->sources;
  const TextStyle style{on_terminal(stdout)};
  for (const SearchHit& hit : *hits)
    print_line(options.json ? dump(to_json(hit, sources)) : to_text(hit, sources, style));
  return hits->empty() ? kExitNothing : kExitDone;
}

int explain_command(const Options& options) {
  if (options.words.size() != 1) return complain("explain takes one report's id");
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  auto doc = record->engine.report(record->db, options.words[0]);
  if (!doc.ok()) return complain(doc.error(), kExitNothing);
  print_line(options.json ? annotation_json(*doc, doc->id, true)
                          : explain_text(*doc, record->engine.explain_times(*doc)));
  return kExitDone;
}

int verify_command(const Options& options) {
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  auto flaws = record->engine.verify(record->db, [&](const Flaw& flaw) {
    print_line(options.json ? dump(Json{{"id", flaw.id}, {"ok", false}, {"why", flaw.why}})
                            : flaw.id + ": " + flaw.why);
  });
  if (!flaws.ok()) return complain(flaws.error());
  if (!options.quiet)
    std::fprintf(stderr, flaws->empty() ? "every line holds\n" : "%zu lines do not hold\n", flaws->size());
  return flaws->empty() ? kExitDone : kExitNothing;
}

}  // namespace dateline
