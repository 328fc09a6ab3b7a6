// `dateline add` and `dateline watch`: progress on a terminal, one line for each report that could not be read, a
// summary at the end.
#include <chrono>
#include <thread>

#include "cli/commands.h"
#include "cli/common.h"

namespace dateline {
namespace {

void show_progress(const AddSummary& so_far) {
  std::fprintf(stderr, "\r%u read, %u known, %u not readable", so_far.added, so_far.known, so_far.failed);
}

constexpr size_t kRedatedShown = 5;

void show_redated(const std::vector<Redated>& redated) {
  const auto or_none = [](const Edtf& value) { return value.known() ? to_string(value) : std::string("no date"); };
  for (size_t i = 0; i < redated.size() && i < kRedatedShown; ++i) {
    std::fprintf(stderr, "%s: %s before, now %s: %s\n", redated[i].report.c_str(), or_none(redated[i].before).c_str(),
                 or_none(redated[i].after).c_str(), redated[i].why.c_str());
  }
  if (redated.size() > kRedatedShown)
    std::fprintf(stderr, "%zu more reports are dated otherwise than before\n", redated.size() - kRedatedShown);
}

Status check_given(const Options& options) {
  if (options.given.published.empty() || parse_edtf(options.given.published)) return kDone;
  return Error{ErrorCode::invalid_input,
               "--published takes a date such as 2024-03-09, not '" + options.given.published + "'", ""};
}

// Reads the paths once, complains of each report that could not be read, and ends with a summary; `quiet_if_same`: only
// if something is new.
Result<AddSummary> add_once(const Engine& engine, const Options& options, bool quiet_if_same) {
  const bool progress = !options.quiet && on_terminal(stderr);
  AddOptions add;
  add.given = options.given;
  add.jobs = options.jobs;
  add.on_failure = [&](const Error& error) {
    if (progress) std::fprintf(stderr, "\r\033[K");
    complain(error);
  };
  if (progress) add.on_progress = show_progress;
  if (!options.quiet)
    add.on_retold = [&](uint32_t reports) {
      if (progress) std::fprintf(stderr, "\r\033[K");
      std::fprintf(stderr,
                   "the record was linked by another version of dateline: %u more of its reports are told anew, once\n",
                   reports);
    };
  auto summary = engine.add(record_path(options), options.words, add);
  if (progress) std::fprintf(stderr, "\r\033[K");
  if (summary.ok() && !options.quiet && (!quiet_if_same || summary->added + summary->failed > 0)) {
    std::fprintf(stderr, "%u reports added, %u known already, %u not readable\n", summary->added, summary->known,
                 summary->failed);
    show_redated(summary->redated);
  }
  return summary;
}

}  // namespace

int add_command(const Options& options) {
  if (options.words.empty()) return complain("add needs a path, an address, or - for standard input");
  if (Status given = check_given(options); !given.ok()) return complain(given.error());
  auto engine = Engine::load(options.resources);
  if (!engine.ok()) return complain(engine.error());
  auto summary = add_once(*engine, options, /*quiet_if_same=*/false);
  if (!summary.ok()) return complain(summary.error());
  if (summary->failed == 0) return kExitDone;
  return summary->added + summary->known == 0 ? kExitUsage : kExitSome;
}

int watch_command(const Options& options) {
  if (options.words.empty()) return complain("watch needs the address of a feed");
  if (Status given = check_given(options); !given.ok()) return complain(given.error());
  auto engine = Engine::load(options.resources);
  if (!engine.ok()) return complain(engine.error());
  AddSummary all;
  for (int round = 1;; ++round) {
    auto summary = add_once(*engine, options, /*quiet_if_same=*/round > 1);
    if (!summary.ok()) return complain(summary.error());
    all.added += summary->added;
    all.known += summary->known;
    all.failed += summary->failed;
    if (round == options.times) break;
    std::this_thread::sleep_for(std::chrono::minutes(options.every));
  }
  if (all.failed == 0) return kExitDone;
  return all.added + all.known == 0 ? kExitUsage : kExitSome;
}

}  // namespace dateline
