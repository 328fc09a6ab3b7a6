#include "cli/cli.h"

#include <fmt/core.h>

#include <csignal>

#include "cli/commands.h"
#include "cli/common.h"

namespace dateline {
namespace {

struct Command {
  std::string_view name, arguments, help;
  int (*run)(const Options&);
};

constexpr Command kCommands[] = {
    {"add", "PATH... | URL | -", "read reports into the record", add_command},
    {"watch", "FEED...", "read feeds again and again, and add what is new", watch_command},
    {"timeline", "", "the chronology, oldest first", listing_command},
    {"reports", "", "what was read, when it was published and how we know", listing_command},
    {"entities", "", "people, organisations, places, with the names they go by", listing_command},
    {"quotes", "", "who said what", listing_command},
    {"figures", "", "numbers, what they count, who gave them", listing_command},
    {"conflicts", "", "every disagreement, between reports and inside one", listing_command},
    {"voices", "", "shared passages: who copied whom, quotation marks lost", listing_command},
    {"mentions", "[REPORT]", "every word that tells of something that happens, and what tells of the same",
     mentions_command},
    {"show", "ID", "one line of the record, whole, with its evidence", show_command},
    {"search", "WORDS", "full text, in reports, quotes and events", search_command},
    {"explain", "REPORT", "why: the rules and evidence behind each annotation", explain_command},
    {"verify", "", "derive every stored line again from its source", verify_command},
    {"report", "-o DIR", "the record as a website that opens from the disk; FILE.zip: as one file to send",
     report_command},
    {"serve", "", "the same as a local website, with a JSON API under /api/", serve_command},
    {"stories", "", "chains of events that go on from one another", stories_command},
    {"commitments", "", "what was promised, approved, signed, and what became of it", stories_command},
    {"merge", "EVENT EVENT", "say that two events are one", correct_command},
    {"split", "EVENT REPORT...", "say that these reports tell of another event", correct_command},
    {"reject", "ID", "say that an event, quote, figure or conflict is none", correct_command},
    {"set", "ID ATTR VALUE", "an event's when, place, type, mode, status or label; a quote's speaker", correct_command},
    {"note", "EVENT WORDS", "write something beside an event", correct_command},
    {"undo", "[ID]", "take back a correction, or the last one", undo_command},
    {"log", "", "all corrections, and which of them hold", log_command},
    {"apply", "FILE", "take over the corrections that another record's `log --json` wrote", apply_command},
    {"extract", "PATH...", "HTML in, article out (touches no record)", extract_command},
    {"annotate", "PATH...", "report in, its annotations out (touches no record)", annotate_command},
};

constexpr std::string_view kOptionsHelp =
    R"(Options of all commands:
  --db FILE        the record (default $DATELINE_DB, else dateline.db here)
  --json           JSON Lines instead of text
  --quiet          no progress, no summary
  --resources DIR  read rules and word lists from this folder
Listings:  --from DATE --to DATE --as-of DATE --about NAME --type TYPE --limit N
           reports: --text   quotes: --by NAME --of EVENT   figures, conflicts: --of EVENT   show: --why
add:       --outlet NAME --url URL --published DATE --language CODE --jobs N
watch:     --every MINUTES (15) --times ROUNDS (0: without end)
annotate:  --plain --tokens --published DATE   serve: --host 127.0.0.1 --port 8427
Exit status: 0 done, 1 nothing matched or a line does not hold, 2 wrong usage or nothing read, 3 some not read.
)";

int help() {
  fmt::print("dateline {}: from overlapping news reports to one sourced chronology\n\n", DATELINE_VERSION);
  for (const Command& c : kCommands) fmt::print("  dateline {:<12}{:<20}{}\n", c.name, c.arguments, c.help);
  fmt::print("\n{}", kOptionsHelp);
  return kExitDone;
}

}  // namespace

int run_command(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);  // `dateline timeline | head` ends quietly
  auto options = parse_options({argv + 1, argv + argc});
  if (!options.ok()) return complain(options.error());
  if (options->version) {
    fmt::print("dateline {}\n", DATELINE_VERSION);
    return kExitDone;
  }
  if (options->help) return help();
  if (options->command.empty()) {
    help();
    return kExitUsage;
  }
  for (const Command& c : kCommands) {
    if (c.name == options->command) return c.run(*options);
  }
  return complain("no command '" + options->command + "' (dateline --help lists them)");
}

}  // namespace dateline
