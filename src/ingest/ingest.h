// From paths to Captures: files, folders, standard input, JSON Lines, and the other formats by their content.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dateline/model.h"
#include "dateline/result.h"
#include "ingest/fetch.h"

namespace dateline {

// Called once per report, or per report that could not be read, in the order of the input.
// Return false to stop.
using CaptureSink = std::function<bool(Result<Capture>)>;

// Reads each path ('-': standard input; a folder: all files below it, sorted by name; http:// and https://: fetched,
// and told by content like a file; a page that has not changed since `web.known` gives nothing). `given` is stated of
// every report that does not state it itself. Never fails as a whole: each failure reaches the sink.
void read_captures(const std::vector<std::string>& paths, const GivenFacts& given, const CaptureSink& sink,
                   const WebOptions& web = {});
// The same for bytes that are here already, as if a file of that name held them. False if the sink stopped.
bool read_upload(const std::string& name, std::string bytes, const GivenFacts& given, const CaptureSink& sink);

}  // namespace dateline
