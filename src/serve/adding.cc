// Reports into the record, from the page: one batch at a time, told as it goes.
#include <httplib.h>

#include <mutex>

#include "export/json.h"
#include "serve/api.h"

namespace dateline {
namespace {

// A file's name as the browser gives it, without folders; it is shown and stored, never opened.
std::string base_name(const std::string& name) {
  const size_t slash = name.find_last_of("/\\");
  return slash == name.npos ? name : name.substr(slash + 1);
}

Json summary_json(const AddSummary& summary) {
  return {{"added", summary.added}, {"known", summary.known}, {"failed", summary.failed}};
}

struct Batch {
  std::vector<Upload> uploads;
  AddOptions options;
};

Batch batch_of(const httplib::Request& request) {
  Batch batch;
  GivenFacts& given = batch.options.given;
  const std::pair<const char*, std::string*> facts[] = {
      {"outlet", &given.outlet}, {"url", &given.url}, {"published", &given.published}};
  for (const auto& [name, form] : request.files) {
    for (const auto& [fact, value] : facts) {
      if (name == fact) *value = form.content;
    }
    if (name == "text" && !form.content.empty()) batch.uploads.push_back({"pasted text", form.content});
    if (name == "file") batch.uploads.push_back({base_name(form.filename), form.content});
  }
  return batch;
}

}  // namespace

void add_adding_routes(httplib::Server& server, const Engine& engine, const std::string& db, const Guard& guard,
                       Changes& changes) {
  auto one_at_a_time = std::make_shared<std::mutex>();
  server.Post("/api/add", [&, one_at_a_time](const httplib::Request& request, httplib::Response& response) {
    if (!guard.is_local()) return refuse(response, 403, "reports can be added from this machine alone");
    if (!guard.may_change(request)) return refuse(response, 403, "this request does not come from our own page");
    Batch batch = batch_of(request);
    if (batch.uploads.empty()) return refuse(response, 400, "no file and no text");
    if (!batch.options.given.published.empty() && !parse_edtf(batch.options.given.published))
      return refuse(response, 400, "published is no date such as 2024-03-09");
    Json failures = Json::array();
    batch.options.on_failure = [&](const Error& error) {
      failures.push_back({{"where", error.where}, {"why", error.message}});
    };
    batch.options.on_progress = [&](const AddSummary& summary) {
      changes.tell("progress", dump(summary_json(summary)));
    };
    std::lock_guard lock(*one_at_a_time);
    auto summary = engine.add(db, std::move(batch.uploads), batch.options);
    if (!summary.ok()) return refuse(response, 500, summary.error().text());
    Json out = summary_json(*summary);
    out["failures"] = std::move(failures);
    response.set_content(dump(out), "application/json");
  });
}

}  // namespace dateline
