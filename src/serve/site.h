// The website as `dateline report` writes it: pages, scripts, and the record as data files that scripts can load from a
// disk. `dateline serve` sends the same pages and scripts, and the API instead of the data files.
#pragma once

#include <functional>
#include <string>

#include "serve/answers.h"

namespace dateline {

struct Page {
  std::string content_type, body;
};

// "index.html", "style.css", "js/….js", "read/r-….html", "data/land.js": what files and server have in common.
// Fails with not_found. `lines`: how many events the start page lists for readers without scripts.
Result<Page> page_at(Answers& answers, const std::string& path, size_t lines);

// Hands every file of the website to `write`, path and content, one by one.
Status write_site(Answers& answers,
                  const std::function<Status(const std::string& path, const std::string& body)>& write);

}  // namespace dateline
