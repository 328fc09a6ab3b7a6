// What all JSON of Dateline has in common: fixed order of keys, null for what is absent, numbers without noise.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "dateline/model.h"
#include "export/offsets.h"

namespace dateline {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text);  // "" is null
Json number_or_null(double value);         // NaN is null; 3.0 is printed as 3
Json section_json(const Section& section, const CodePoints& points);
// First and last day, as days since 1970; null where the date is not known at all or open on that side.
Json days_json(const Edtf& value);
std::string dump(const Json& value);  // one line

}  // namespace dateline
