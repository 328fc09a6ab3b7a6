// The website and its JSON API over HTTP, for this machine unless told otherwise.
#pragma once

#include <functional>
#include <string>

#include "dateline/engine.h"

namespace dateline {

struct ServeOptions {
  std::string db;
  std::string host = "127.0.0.1";
  int port = 8427;
  std::function<void(const std::string& address)> on_ready;
};

// Serves until the process is ended. Unknown Host headers are refused (a page elsewhere could reach the record by a
// name that resolves here); the record is changed only from our own pages and only while nobody but this machine can
// reach the server (serve/guard.h). Fails where the port cannot be had.
Status serve(const Engine& engine, const ServeOptions& options);

}  // namespace dateline
