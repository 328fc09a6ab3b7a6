#include "serve/server.h"

#include <httplib.h>

#include <charconv>
#include <mutex>

#include "export/json.h"
#include "serve/site.h"

namespace dateline {
namespace {

constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'";

bool is_known_host(std::string host, const ServeOptions& options) {
  if (const size_t colon = host.rfind(':'); colon != std::string::npos && host.find(']', colon) == std::string::npos)
    host.resize(colon);
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]" || host == options.host;
}

void refuse(httplib::Response& response, int status, const std::string& why) {
  response.status = status;
  response.set_content(dump(Json{{"error", why}}), "application/json");
}

Result<Filter> filter_of(const httplib::Request& request) {
  Filter filter;
  const auto days = [&](const char* key, DayRange all) -> Result<DayRange> {
    if (!request.has_param(key)) return all;
    auto value = parse_edtf(request.get_param_value(key));
    if (!value) return Error{ErrorCode::invalid_input, std::string(key) + " is no date", ""};
    return days_of(*value);
  };
  TRY(DayRange from, days("from", {}));
  TRY(DayRange to, days("to", {}));
  TRY(DayRange as_of, days("as_of", {}));
  filter.when = {from.first, to.last};
  filter.as_of = as_of.last;
  filter.about = request.get_param_value("about");
  filter.type = request.get_param_value("type");
  filter.by = request.get_param_value("by");
  filter.of = request.get_param_value("of");
  const std::string limit = request.get_param_value("limit");
  std::from_chars(limit.data(), limit.data() + limit.size(), filter.limit);
  return filter;
}

}  // namespace

Status serve(const Engine& engine, const ServeOptions& options) {
  TRY(Site site, Site::open(engine, options.db));
  std::mutex one_at_a_time;  // a Site holds one connection to the record
  httplib::Server server;
  server.set_payload_max_length(0);
  server.set_read_timeout(10);
  server.set_default_headers({{"Content-Security-Policy", kPolicy},
                              {"X-Content-Type-Options", "nosniff"},
                              {"Referrer-Policy", "no-referrer"}});
  server.set_pre_routing_handler([&](const httplib::Request& request, httplib::Response& response) {
    if (is_known_host(request.get_header_value("Host"), options)) return httplib::Server::HandlerResponse::Unhandled;
    refuse(response, 421, "this server does not answer to that host name");
    return httplib::Server::HandlerResponse::Handled;
  });
  server.Get(R"(/api/([a-z]+))", [&](const httplib::Request& request, httplib::Response& response) {
    auto filter = filter_of(request);
    if (!filter.ok()) return refuse(response, 400, filter.error().text());
    std::lock_guard lock(one_at_a_time);
    auto json = site.listing_json(request.matches[1], *filter);
    if (!json.ok()) return refuse(response, 404, json.error().text());
    response.set_content(*json, "application/json");
  });
  server.Get(R"(/(.*))", [&](const httplib::Request& request, httplib::Response& response) {
    std::lock_guard lock(one_at_a_time);
    auto page = site.page(request.matches[1]);
    if (!page.ok()) return refuse(response, 404, page.error().text());
    response.set_content(page->body, page->content_type.c_str());
  });
  if (!server.bind_to_port(options.host.c_str(), options.port)) {
    return Error{ErrorCode::io, "port " + std::to_string(options.port) + " cannot be had", options.host};
  }
  if (options.on_ready) options.on_ready("http://" + options.host + ":" + std::to_string(options.port) + "/");
  server.listen_after_bind();
  return kDone;
}

}  // namespace dateline
