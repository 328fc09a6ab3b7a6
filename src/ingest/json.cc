// JSON in: Lines of the contract, a JSON Feed, IPTC ninjs; one object, an array of them, or one a line.
#include <nlohmann/json.hpp>

#include "base/strings.h"
#include "ingest/input.h"
#include "ingest/limits.h"
#include "ingest/markup.h"
#include "ingest/ninjs.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

// Nesting is bounded before the parser builds anything, so that "[[[[…" costs no stack.
constexpr int kMaxDepth = 200;

bool too_deep(std::string_view bytes) {
  int depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (in_string) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kMaxDepth) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

Json parse(std::string_view bytes) {
  if (too_deep(bytes)) return Json(Json::value_t::discarded);
  return Json::parse(bytes, nullptr, /*allow_exceptions=*/false);
}

// Takes a string out of the row; leaves what is absent or null as it was.
void take(Json& row, const char* key, std::string& out) {
  auto found = row.find(key);
  if (found == row.end()) return;
  if (found->is_string()) {
    if (!found->get_ref<const std::string&>().empty()) out = found->get<std::string>();
  } else if (found->is_number_integer()) {
    out = std::to_string(found->get<int64_t>());
  } else if (!found->is_null()) {
    return;  // of another kind than the contract's: kept as it is
  }
  row.erase(found);
}

Result<Capture> read_row(Json row, const Input& input) {
  Capture capture = input.capture();
  capture.given = {};
  std::string text, html;
  take(row, "html", html);
  take(row, "text", text);
  if (html.empty() && text.empty()) return Error{ErrorCode::invalid_input, "neither text nor html", input.where()};
  capture.type = html.empty() ? ContentType::plain_text : ContentType::html;
  capture.payload = html.empty() ? std::move(text) : std::move(html);
  GivenFacts& g = capture.given;
  for (auto [key, field] : {std::pair{"url", &g.url},
                            {"headline", &g.headline},
                            {"byline", &g.byline},
                            {"outlet", &g.outlet},
                            {"published", &g.published},
                            {"language", &g.language},
                            {"id", &g.id}}) {
    take(row, key, *field);
  }
  fill_given(g, input.given);
  if (!row.empty()) capture.extra_json = row.dump(-1, ' ', false, Json::error_handler_t::replace);
  return capture;
}

Result<Capture> read_feed_item(const Json& item, const Json& feed, const Input& input) {
  Capture capture = input.capture();
  GivenFacts& g = capture.given;
  const auto text_of = [](const Json& from, const char* key) {
    return from.contains(key) && from[key].is_string() ? from[key].get<std::string>() : std::string();
  };
  g.headline = plain_text(text_of(item, "title"));
  g.url = text_of(item, "url");
  g.published = iso_date(text_of(item, "date_published"));
  g.language = text_of(item, "language");
  g.outlet = text_of(feed, "title");
  capture.type = ContentType::html;
  capture.payload = text_of(item, "content_html");
  if (capture.payload.empty()) {
    capture.type = ContentType::plain_text;
    capture.payload = text_of(item, "content_text");
  }
  if (capture.payload.empty()) {
    capture.summary_only = true;
    capture.payload = text_of(item, "summary");
  }
  if (capture.payload.empty()) capture.payload = g.headline;
  fill_given(g, input.given);
  if (capture.payload.empty()) return Error{ErrorCode::invalid_input, "a feed entry without words", input.where()};
  return capture;
}

bool read_object(Json object, const Input& input, const CaptureSink& sink) {
  if (object.is_discarded()) return sink(Error{ErrorCode::invalid_input, "not JSON", input.where()});
  if (!object.is_object()) return sink(Error{ErrorCode::invalid_input, "not a JSON object", input.where()});
  if (object.contains("items") && object["items"].is_array() && object.contains("version")) {
    size_t number = 0;
    for (const Json& item : object["items"]) {
      if (!sink(read_feed_item(item, object, input.inside("entry " + std::to_string(++number))))) return false;
    }
    return true;
  }
  if (is_ninjs(object)) return sink(read_ninjs(object, input));
  return sink(read_row(std::move(object), input));
}

// Lines, each an object by itself: the first line tells.
bool is_lines(std::string_view bytes) {
  const size_t end = bytes.find('\n');
  if (end == std::string_view::npos || trim(bytes.substr(end)).empty()) return false;
  const std::string_view first = trim(bytes.substr(0, end));
  if (!first.starts_with('{')) return false;
  if (first.ends_with('}')) return true;
  // A broken first line among others that are whole.
  const std::string_view second = trim(bytes.substr(end, bytes.find('\n', end + 1) - end));
  return second.starts_with("{\"") && second.ends_with('}');
}

}  // namespace

bool read_json(const Input& input, std::string_view bytes, const CaptureSink& sink) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!is_lines(bytes)) {
    if (bytes.size() > kMaxReportBytes)
      return sink(Error{ErrorCode::limit, "one JSON value past 64 MiB", input.where()});
    Json whole = parse(bytes);
    if (!whole.is_array()) return read_object(std::move(whole), input, sink);
    size_t number = 0;
    for (Json& object : whole) {
      if (!read_object(std::move(object), input.inside("entry " + std::to_string(++number)), sink)) return false;
    }
    return true;
  }
  size_t number = 0;
  for (size_t begin = 0; begin < bytes.size();) {
    const size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = trim(bytes.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty()) continue;
    const Input here = input.inside("line " + std::to_string(number));
    const bool go_on = line.size() > kMaxReportBytes
                           ? sink(Error{ErrorCode::limit, "line longer than 64 MiB", here.where()})
                           : read_object(parse(line), here, sink);
    if (!go_on) return false;
  }
  return true;
}

}  // namespace dateline
