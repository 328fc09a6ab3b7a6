// One function per command; each returns the exit status.
#pragma once

#include "cli/options.h"

namespace dateline {

int add_command(const Options& options);
int watch_command(const Options& options);
int listing_command(const Options& options);  // timeline, reports, entities, quotes, figures, conflicts, voices
int mentions_command(const Options& options);
int show_command(const Options& options);
int search_command(const Options& options);
int explain_command(const Options& options);
int verify_command(const Options& options);
int report_command(const Options& options);
int serve_command(const Options& options);
int correct_command(const Options& options);  // merge, split, reject, set, note
int stories_command(const Options& options);  // stories, commitments
int undo_command(const Options& options);
int log_command(const Options& options);
int apply_command(const Options& options);
int annotate_command(const Options& options);
int extract_command(const Options& options);

}  // namespace dateline
