// The website: its pages by path, the same whether they are sent by `dateline serve` or written by `dateline report`.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dateline/engine.h"
#include "export/sources.h"

namespace dateline {

struct Page {
  std::string content_type, body;
};

// Not thread-safe: holds the record open. Engine must outlive it.
class Site {
 public:
  static Result<Site> open(const Engine& engine, std::string db);

  // "index.html", "style.css", "app.js", "data/timeline.js", "data/report/r-….js". Fails with not_found.
  Result<Page> page(const std::string& path);
  // Every path that there is.
  Result<std::vector<std::string>> paths();
  // A listing as a JSON array: what /api/ and the data scripts carry. `name` as in the contract: "timeline", ….
  Result<std::string> listing_json(const std::string& name, const Filter& filter);

 private:
  Site(const Engine& engine, std::string db, Sources sources)
      : engine_(engine), db_(std::move(db)), sources_(std::move(sources)) {}
  Result<Page> index();

  const Engine& engine_;
  std::string db_;
  Sources sources_;
};

}  // namespace dateline
