#include "ingest/ninjs.h"

#include "ingest/markup.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& item, const char* key) {
  auto found = item.find(key);
  return found != item.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// 2.x and 3.x keep texts as [{"role": …, "contenttype": …, "value": …}]; "main" comes before what has another role.
std::string text_in(const Json& item, const char* key, bool* html = nullptr) {
  auto list = item.find(key);
  if (list == item.end() || !list->is_array()) return {};
  std::string best;
  for (const Json& one : *list) {
    if (!one.is_object()) continue;
    std::string value = text_of(one, "value");
    const std::string role = text_of(one, "role");
    if (value.empty() || (!best.empty() && role != "main")) continue;
    best = std::move(value);
    if (html != nullptr) *html = text_of(one, "contenttype").find("html") != std::string::npos;
  }
  return best;
}

// 1.x has body_text, body_xhtml, body_html and keys like them.
std::string text_with_prefix(const Json& item, std::string_view prefix, bool* html = nullptr) {
  std::string best;
  for (const auto& [key, value] : item.items()) {
    if (!value.is_string() || !std::string_view(key).starts_with(prefix)) continue;
    const bool is_html = key.ends_with("html");
    if (!best.empty() && !is_html) continue;
    best = value.get<std::string>();
    if (html != nullptr) *html = is_html;
  }
  return best;
}

std::string first_of(std::string a, const std::string& b) { return a.empty() ? b : a; }

std::string copyright_holder(const Json& item) {
  auto sources = item.find("infosources");
  if (sources != item.end() && sources->is_array()) {
    for (const Json& s : *sources) {
      if (s.is_object() && !text_of(s, "name").empty()) return text_of(s, "name");
    }
  }
  return first_of(text_of(item, "copyrightholder"), text_of(item, "source"));
}

}  // namespace

bool is_ninjs(const Json& object) {
  if (object.contains("text") || object.contains("html") || !object.contains("uri")) return false;
  for (const char* key :
       {"type", "versioncreated", "headline", "headlines", "bodies", "body_text", "body_xhtml", "pubstatus", "standard",
        "profile", "representationtype", "descriptions", "description_text", "associations"}) {
    if (object.contains(key)) return true;
  }
  return object.size() == 1;
}

Result<Capture> read_ninjs(const Json& item, const Input& input) {
  Capture capture = input.capture();
  GivenFacts& g = capture.given;
  bool html = false;
  g.url = text_of(item, "uri");
  g.headline = plain_text(
      first_of(text_in(item, "headlines"), first_of(text_with_prefix(item, "headline"), text_of(item, "title"))));
  g.byline = first_of(text_of(item, "by"), text_of(item, "byline"));
  g.published = iso_date(first_of(text_of(item, "firstcreated"), text_of(item, "versioncreated")));
  g.language = text_of(item, "language").substr(0, 2);
  g.outlet = copyright_holder(item);
  capture.payload = first_of(text_in(item, "bodies", &html), "");
  if (capture.payload.empty()) capture.payload = text_with_prefix(item, "body", &html);
  if (capture.payload.empty()) {
    capture.summary_only = true;
    capture.payload = first_of(text_in(item, "descriptions", &html), text_with_prefix(item, "description", &html));
  }
  capture.type = html ? ContentType::html : ContentType::plain_text;
  if (capture.payload.empty()) capture.payload = g.headline;
  fill_given(g, input.given);
  if (capture.payload.empty()) return Error{ErrorCode::invalid_input, "a ninjs item without words", input.where()};
  return capture;
}

}  // namespace dateline
