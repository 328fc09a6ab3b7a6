// JSON Lines of the contract: one report a line, with `text` or `html`.
#pragma once

#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace dateline {

// Each line becomes a Capture or an error that names it. False if the sink stopped.
bool read_json_lines(const std::string& path, std::string_view bytes, const GivenFacts& given, const CaptureSink& sink);

}  // namespace dateline
