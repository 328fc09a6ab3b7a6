// The listings: what was asked for, as JSON Lines or as text.
#include <unistd.h>

#include "cli/commands.h"
#include "cli/common.h"
#include "export/listing_json.h"
#include "export/listing_names.h"
#include "export/listing_text.h"

namespace dateline {
namespace {

// Prints each line with `json` or `text` and says how many there were.
template <typename T>
size_t print_all(const std::vector<T>& things, const Options& options, Sources& sources, const TextStyle& style) {
  for (const T& thing : things)
    print_line(options.json ? dump(to_json(thing, sources)) : to_text(thing, sources, style));
  return things.size();
}

}  // namespace

int listing_command(const Options& options) {
  if (!options.words.empty()) return complain(options.command + " takes no '" + options.words[0] + "'");
  auto filter = filter_of(options);
  if (!filter.ok()) return complain(filter.error());
  filter->listing = listing_called(options.command);
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  Sources& sources = record->sources;
  const TextStyle style{on_terminal(stdout)};
  size_t printed = 0;
  if (filter->listing == Listing::reports) {
    auto views = record->engine.reports(record->db, *filter);
    if (!views.ok()) return complain(views.error());
    for (const ReportView& v : *views) {
      print_line(options.json ? dump(to_json(v, sources, options.text)) : to_text(v, sources, style));
    }
    printed = views->size();
  } else {
    auto found = record->engine.recall(record->db, *filter);
    if (!found.ok()) return complain(found.error());
    switch (filter->listing) {
      case Listing::entities: printed = print_all(found->entities, options, sources, style); break;
      case Listing::timeline: printed = print_all(found->events, options, sources, style); break;
      case Listing::quotes: printed = print_all(found->quotes, options, sources, style); break;
      case Listing::figures: printed = print_all(found->figures, options, sources, style); break;
      case Listing::conflicts: printed = print_all(found->conflicts, options, sources, style); break;
      default: printed = print_all(found->voices, options, sources, style);
    }
  }
  return printed == 0 ? kExitNothing : kExitDone;
}

}  // namespace dateline
