// Chains of events, and what became of what was promised in them.
#include "cli/commands.h"
#include "cli/common.h"
#include "export/story_json.h"

namespace dateline {

int stories_command(const Options& options) {
  if (!options.words.empty()) return complain(options.command + " takes no '" + options.words[0] + "'");
  auto filter = filter_of(options);
  if (!filter.ok()) return complain(filter.error());
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  Sources& sources = record->sources;
  if (options.command == "stories") {
    auto stories = record->engine.stories(record->db, *filter);
    if (!stories.ok()) return complain(stories.error());
    for (const Story& s : *stories) print_line(options.json ? dump(to_json(s, sources)) : to_text(s));
    return stories->empty() ? kExitNothing : kExitDone;
  }
  auto commitments = record->engine.commitments(record->db, *filter);
  if (!commitments.ok()) return complain(commitments.error());
  for (const Commitment& c : *commitments) print_line(options.json ? dump(to_json(c, sources)) : to_text(c, sources));
  return commitments->empty() ? kExitNothing : kExitDone;
}

}  // namespace dateline
