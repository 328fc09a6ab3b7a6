#include "serve/site.h"

#include "base/resources.h"
#include "export/annotation_json.h"
#include "export/listing_json.h"

namespace dateline {
namespace {

constexpr std::string_view kListings[] = {"reports", "timeline",  "entities", "quotes",
                                          "figures", "conflicts", "voices"};
constexpr Listing kKinds[] = {Listing::reports, Listing::timeline,  Listing::entities, Listing::quotes,
                              Listing::figures, Listing::conflicts, Listing::voices};
constexpr size_t kPlainLines = 2000;  // of the chronology that is readable without scripts

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

template <typename T>
std::string array_of(const std::vector<T>& things, Sources& sources) {
  std::string out = "[";
  for (const T& thing : things) {
    if (out.size() > 1) out += ",\n";
    out += dump(to_json(thing, sources));
  }
  return out + "]";
}

// JSON is a subset of JavaScript; the script only names what it brings.
Page data_script(const std::string& name, const std::string& json) {
  return {"text/javascript; charset=utf-8", "window.datelineData(" + dump(Json(name)) + ", " + json + ");\n"};
}

}  // namespace

Result<Site> Site::open(const Engine& engine, std::string db) {
  TRY(auto heads, engine.heads(db));
  return Site(engine, std::move(db), Sources(std::move(heads)));
}

Result<std::string> Site::listing_json(const std::string& name, const Filter& asked) {
  Filter filter = asked;
  for (size_t i = 0; i < std::size(kListings); ++i) {
    if (kListings[i] == name) filter.listing = kKinds[i];
  }
  if (filter.listing == Listing::all) return Error{ErrorCode::not_found, "no listing is called " + name, ""};
  if (filter.listing == Listing::reports) {
    TRY(std::vector<ReportView> views, engine_.reports(db_, filter));
    std::string out = "[";
    for (const ReportView& v : views) out += (out.size() > 1 ? ",\n" : "") + dump(to_json(v, sources_, false));
    return out + "]";
  }
  TRY(Record record, engine_.recall(db_, filter));
  switch (filter.listing) {
    case Listing::timeline: return array_of(record.events, sources_);
    case Listing::entities: return array_of(record.entities, sources_);
    case Listing::quotes: return array_of(record.quotes, sources_);
    case Listing::figures: return array_of(record.figures, sources_);
    case Listing::conflicts: return array_of(record.conflicts, sources_);
    default: return array_of(record.voices, sources_);
  }
}

Result<Page> Site::index() {
  TRY(std::string_view frame, Resources::embedded().get("web/index.html"));
  Filter filter;
  filter.listing = Listing::timeline;
  filter.limit = kPlainLines;
  TRY(Record record, engine_.recall(db_, filter));
  std::string list = "<h2>Chronology</h2>\n<ol class=\"lines\">\n";
  for (const Event& e : record.events) {
    const std::string when = to_string(e.when);
    list += "<li><span class=\"when\">" + escaped(when.empty() ? "no date" : when) + "</span><div>" + escaped(e.label) +
            "</div></li>\n";
  }
  list += "</ol>";
  constexpr std::string_view kPlace = "{{chronology}}";
  std::string body(frame);
  const size_t at = body.find(kPlace);
  if (at != std::string::npos) body.replace(at, kPlace.size(), list);
  return Page{"text/html; charset=utf-8", std::move(body)};
}

Result<Page> Site::page(const std::string& path) {
  if (path.empty() || path == "index.html") return index();
  if (path == "style.css" || path == "app.js") {
    TRY(std::string_view bytes, Resources::embedded().get("web/" + path));
    return Page{path == "app.js" ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8", std::string(bytes)};
  }
  if (!path.starts_with("data/") || !path.ends_with(".js")) return Error{ErrorCode::not_found, "no such page", path};
  const std::string name = path.substr(5, path.size() - 8);
  if (name.starts_with("report/")) {
    TRY(Document doc, engine_.report(db_, name.substr(7)));
    return data_script(name, annotation_json(doc, doc.id, false));
  }
  TRY(std::string json, listing_json(name, {}));
  return data_script(name, json);
}

Result<std::vector<std::string>> Site::paths() {
  std::vector<std::string> out = {"index.html", "style.css", "app.js"};
  for (std::string_view name : kListings) out.push_back("data/" + std::string(name) + ".js");
  TRY(std::vector<ReportView> views, engine_.reports(db_, {}));
  for (const ReportView& v : views) out.push_back("data/report/" + v.head.id + ".js");
  return out;
}

}  // namespace dateline
