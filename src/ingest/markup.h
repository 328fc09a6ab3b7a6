// Small pieces that feeds and agency items share.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// Words of a title that may hold tags and entities. Not for bodies: src/extract reads those.
std::string plain_text(std::string_view markup);

// "Sat, 09 Mar 2024 12:00:00 GMT", "2024-03-09T12:00:00Z", "9 March 2024 12:00 +0300" as ISO 8601; "" if it is no date.
std::string iso_date(std::string_view text);

bool has_markup(std::string_view text);  // a tag or an entity stands in it

}  // namespace dateline
