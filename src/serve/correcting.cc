// Corrections from the page: what a person says, kept by the engine.
#include <httplib.h>

#include "base/clock.h"
#include "export/correction_json.h"
#include "export/json.h"
#include "serve/api.h"

namespace dateline {
namespace {

bool may_correct(const Guard& guard, const httplib::Request& request, httplib::Response& response) {
  if (guard.is_local() && guard.may_change(request)) return true;
  refuse(response, 403, "this request does not come from our own page on this machine");
  return false;
}

void answer(httplib::Response& response, const Result<Correction>& done) {
  if (!done.ok()) return refuse(response, done.error().code == ErrorCode::not_found ? 404 : 400, done.error().text());
  response.set_content(dump(Json{{"id", done->id}, {"undone", done->undone}}), "application/json");
}

}  // namespace

void add_correction_routes(httplib::Server& server, const Engine& engine, const std::string& db, Answers& answers,
                           const Guard& guard) {
  server.Get("/api/corrections", [&](const httplib::Request&, httplib::Response& response) {
    auto log = answers.corrections();
    if (!log.ok()) return refuse(response, 500, log.error().text());
    response.set_content(*log, "application/json");
  });
  server.Post("/api/corrections", [&](const httplib::Request& request, httplib::Response& response) {
    if (!may_correct(guard, request, response)) return;
    auto asked = request_from(Json::parse(request.body, nullptr, false));
    if (!asked.ok()) return refuse(response, 400, asked.error().text());
    asked->made = utc_now();
    answer(response, engine.correct(db, *asked));
  });
  server.Post("/api/corrections/undo", [&](const httplib::Request& request, httplib::Response& response) {
    if (!may_correct(guard, request, response)) return;
    const Json json = Json::parse(request.body, nullptr, false);
    if (!json.is_object() || !json.contains("id") || !json["id"].is_string())
      return refuse(response, 400, "no id of a correction");
    answer(response, engine.undo(db, json["id"].get<std::string>()));
  });
}

}  // namespace dateline
