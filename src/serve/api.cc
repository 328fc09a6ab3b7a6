#include "serve/api.h"

#include <httplib.h>

#include <charconv>

#include "base/resources.h"
#include "export/json.h"
#include "export/listing_names.h"

namespace dateline {
namespace {

constexpr const char* kJson = "application/json";

Result<uint32_t> number(const httplib::Request& request, const char* key) {
  const std::string text = request.get_param_value(key);
  uint32_t value = 0;
  if (text.empty()) return value;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    return Error{ErrorCode::invalid_input, std::string(key) + " is no number", ""};
  return value;
}

Result<DayRange> days(const httplib::Request& request, const char* key) {
  if (!request.has_param(key) || request.get_param_value(key).empty()) return DayRange{};
  auto value = parse_edtf(request.get_param_value(key));
  if (!value) return Error{ErrorCode::invalid_input, std::string(key) + " is no date", ""};
  return days_of(*value);
}

Result<Filter> filter_of(const httplib::Request& request) {
  Filter filter;
  TRY(DayRange from, days(request, "from"));
  TRY(DayRange to, days(request, "to"));
  TRY(DayRange as_of, days(request, "as_of"));
  filter.when = {from.first, to.last};
  filter.as_of = as_of.last;
  filter.about = request.get_param_value("about");
  filter.type = request.get_param_value("type");
  filter.by = request.get_param_value("by");
  filter.of = request.get_param_value("of");
  filter.status = request.get_param_value("status");
  filter.outlet = request.get_param_value("outlet");
  filter.entity = request.get_param_value("entity");
  filter.report = request.get_param_value("report");
  filter.disputed = request.get_param_value("disputed") == "1";
  filter.main = request.get_param_value("main") == "1";
  filter.newest_first = request.get_param_value("order") == "newest";
  TRY(filter.offset, number(request, "offset"));
  TRY(filter.limit, number(request, "limit"));
  return filter;
}

int status_of(const Error& error) {
  switch (error.code) {
    case ErrorCode::not_found: return 404;
    case ErrorCode::invalid_input: return 400;
    default: return 500;
  }
}

void answer(httplib::Response& response, const Result<std::string>& json) {
  if (!json.ok()) return refuse(response, status_of(json.error()), json.error().text());
  response.set_content(*json, kJson);
}

}  // namespace

void refuse(httplib::Response& response, int status, const std::string& why) {
  response.status = status;
  response.set_content(dump(Json{{"error", why}}), kJson);
}

void add_reading_routes(httplib::Server& server, Answers& answers, const Guard& guard) {
  using httplib::Request;
  using httplib::Response;
  server.Get("/api/desk", [&](const Request&, Response& response) {
    Json desk = {{"served", true}, {"listings", Json::array()}, {"can", Json::array()}};
    for (const ListingName& listing : kListingNames) desk["listings"].push_back(listing.name);
    if (guard.is_local()) {
      desk["can"].push_back("add");
      desk["can"].push_back("corrections");
      desk["token"] = guard.token();
    }
    response.set_content(dump(desk), kJson);
  });
  server.Get("/api/openapi.json", [](const Request&, Response& response) {
    auto text = Resources::embedded().get("web/openapi.json");
    if (!text.ok()) return refuse(response, 404, text.error().text());
    response.set_content(std::string(*text), kJson);
  });
  server.Get("/api/search", [&](const Request& request, Response& response) {
    auto filter = filter_of(request);
    if (!filter.ok()) return refuse(response, 400, filter.error().text());
    answer(response, answers.search(request.get_param_value("words"), *filter));
  });
  server.Get("/api/places", [&](const Request& request, Response& response) {
    auto filter = filter_of(request);
    if (!filter.ok()) return refuse(response, 400, filter.error().text());
    answer(response, answers.places(*filter));
  });
  server.Get(R"(/api/counts/([a-z]+))", [&](const Request& request, Response& response) {
    auto filter = filter_of(request);
    if (!filter.ok()) return refuse(response, 400, filter.error().text());
    filter->listing = listing_called(request.matches[1].str());
    if (filter->listing == Listing::all) return refuse(response, 404, "no such listing");
    answer(response, answers.counts(*filter));
  });
  server.Get(R"(/api/show/([a-z]-[0-9a-f]+))",
             [&](const Request& request, Response& response) { answer(response, answers.show(request.matches[1])); });
  server.Get(R"(/api/text/(r-[0-9a-f]+))",
             [&](const Request& request, Response& response) { answer(response, answers.text(request.matches[1])); });
  server.Get(R"(/api/([a-z]+))", [&](const Request& request, Response& response) {
    auto filter = filter_of(request);
    if (!filter.ok()) return refuse(response, 400, filter.error().text());
    filter->listing = listing_called(request.matches[1].str());
    if (filter->listing == Listing::all) return refuse(response, 404, "no such listing");
    auto lines = answers.list(*filter, request.get_param_value("form") == "line" ? Form::line : Form::whole);
    if (!lines.ok()) return refuse(response, status_of(lines.error()), lines.error().text());
    response.set_header("X-Total-Count", std::to_string(lines->total));
    response.set_content(lines->json, kJson);
  });
}

void add_change_routes(httplib::Server& server, Changes& changes) {
  server.Get("/api/changes", [&](const httplib::Request&, httplib::Response& response) {
    if (!changes.enter()) return refuse(response, 503, "too many pages listen");
    response.set_header("Cache-Control", "no-store");
    auto seen = std::make_shared<uint64_t>(changes.latest());
    auto begun = std::make_shared<bool>(false);
    response.set_chunked_content_provider(
        "text/event-stream",
        [&changes, seen, begun](size_t, httplib::DataSink& sink) {
          std::string text = *begun ? changes.wait_after(*seen) : ": hello\n\n";
          *begun = true;
          if (text.empty()) return false;
          return sink.write(text.data(), text.size());
        },
        [&changes](bool) { changes.leave(); });
  });
}

}  // namespace dateline
