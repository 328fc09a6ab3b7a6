#include "ingest/json_lines.h"

#include <nlohmann/json.hpp>

#include "base/strings.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kMaxLine = 64 << 20;

// Takes a string out of the row; leaves what is absent or null as it was.
void take(Json& row, const char* key, std::string& out) {
  auto found = row.find(key);
  if (found == row.end()) return;
  if (found->is_string() && !found->get_ref<const std::string&>().empty()) out = found->get<std::string>();
  else if (found->is_number_integer()) out = std::to_string(found->get<int64_t>());
  row.erase(found);
}

Result<Capture> read_row(std::string_view line, const std::string& where) {
  if (line.size() > kMaxLine) return Error{ErrorCode::limit, "line longer than 64 MiB", where};
  Json row = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (row.is_discarded()) return Error{ErrorCode::invalid_input, "not JSON", where};
  if (!row.is_object()) return Error{ErrorCode::invalid_input, "not a JSON object", where};
  Capture capture;
  std::string text, html;
  take(row, "html", html);
  take(row, "text", text);
  if (html.empty() && text.empty()) return Error{ErrorCode::invalid_input, "neither text nor html", where};
  capture.type = html.empty() ? ContentType::plain_text : ContentType::html;
  capture.payload = html.empty() ? std::move(text) : std::move(html);
  GivenFacts& g = capture.given;
  for (auto [key, field] : {std::pair{"url", &g.url}, {"headline", &g.headline}, {"byline", &g.byline}, {"outlet", &g.outlet},
                            {"published", &g.published}, {"language", &g.language}, {"id", &g.id}}) {
    take(row, key, *field);
  }
  if (!row.empty()) capture.extra_json = row.dump();
  return capture;
}

void fill(std::string& field, const std::string& given) {
  if (field.empty()) field = given;
}

}  // namespace

bool read_json_lines(const std::string& path, std::string_view bytes, const GivenFacts& given, const CaptureSink& sink) {
  size_t number = 0;
  for (size_t begin = 0; begin < bytes.size();) {
    const size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = trim(bytes.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty()) continue;
    const std::string place = "line " + std::to_string(number);
    Result<Capture> row = read_row(line, path + ", " + place);
    if (row.ok()) {
      row->path = path;
      row->place = place;
      for (auto field : {&GivenFacts::outlet, &GivenFacts::url, &GivenFacts::published, &GivenFacts::language}) {
        fill(row->given.*field, given.*field);
      }
    }
    if (!sink(std::move(row))) return false;
  }
  return true;
}

}  // namespace dateline
