#include "serve/server.h"

#include <httplib.h>

#include <atomic>
#include <thread>

#include "serve/api.h"
#include "serve/site.h"

namespace dateline {
namespace {

constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'";
constexpr size_t kThreads = 64;  // each open connection holds one, and so does each listener to changes
constexpr size_t kLargestBody = size_t{256} << 20;
constexpr size_t kFirstLines = 60;  // events on the start page before its script asks for more
constexpr auto kGlance = std::chrono::milliseconds(700);

// Tells pages when somebody, also another program, has changed the record.
void watch(OpenRecord& record, Changes& changes, const std::atomic<bool>& ended) {
  int64_t seen = record.version().ok() ? *record.version() : 0;
  while (!ended) {
    std::this_thread::sleep_for(kGlance);
    auto now = record.version();
    if (!now.ok() || *now == seen) continue;
    seen = *now;
    changes.tell("record", "{\"version\":" + std::to_string(seen) + "}");
  }
}

void set_up(httplib::Server& server, const Guard& guard) {
  server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  server.set_payload_max_length(kLargestBody);
  server.set_keep_alive_timeout(2);
  server.set_tcp_nodelay(true);  // an answer goes out in two parts; without this the second waits for the client
  server.set_read_timeout(10);
  server.set_write_timeout(20);
  server.set_default_headers({{"Content-Security-Policy", kPolicy},
                              {"X-Content-Type-Options", "nosniff"},
                              {"Referrer-Policy", "no-referrer"},
                              {"Cross-Origin-Resource-Policy", "same-origin"},
                              {"Cache-Control", "no-cache"}});
  server.set_pre_routing_handler([&](const httplib::Request& request, httplib::Response& response) {
    // cpp-httplib would pack each answer with Brotli at its slowest: two seconds for the script that a browser asks
    // for, where sending it bare on one machine takes none. Nothing else of the library turns that off.
    const_cast<httplib::Request&>(request).headers.erase("Accept-Encoding");
    if (guard.is_known_host(request)) return httplib::Server::HandlerResponse::Unhandled;
    refuse(response, 421, "this server does not answer to that host name");
    return httplib::Server::HandlerResponse::Handled;
  });
  server.set_exception_handler([](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
    refuse(response, 500, "the answer failed");
  });
}

}  // namespace

Status serve(const Engine& engine, const ServeOptions& options) {
  TRY(Answers answers, Answers::open(engine, options.db));
  const Guard guard(options.host);
  Changes changes;
  httplib::Server server;
  set_up(server, guard);
  add_change_routes(server, changes);
  add_correction_routes(server, engine, options.db, answers, guard);
  add_reading_routes(server, answers, guard);
  add_adding_routes(server, engine, options.db, guard, changes);
  server.Get(R"(/(.*))", [&](const httplib::Request& request, httplib::Response& response) {
    auto page = page_at(answers, request.matches[1], kFirstLines);
    if (!page.ok()) return refuse(response, 404, page.error().text());
    response.set_content(page->body, page->content_type);
  });
  if (!server.bind_to_port(options.host, options.port)) {
    return Error{ErrorCode::io, "port " + std::to_string(options.port) + " cannot be had", options.host};
  }
  if (options.on_ready) options.on_ready("http://" + options.host + ":" + std::to_string(options.port) + "/");
  std::atomic<bool> ended = false;
  std::thread watcher([&] { watch(answers.record(), changes, ended); });
  std::thread warmer(
      [&] { (void)answers.record().warm(); });  // what fails here fails again, and is told, when asked for
  server.listen_after_bind();
  ended = true;
  changes.close();
  watcher.join();
  warmer.join();
  return kDone;
}

}  // namespace dateline
