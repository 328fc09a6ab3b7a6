#include "cli/cli.h"

#include <cstdio>

#include "cli/commands.h"

namespace dateline {

int run_command(int argc, char** argv) {
  auto options = parse_options({argv + 1, argv + argc});
  if (!options.ok()) {
    std::fprintf(stderr, "dateline: %s\n", options.error().text().c_str());
    return kExitUsage;
  }
  if (options->command == "annotate") return annotate_command(*options);
  if (options->command == "extract") return extract_command(*options);
  std::fprintf(stderr, "dateline: no command '%s'\n", options->command.c_str());
  return kExitUsage;
}

}  // namespace dateline
