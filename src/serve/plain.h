// The pages that need no scripts: the chronology as a list, and each report as text. All report text is escaped here.
#pragma once

#include <string>

#include "serve/answers.h"

namespace dateline {

std::string escaped(std::string_view text);

// The start page: its frame, with the first `lines` events in it.
Result<std::string> start_page(Answers& answers, size_t lines);
// One report, section by section. Fails with not_found.
Result<std::string> report_page(Answers& answers, const std::string& id);

}  // namespace dateline
