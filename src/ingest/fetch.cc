#include "ingest/fetch.h"

#include <chrono>
#include <thread>

#include "base/clock.h"
#include "base/strings.h"
#include "ingest/http.h"
#include "ingest/libcurl.h"
#include "ingest/robots.h"

namespace dateline {
namespace {

constexpr const char* kAgentName = "dateline";
constexpr const char* kAgent = "Mozilla/5.0 (compatible; dateline/" DATELINE_VERSION ")";
constexpr const char* kDisallowAll = "User-agent: *\nDisallow: /\n";

// "https://host:port", "host:port" and "/path?query" of an address, as libcurl reads it.
struct Address {
  std::string origin, host, path;
};

struct UrlHandle {
  const LibCurl& curl;
  CURLU* handle = curl.url();
  explicit UrlHandle(const LibCurl& library) : curl(library) {}
  UrlHandle(const UrlHandle&) = delete;
  UrlHandle& operator=(const UrlHandle&) = delete;
  ~UrlHandle() { curl.url_cleanup(handle); }
  bool set(const std::string& url) { return curl.url_set(handle, CURLUPART_URL, url.c_str(), 0) == CURLUE_OK; }
  std::string part(CURLUPart what) const {
    char* text = nullptr;
    if (curl.url_get(handle, what, &text, 0) != CURLUE_OK || text == nullptr) return {};
    std::string out = text;
    curl.free(text);
    return out;
  }
};

Result<Address> address_of(const std::string& url) {
  const LibCurl* curl = libcurl();
  if (curl == nullptr) return Error{ErrorCode::unsupported, "libcurl.so.4 is not there to fetch it", url};
  UrlHandle parsed(*curl);
  if (!parsed.set(url)) return Error{ErrorCode::invalid_input, "not an address", url};
  const std::string scheme = parsed.part(CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return Error{ErrorCode::unsupported, "neither http nor https", url};
  Address out;
  const std::string port = parsed.part(CURLUPART_PORT), query = parsed.part(CURLUPART_QUERY);
  out.host = parsed.part(CURLUPART_HOST) + (port.empty() ? "" : ":" + port);
  out.origin = scheme + "://" + out.host;
  out.path = parsed.part(CURLUPART_PATH) + (query.empty() ? "" : "?" + query);
  return out;
}

// REQUIRES of all that follows: address_of has said yes, so libcurl is there.
std::string resolved(const std::string& base, const std::string& location) {
  UrlHandle parsed(*libcurl());
  return parsed.set(base) && parsed.set(location) ? parsed.part(CURLUPART_URL) : std::string();
}

struct Headers {
  const LibCurl& curl;
  curl_slist* list = nullptr;
  explicit Headers(const LibCurl& library) : curl(library) {}
  Headers(const Headers&) = delete;
  Headers& operator=(const Headers&) = delete;
  ~Headers() { curl.slist_free_all(list); }
  void add(const std::string& line) { list = curl.slist_append(list, line.c_str()); }
};

}  // namespace

struct Fetcher::Connection {
  const LibCurl& curl = *libcurl();
  CURL* easy = curl.easy_init();
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { curl.easy_cleanup(easy); }
};

struct Fetcher::Answer {
  long status = 0;
  std::string headers, body;
  size_t most = 0;
  bool too_large = false;
};

namespace {

size_t take_body(char* bytes, size_t size, size_t count, void* user) {
  auto& [body, most, too_large] = *static_cast<std::tuple<std::string&, size_t, bool&>*>(user);
  const size_t n = size * count;
  if (body.size() + n > most) {
    too_large = true;
    return 0;  // libcurl stops
  }
  body.append(bytes, n);
  return n;
}

size_t take_header(char* bytes, size_t size, size_t count, void* user) {
  constexpr size_t kMostHeaders = 256 << 10;
  auto& headers = *static_cast<std::string*>(user);
  const size_t n = size * count;
  if (headers.size() + n > kMostHeaders) return 0;
  headers.append(bytes, n);
  return n;
}

}  // namespace

Fetcher::Fetcher(WebOptions options) : options_(std::move(options)) {}
Fetcher::Fetcher(Fetcher&&) noexcept = default;
Fetcher::~Fetcher() = default;

void Fetcher::pause_for(const std::string& host) {
  const auto now = std::chrono::steady_clock::now();
  auto [last, first_time] = last_.try_emplace(host, now);
  if (!first_time) {
    const auto due = last->second + std::chrono::milliseconds(options_.pause_milliseconds);
    if (due > now) std::this_thread::sleep_until(due);
    last->second = std::chrono::steady_clock::now();
  }
}

// One request, no redirects followed.
Result<Fetcher::Answer> Fetcher::request(const std::string& url, const Validators& validators) {
  if (connection_ == nullptr) connection_ = std::make_unique<Connection>();
  const LibCurl& curl = connection_->curl;
  CURL* easy = connection_->easy;
  if (easy == nullptr) return Error{ErrorCode::internal, "libcurl gives no handle", url};
  Answer answer;
  std::tuple<std::string&, size_t, bool&> sink{answer.body, options_.most_bytes, answer.too_large};
  Headers headers(curl);
  headers.add(
      "Accept: "
      "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/json;q=0.9,*/*;q=0.5");
  if (!validators.etag.empty()) headers.add("If-None-Match: " + validators.etag);
  if (!validators.modified.empty()) headers.add("If-Modified-Since: " + validators.modified);
  curl.easy_reset(easy);
  curl.easy_setopt(easy, CURLOPT_URL, url.c_str());
  curl.easy_setopt(easy, CURLOPT_USERAGENT, kAgent);
  curl.easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl.easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  // All that libcurl can unpack; the limit holds for what comes out.
  curl.easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
  curl.easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, static_cast<long>(options_.connect_seconds));
  curl.easy_setopt(easy, CURLOPT_TIMEOUT, static_cast<long>(options_.total_seconds));
  curl.easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl.easy_setopt(easy, CURLOPT_HTTPHEADER, headers.list);
  curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
  curl.easy_setopt(easy, CURLOPT_WRITEDATA, &sink);
  curl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
  curl.easy_setopt(easy, CURLOPT_HEADERDATA, &answer.headers);
  const CURLcode code = curl.easy_perform(easy);
  if (answer.too_large)
    return Error{ErrorCode::limit, "larger than " + std::to_string(options_.most_bytes >> 10) + " KiB", url};
  if (code == CURLE_OPERATION_TIMEDOUT) return Error{ErrorCode::limit, "no answer in time", url};
  if (code != CURLE_OK) return Error{ErrorCode::io, curl.easy_strerror(code), url};
  curl.easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

// robots.txt after its redirects; what is not there allows all, what cannot be had forbids all (RFC 9309, 2.3.1).
Result<Fetcher::Answer> Fetcher::request_robots(const std::string& origin) {
  std::string url = origin + "/robots.txt";
  for (int hop = 0; hop <= 5; ++hop) {
    TRY(Answer answer, request(url, {}));
    const std::string location = header_value(answer.headers, "location");
    if (answer.status < 300 || answer.status >= 400 || location.empty()) return answer;
    url = resolved(url, location);
    CHECK_OK(address_of(url));
  }
  return Error{ErrorCode::limit, "robots.txt is redirected too often", origin};
}

Status Fetcher::ask_robots(const std::string& url) {
  TRY(Address address, address_of(url));
  auto known = robots_.find(address.origin);
  if (known == robots_.end()) {
    Result<Answer> answer = request_robots(address.origin);
    std::string rules;
    if (!answer.ok() || answer->status >= 500)
      rules = kDisallowAll;
    else if (answer->status < 300)
      rules = std::move(answer->body);
    // A host that is not there at all is told as that, not as forbidding.
    if (!answer.ok() && answer.error().code == ErrorCode::io) return answer.error();
    known = robots_.emplace(address.origin, std::move(rules)).first;
  }
  if (robots_allow(known->second, kAgentName, address.path)) return kDone;
  return Error{ErrorCode::unsupported, "robots.txt of " + address.host + " does not allow it", url};
}

Result<Fetched> Fetcher::fetch(const std::string& asked) {
  const Validators before = options_.known ? options_.known(asked) : Validators{};
  std::string url = asked;
  for (int hop = 0; hop <= options_.redirects; ++hop) {
    TRY(Address address, address_of(url));
    CHECK_OK(ask_robots(url));
    pause_for(address.host);
    TRY(Answer answer, request(url, before));
    Fetched out;
    out.url = url;
    out.date = utc_now();
    if (answer.status == 304) {
      out.unchanged = true;
      return out;
    }
    const std::string location = header_value(answer.headers, "location");
    if (answer.status >= 300 && answer.status < 400 && !location.empty()) {
      url = resolved(url, location);
      continue;
    }
    if (answer.status < 200 || answer.status >= 300)
      return Error{ErrorCode::io, "HTTP status " + std::to_string(answer.status), url};
    HttpMessage message;
    read_content_type(answer.headers, message);
    out.content_type = message.content_type;
    out.charset = message.charset;
    out.body = std::move(answer.body);
    if (options_.remember)
      options_.remember(asked, {header_value(answer.headers, "etag"), header_value(answer.headers, "last-modified")});
    return out;
  }
  return Error{ErrorCode::limit, "redirected more than " + std::to_string(options_.redirects) + " times", asked};
}

bool is_web_address(std::string_view path) { return path.starts_with("http://") || path.starts_with("https://"); }

}  // namespace dateline
