// Pages and feeds from the web, politely: robots.txt is asked first, redirects are few, time and size are limited, and
// what the server says has not changed is not sent again. libcurl does the talking (libcurl.h).
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "dateline/result.h"
#include "ingest/limits.h"

namespace dateline {

// What a server gave with a page, to be sent back with the next request for it.
struct Validators {
  std::string etag, modified;  // of the ETag and Last-Modified headers; empty if not given
};

struct WebOptions {
  int connect_seconds = 10;
  int total_seconds = 60;  // for one request, its redirects apart
  size_t most_bytes = kMaxReportBytes;
  int redirects = 8;
  int pause_milliseconds = 1000;  // between two requests to one host
  // Where validators of earlier runs are kept; both may be empty.
  std::function<Validators(const std::string& url)> known;
  std::function<void(const std::string& url, const Validators&)> remember;
};

struct Fetched {
  bool unchanged = false;    // the server says so (304): there is no body
  std::string url;           // after redirects
  std::string content_type;  // lower case, without parameters
  std::string charset, body;
  std::string date;  // when it was fetched, ISO 8601 in UTC
};

class Fetcher {
 public:
  explicit Fetcher(WebOptions options);
  Fetcher(Fetcher&&) noexcept;
  ~Fetcher();

  // Fails with io (not reached, an HTTP status that is no success), limit (time, size, redirects) or unsupported
  // (robots.txt says no, an address that is neither http nor https).
  Result<Fetched> fetch(const std::string& url);

 private:
  struct Connection;  // libcurl's handle
  struct Answer;
  Result<Answer> request(const std::string& url, const Validators& validators);
  Result<Answer> request_robots(const std::string& origin);
  Status ask_robots(const std::string& url);
  void pause_for(const std::string& host);

  WebOptions options_;
  std::unique_ptr<Connection> connection_;                             // nullptr until something is fetched
  std::map<std::string, std::string> robots_;                          // by origin
  std::map<std::string, std::chrono::steady_clock::time_point> last_;  // by host
};

bool is_web_address(std::string_view path);

}  // namespace dateline
