// What stands below the chronology: every word that tells of something that happens.
#include "cli/commands.h"
#include "cli/common.h"
#include "export/mention_json.h"

namespace dateline {

int mentions_command(const Options& options) {
  if (options.words.size() > 1) return complain("mentions takes one report's id, or none");
  if (!options.as_of.empty() || !options.from.empty() || !options.to.empty() || !options.about.empty())
    return complain("mentions takes --of EVENT, --type TYPE and --limit N alone");
  auto filter = filter_of(options);
  if (!filter.ok()) return complain(filter.error());
  if (!options.words.empty()) filter->report = options.words[0];
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  auto mentions = record->engine.mentions(record->db, *filter);
  if (!mentions.ok()) return complain(mentions.error(), kExitNothing);
  for (const RecordMention& m : *mentions)
    print_line(options.json ? dump(to_json(m, record->sources)) : to_text(m, record->sources));
  return mentions->empty() ? kExitNothing : kExitDone;
}

}  // namespace dateline
