// One function per command; each returns the exit status.
#pragma once

#include "cli/options.h"

namespace dateline {

int annotate_command(const Options& options);
int extract_command(const Options& options);

}  // namespace dateline
