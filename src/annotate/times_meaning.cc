#include "annotate/times_meaning.h"

#include <charconv>
#include <span>

namespace dateline::times {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, kFields> kFieldNames = {
    "type",    "year",    "month",    "day",       "weekday", "season",     "quarter",   "half",     "decade",
    "century", "weekend", "week",     "nth",       "plus",    "easter",     "feast",     "part",     "hour",
    "minute",  "second",  "clock",    "zone",      "zoneby",  "zoneminute", "zoneclock", "meridiem", "mod",
    "n",       "tenths",  "hundreds", "thousands", "unit",    "by",         "byunit",    "from",     "yearby",
    "monthby", "toward",  "ref",      "every",     "range",   "grain",      "none"};
constexpr std::string_view kUnits[] = {"second",  "minute", "hour",   "day",  "weekend", "week",    "month",
                                       "quarter", "half",   "season", "year", "decade",  "century", "millennium"};
constexpr std::string_view kParts[] = {"MO", "AF", "EV", "NI", "DT", "MI"};
constexpr std::string_view kMods[] = {"START",     "END",       "MID",           "APPROX",
                                      "BEFORE",    "AFTER",     "ON_OR_BEFORE",  "ON_OR_AFTER",
                                      "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"};
constexpr std::string_view kSeasons[] = {"SP", "SU", "FA", "WI"};
constexpr std::string_view kRefs[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
constexpr std::string_view kTypes[] = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::string_view kAnchors[] = {"now", "then", "topic", "period"};

Names names_of(Field field) {
  switch (field) {
    case Field::type: return kTypes;
    case Field::unit:
    case Field::byunit:
    case Field::grain:
    case Field::every: return kUnits;
    case Field::part: return kParts;
    case Field::mod: return kMods;
    case Field::season: return kSeasons;
    case Field::ref: return kRefs;
    case Field::from: return kAnchors;
    default: return {};
  }
}

}  // namespace

void Meaning::merge(const Meaning& other) {
  for (size_t i = 0; i < kFields; ++i) {
    if (other.values[i] != kUnset) values[i] = other.values[i];
  }
}

void Meaning::settle() {
  Meaning& m = *this;
  if (has(Field::clock)) {
    m[Field::hour] = static_cast<int16_t>(m[Field::clock] / 100);
    m[Field::minute] = static_cast<int16_t>(m[Field::clock] % 100);
  }
  if (has(Field::zone)) {
    const int by = get(Field::zoneby, 0), clock = get(Field::zoneclock, 0);
    const int minutes = get(Field::zoneminute, 0) * (by < 0 ? -1 : 1);
    m[Field::zone] = static_cast<int16_t>(m[Field::zone] + by * 60 + minutes + clock / 100 * 60 + clock % 100);
  }
  const int n = get(Field::hundreds, 0) * 100 + get(Field::thousands, 0) * 1000;
  if (n > 0) m[Field::n] = static_cast<int16_t>(n);
  if (get(Field::type, 0) == static_cast<int>(TimexType::DATE) && has(Field::year) && has(Field::n)) {
    // "nineteen" "ninety" "six"; and two digits alone mean the years from 1970 to 2069.
    const int rest = m[Field::n] + get(Field::plus, 0);
    const bool before = m[Field::year] == 2000 && rest >= 70;
    m[Field::year] = static_cast<int16_t>(m[Field::year] + rest - (before ? 100 : 0));
    m[Field::n] = m[Field::plus] = kUnset;
  }
  for (Field f : {Field::clock, Field::zoneby, Field::zoneminute, Field::zoneclock, Field::hundreds, Field::thousands})
    m[f] = kUnset;
}

std::optional<Field> field_named(std::string_view name) {
  for (size_t i = 0; i < kFields; ++i) {
    if (kFieldNames[i] == name) return static_cast<Field>(i);
  }
  return std::nullopt;
}

std::optional<int16_t> value_named(Field field, std::string_view text) {
  const Names names = names_of(field);
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i] == text) return static_cast<int16_t>(i);
  }
  int16_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string_view part_name(int part) { return kParts[part]; }
std::string_view mod_name(int mod) { return kMods[mod]; }
std::string_view season_name(int season) { return kSeasons[season]; }
std::string_view ref_name(int ref) { return kRefs[ref]; }

}  // namespace dateline::times
