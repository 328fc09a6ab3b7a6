#include "cli/common.h"

#include <unistd.h>

#include <cstdlib>

namespace dateline {

int complain(const Error& error, int status) { return complain(error.text(), status); }

int complain(std::string_view message, int status) {
  std::fprintf(stderr, "dateline: %.*s\n", static_cast<int>(message.size()), message.data());
  return status;
}

void print_line(std::string_view line) {
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fputc('\n', stdout);
}

std::string record_path(const Options& options) {
  if (!options.db.empty()) return options.db;
  const char* stated = std::getenv("DATELINE_DB");
  return stated != nullptr && *stated != '\0' ? stated : "dateline.db";
}

namespace {

Result<DayRange> days_of_flag(const char* flag, const std::string& text) {
  auto value = parse_edtf(text);
  if (!value)
    return Error{ErrorCode::invalid_input, std::string(flag) + " takes a date such as 2024-03-09, not '" + text + "'",
                 ""};
  return days_of(*value);
}

}  // namespace

Result<Filter> filter_of(const Options& options) {
  Filter filter;
  if (!options.from.empty()) {
    TRY(DayRange days, days_of_flag("--from", options.from));
    filter.when.first = days.first;
  }
  if (!options.to.empty()) {
    TRY(DayRange days, days_of_flag("--to", options.to));
    filter.when.last = days.last;
  }
  if (!options.as_of.empty()) {
    TRY(DayRange days, days_of_flag("--as-of", options.as_of));
    filter.as_of = days.last;
  }
  filter.about = options.about;
  filter.type = options.type;
  filter.by = options.by;
  filter.of = options.of;
  filter.limit = static_cast<uint32_t>(options.limit);
  return filter;
}

Result<Opened> open_record(const Options& options) {
  TRY(Engine engine, Engine::load(options.resources));
  const std::string db = record_path(options);
  TRY(auto heads, engine.heads(db));
  return Opened{std::move(engine), db, Sources(std::move(heads))};
}

bool on_terminal(FILE* stream) { return isatty(fileno(stream)) != 0; }

}  // namespace dateline
