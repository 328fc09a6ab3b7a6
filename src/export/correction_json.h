// What a person said, as JSON Lines that people can read and another record can take in.
#pragma once

#include "dateline/correction.h"
#include "dateline/result.h"
#include "export/sources.h"

namespace dateline {

Json to_json(const Correction& correction, Sources& sources);
Json to_json(const LoggedCorrection& line, Sources& sources);
// For people: what was said of which words, by whom, and whether it holds.
std::string to_text(const LoggedCorrection& line, Sources& sources);
// One line of a log, read again. Fails (not_found) where a report that it speaks of is not on record or has other words
// there, and (invalid_input) where it is no correction.
Result<Correction> correction_from(const Json& line, Sources& sources);

// What a client asks for: {"kind", "ids": [..], "attribute", "value", "by"}.
Result<CorrectionRequest> request_from(const Json& json);
// The kind of that name, if there is one.
Result<CorrectionKind> correction_kind_named(std::string_view name);

}  // namespace dateline
