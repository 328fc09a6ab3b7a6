// IPTC ninjs, 1.x to 3.x (iptc.org/standards/ninjs): one item, one report.
#pragma once

#include <nlohmann/json.hpp>

#include "ingest/input.h"

namespace dateline {

bool is_ninjs(const nlohmann::ordered_json& object);
// Fails where the item carries no words at all.
Result<Capture> read_ninjs(const nlohmann::ordered_json& item, const Input& input);

}  // namespace dateline
