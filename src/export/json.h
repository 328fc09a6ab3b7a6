// What all JSON of Dateline has in common: fixed order of keys, null for what is absent, numbers without noise.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "dateline/model.h"
#include "export/offsets.h"

namespace dateline {

using Json = nlohmann::ordered_json;

// An object with these keys and values, fields("id", id, "name", name, …). An initializer list makes an array of each
// pair first, and an object that grows copies all it holds, which was half of what a listing cost.
template <typename... KeysAndValues>
Json fields(KeysAndValues&&... all);

Json text_or_null(std::string_view text);  // "" is null
Json number_or_null(double value);         // NaN is null; 3.0 is printed as 3
Json section_json(const Section& section, const CodePoints& points);
// First and last day, as days since 1970; null where the date is not known at all or open on that side.
Json days_json(const Edtf& value);
std::string dump(const Json& value);  // one line

namespace internal {

inline void put_fields(Json::object_t::Container&) {}
template <typename Value, typename... Rest>
void put_fields(Json::object_t::Container& object, const char* key, Value&& value, Rest&&... rest) {
  object.emplace_back(key, std::forward<Value>(value));
  put_fields(object, std::forward<Rest>(rest)...);
}

}  // namespace internal

template <typename... KeysAndValues>
Json fields(KeysAndValues&&... all) {
  constexpr size_t kMore = 6;  // what is added to an object afterwards finds room
  Json out = Json::object();
  auto& object = out.get_ref<Json::object_t&>();
  object.reserve(sizeof...(all) / 2 + kMore);
  internal::put_fields(object, std::forward<KeysAndValues>(all)...);
  return out;
}

}  // namespace dateline
