#include "export/json.h"

#include <cmath>

namespace dateline {

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json number_or_null(double value) {
  if (std::isnan(value)) return nullptr;
  if (value == std::floor(value) && std::abs(value) < 1e15) return static_cast<int64_t>(value);
  return value;
}

Json section_json(const Section& section, const CodePoints& points) {
  return fields("kind", name_of(section.kind), "start", points.at(section.span.begin), "end",
                points.at(section.span.end), "author", text_or_null(section.author), "posted",
                text_or_null(to_string(section.posted)));
}

Json days_json(const Edtf& value) {
  if (!value.known()) return nullptr;
  const DayRange days = days_of(value);
  const auto end = [](Day day) { return day == kOpenBegin || day == kOpenEnd ? Json(nullptr) : Json(day); };
  return {end(days.first), end(days.last)};
}

std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace dateline
