// What the commands share: loading the engine, saying what went wrong, printing lines.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "cli/options.h"
#include "dateline/engine.h"
#include "export/sources.h"

namespace dateline {

// Prints "dateline: …" on standard error and returns the status, so that commands can `return complain(…)`.
int complain(const Error& error, int status = kExitUsage);
int complain(std::string_view message, int status = kExitUsage);

void print_line(std::string_view line);  // on standard output, with a line end

std::string record_path(const Options& options);  // --db, $DATELINE_DB, or dateline.db here
Result<Filter> filter_of(const Options& options);

// What every command on a record needs.
struct Opened {
  Engine engine;
  std::string db;
  Sources sources;
};
Result<Opened> open_record(const Options& options);

bool on_terminal(FILE* stream);

}  // namespace dateline
