// What a person says over what was derived: merge, split, reject, set, note, undo, log, apply.
#include <fstream>
#include <iostream>

#include "base/clock.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "export/correction_json.h"

namespace dateline {
namespace {

void say(const Options& options, const Correction& correction, Sources& sources) {
  if (options.json)
    print_line(dump(to_json(correction, sources)));
  else if (!options.quiet)
    print_line(to_text(LoggedCorrection{correction, !correction.undone}, sources));
}

int status_of(const Error& error) {
  return complain(error, error.code == ErrorCode::not_found ? kExitNothing : kExitUsage);
}

}  // namespace

int correct_command(const Options& options) {
  CorrectionRequest asked;
  asked.kind = correction_kind_named(options.command).value();
  asked.ids = options.words;
  asked.by = options.by;
  asked.made = utc_now();
  if (asked.kind == CorrectionKind::set) {
    if (options.words.size() < 3) return complain("set takes a line's id, an attribute and a value");
    asked.ids.resize(1);
    asked.attribute = options.words[1];
    asked.value = join({options.words.begin() + 2, options.words.end()}, " ");
  } else if (asked.kind == CorrectionKind::note) {
    if (options.words.size() < 2) return complain("note takes an event's id and words");
    asked.ids.resize(1);
    asked.value = join({options.words.begin() + 1, options.words.end()}, " ");
  } else if (asked.kind == CorrectionKind::reject && options.words.size() != 1) {
    return complain("reject takes one line's id");
  }
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  auto done = record->engine.correct(record->db, asked);
  if (!done.ok()) return status_of(done.error());
  say(options, *done, record->sources);
  return kExitDone;
}

int undo_command(const Options& options) {
  if (options.words.size() > 1) return complain("undo takes one correction's id, or none for the last one");
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  auto done = record->engine.undo(record->db, options.words.empty() ? "" : options.words[0]);
  if (!done.ok()) return status_of(done.error());
  say(options, *done, record->sources);
  return kExitDone;
}

int log_command(const Options& options) {
  if (!options.words.empty()) return complain("log takes no '" + options.words[0] + "'");
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  auto lines = record->engine.corrections(record->db);
  if (!lines.ok()) return complain(lines.error());
  for (const LoggedCorrection& line : *lines) {
    print_line(options.json ? dump(to_json(line, record->sources)) : to_text(line, record->sources));
  }
  return lines->empty() ? kExitNothing : kExitDone;
}

int apply_command(const Options& options) {
  if (options.words.size() != 1) return complain("apply takes a file that `log --json` wrote, or -");
  auto record = open_record(options);
  if (!record.ok()) return complain(record.error());
  std::ifstream file;
  if (options.words[0] != "-") {
    file.open(options.words[0]);
    if (!file) return complain("cannot be read: " + options.words[0]);
  }
  std::istream& in = options.words[0] == "-" ? std::cin : file;
  size_t number = 0, kept = 0, failed = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    if (trim(text).empty()) continue;
    auto correction = correction_from(Json::parse(text, nullptr, false), record->sources);
    Status status = correction.ok() ? record->engine.take_down(record->db, *correction) : Status(correction.error());
    if (status.ok()) {
      ++kept;
      continue;
    }
    ++failed;
    complain(options.words[0] + ":" + std::to_string(number) + ": " + status.error().text());
  }
  if (!options.quiet) std::fprintf(stderr, "%zu corrections taken over, %zu not\n", kept, failed);
  return failed == 0 ? kExitDone : kept == 0 ? kExitUsage : kExitSome;
}

}  // namespace dateline
