#include "serve/site.h"

#include "base/resources.h"
#include "export/json.h"
#include "export/listing_names.h"
#include "serve/plain.h"

namespace dateline {
namespace {

constexpr size_t kPlainLines = 5000;  // of the chronology that is readable without scripts
constexpr uint32_t kChunk = 100;      // whole objects to a data file

std::string_view content_type(std::string_view path) {
  if (path.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (path.ends_with(".css")) return "text/css; charset=utf-8";
  if (path.ends_with(".svg")) return "image/svg+xml";
  return "text/html; charset=utf-8";
}

// JSON is a subset of JavaScript; the script only names what it brings.
std::string data_script(const std::string& name, const std::string& json) {
  return "window.datelineData(" + dump(Json(name)) + ", " + json + ");\n";
}

Status write_listing(Answers& answers, const ListingName& listing, const auto& write_data) {
  Filter filter;
  filter.listing = listing.listing;
  TRY(Answers::Lines lines, answers.list(filter, Form::line));
  CHECK_OK(write_data(std::string(listing.name), lines.json));
  filter.limit = kChunk;
  for (filter.offset = 0; filter.offset < lines.total; filter.offset += kChunk) {
    TRY(Answers::Lines whole, answers.list(filter, Form::whole));
    const std::string chunk = std::to_string(filter.offset / kChunk);
    CHECK_OK(write_data("whole/" + std::string(listing.name) + "/" + chunk, whole.json));
  }
  return kDone;
}

}  // namespace

Result<Page> page_at(Answers& answers, const std::string& path, size_t lines) {
  if (path.empty() || path == "index.html") {
    TRY(std::string body, start_page(answers, lines));
    return Page{"text/html; charset=utf-8", std::move(body)};
  }
  if (path == "data/land.js") {
    TRY(Json land, land_json(Resources::embedded()));
    return Page{std::string(content_type(path)), data_script("land", dump(land))};
  }
  if (path.starts_with("read/") && path.ends_with(".html")) {
    TRY(std::string body, report_page(answers, path.substr(5, path.size() - 10)));
    return Page{std::string(content_type(path)), std::move(body)};
  }
  if (path.ends_with(".html")) return Error{ErrorCode::not_found, "no such page", path};
  TRY(std::string_view bytes, Resources::embedded().get("web/" + path));
  return Page{std::string(content_type(path)), std::string(bytes)};
}

Status write_site(Answers& answers, const std::function<Status(const std::string&, const std::string&)>& write) {
  const auto write_data = [&](const std::string& name, const std::string& json) {
    return write("data/" + name + ".js", data_script(name, json));
  };
  std::vector<std::string> paths = {"index.html", "data/land.js"};
  for (const std::string& name : Resources::embedded().list("web/")) {
    if (!name.ends_with(".html") && !name.ends_with(".json")) paths.push_back(name.substr(4));
  }
  for (const std::string& path : paths) {
    TRY(Page page, page_at(answers, path, kPlainLines));
    CHECK_OK(write(path, page.body));
  }
  Json desk = {{"served", false}, {"chunk", kChunk}, {"listings", Json::array()}};
  for (const ListingName& listing : kListingNames) {
    desk["listings"].push_back(listing.name);
    CHECK_OK(write_listing(answers, listing, write_data));
  }
  CHECK_OK(write_data("desk", dump(desk)));
  TRY(std::string places, answers.places({}));
  CHECK_OK(write_data("places", places));
  Filter all;
  all.listing = Listing::reports;
  TRY(Slice reports, answers.record().list(all));
  for (const ReportView& view : reports.reports) {
    TRY(std::string text, answers.text(view.head.id));
    CHECK_OK(write_data("text/" + view.head.id, text));
    TRY(Page page, page_at(answers, "read/" + view.head.id + ".html", 0));
    CHECK_OK(write("read/" + view.head.id + ".html", page.body));
  }
  return kDone;
}

}  // namespace dateline
