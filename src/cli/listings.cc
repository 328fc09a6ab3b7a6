// The listings: what was asked for, as JSON Lines or as text.
#include <unistd.h>

#include "cli/commands.h"
#include "cli/common.h"
#include "export/listing_json.h"
#include "export/listing_text.h"

namespace dateline {
namespace {

struct ListingName {
  std::string_view name;
  Listing listing;
};

constexpr ListingName kListings[] = {
    {"reports", Listing::reports}, {"entities", Listing::entities},   {"timeline", Listing::timeline}, {"quotes", Listing::quotes},
    {"figures", Listing::figures}, {"conflicts", Listing::conflicts}, {"voices", Listing::voices}};

// Prints each line with `json` or `text` and says how many there were.
template <typename T>
size_t print_all(const std::vector<T>& things, const Options& options, Sources& sources, const TextStyle& style) {
  for (const T& thing : things) print_line(options.json ? dump(to_json(thing, sources)) : to_text(thing, sources, style));
  return things.size();
}

}  // namespace

int listing_command(const Options& options) {
  if (!options.words.empty()) return complain(options.command + " takes no '" + options.words[0] + "'");
  auto filter = filter_of(options);
  if (!filter.ok()) return complain(filter.error());
  for (const ListingName& l : kListings) {
    if (l.name == options.command) filter->listing = l.listing;
  }
  auto engine = Engine::load(options.resources);
  if (!engine.ok()) return complain(engine.error());
  const std::string db = record_path(options);
  Sources sources = sources_of(*engine, db);
  const TextStyle style{on_terminal(stdout)};
  size_t printed = 0;
  if (filter->listing == Listing::reports) {
    auto views = engine->reports(db, *filter);
    if (!views.ok()) return complain(views.error());
    for (const ReportView& v : *views) {
      print_line(options.json ? dump(to_json(v, sources, options.text)) : to_text(v, sources, style));
    }
    printed = views->size();
  } else {
    auto record = engine->recall(db, *filter);
    if (!record.ok()) return complain(record.error());
    switch (filter->listing) {
      case Listing::entities: printed = print_all(record->entities, options, sources, style); break;
      case Listing::timeline: printed = print_all(record->events, options, sources, style); break;
      case Listing::quotes: printed = print_all(record->quotes, options, sources, style); break;
      case Listing::figures: printed = print_all(record->figures, options, sources, style); break;
      case Listing::conflicts: printed = print_all(record->conflicts, options, sources, style); break;
      default: printed = print_all(record->voices, options, sources, style);
    }
  }
  return printed == 0 ? kExitNothing : kExitDone;
}

}  // namespace dateline
