// `dateline add`: progress on a terminal, one line for each report that could not be read, a summary at the end.
#include "cli/commands.h"
#include "cli/common.h"

namespace dateline {
namespace {

void show_progress(const AddSummary& so_far) {
  std::fprintf(stderr, "\r%u read, %u known, %u not readable", so_far.added, so_far.known, so_far.failed);
}

}  // namespace

int add_command(const Options& options) {
  if (options.words.empty()) return complain("add needs a path, or - for standard input");
  if (!options.given.published.empty() && !parse_edtf(options.given.published)) {
    return complain("--published takes a date such as 2024-03-09, not '" + options.given.published + "'");
  }
  auto engine = Engine::load(options.resources);
  if (!engine.ok()) return complain(engine.error());
  const bool progress = !options.quiet && on_terminal(stderr);
  AddOptions add;
  add.given = options.given;
  add.jobs = options.jobs;
  add.on_failure = [&](const Error& error) {
    if (progress) std::fprintf(stderr, "\r\033[K");
    complain(error);
  };
  if (progress) add.on_progress = show_progress;
  auto summary = engine->add(record_path(options), options.words, add);
  if (progress) std::fprintf(stderr, "\r\033[K");
  if (!summary.ok()) return complain(summary.error());
  if (!options.quiet) {
    std::fprintf(stderr, "%u reports added, %u known already, %u not readable\n", summary->added, summary->known,
                 summary->failed);
  }
  if (summary->failed == 0) return kExitDone;
  return summary->added + summary->known == 0 ? kExitUsage : kExitSome;
}

}  // namespace dateline
