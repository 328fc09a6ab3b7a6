#include "ingest/fetch.h"

#include <gtest/gtest.h>
#include <httplib.h>

#include <atomic>
#include <thread>

#include "ingest/ingest.h"
#include "ingest/robots.h"

namespace dateline {
namespace {

TEST(Robots, LongestPatternOfTheGroupThatNamesUs) {
  constexpr std::string_view kRobots =
      "# all\nUser-agent: *\nDisallow: /private/\nAllow: /private/open\nDisallow: /*.pdf$\n\n"
      "User-agent: other\nUser-agent: Dateline\nDisallow: /ours\nAllow: /ours/news\nDisallow:\n";
  const struct {
    std::string_view agent, path;
    bool allowed;
  } kCases[] = {
      {"anybody", "/", true},         {"anybody", "/private/x", false},   {"anybody", "/private/open/x", true},
      {"anybody", "/a/b.pdf", false}, {"anybody", "/a/b.pdf?x", true},    {"dateline", "/private/x", true},
      {"dateline", "/ours/x", false}, {"dateline", "/ours/news/1", true}, {"anybody", "/robots.txt", true},
  };
  for (const auto& c : kCases) EXPECT_EQ(robots_allow(kRobots, c.agent, c.path), c.allowed) << c.agent << " " << c.path;
  EXPECT_TRUE(robots_allow("", "dateline", "/x"));
  EXPECT_FALSE(robots_allow("User-agent: *\nDisallow: /", "dateline", "/x"));
}

// A server on loopback with a page of each kind.
class Web : public testing::Test {
 protected:
  void SetUp() override {
    server_.Get("/robots.txt", [&](const httplib::Request&, httplib::Response& response) {
      ++robots_;
      response.set_content("User-agent: *\nDisallow: /secret\n", "text/plain");
    });
    server_.Get("/page", [&](const httplib::Request& request, httplib::Response& response) {
      agent_ = request.get_header_value("User-Agent");
      response.set_header("ETag", "\"v1\"");
      if (request.get_header_value("If-None-Match") == "\"v1\"") {
        response.status = 304;
        return;
      }
      response.set_content(
          "<html><body><p>Die Br\xFC"
          "cke ist zu.</p></body></html>",
          "text/html; charset=ISO-8859-1");
    });
    server_.Get("/moved", [](const httplib::Request&, httplib::Response& r) { r.set_redirect("/page"); });
    server_.Get("/to-secret", [](const httplib::Request&, httplib::Response& r) { r.set_redirect("/secret/1"); });
    server_.Get("/loop", [](const httplib::Request&, httplib::Response& r) { r.set_redirect("/loop"); });
    server_.Get("/to-file",
                [](const httplib::Request&, httplib::Response& r) { r.set_redirect("file:///etc/passwd"); });
    server_.Get("/large", [](const httplib::Request&, httplib::Response& r) {
      r.set_content(std::string(1 << 20, 'x'), "text/html");
    });
    server_.Get("/slow", [](const httplib::Request&, httplib::Response& r) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2500));
      r.set_content("late", "text/html");
    });
    server_.Get("/secret/1",
                [](const httplib::Request&, httplib::Response& r) { r.set_content("secret", "text/html"); });
    port_ = server_.bind_to_any_port("127.0.0.1");
    thread_ = std::thread([&] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();
    options_.pause_milliseconds = 0;
    options_.most_bytes = 200 << 10;
    options_.total_seconds = 1;
  }
  void TearDown() override {
    server_.stop();
    thread_.join();
  }
  std::string at(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

  httplib::Server server_;
  std::thread thread_;
  int port_ = 0;
  std::atomic<int> robots_ = 0;
  std::string agent_;
  WebOptions options_;
};

TEST_F(Web, FetchesAPageUnderItsNameAfterRedirects) {
  Fetcher fetcher(options_);
  auto page = fetcher.fetch(at("/moved"));
  ASSERT_TRUE(page.ok()) << page.error().text();
  EXPECT_EQ(page->url, at("/page"));
  EXPECT_EQ(page->content_type, "text/html");
  EXPECT_EQ(page->charset, "iso-8859-1");
  EXPECT_EQ(page->date.size(), 20u);
  EXPECT_NE(agent_.find("dateline/"), std::string::npos);
  ASSERT_TRUE(fetcher.fetch(at("/page")).ok());
  EXPECT_EQ(robots_, 1) << "robots.txt is asked once a host";
}

TEST_F(Web, RefusesWhatItShould) {
  const struct {
    const char* path;
    ErrorCode code;
  } kCases[] = {{"/secret/1", ErrorCode::unsupported},   // robots.txt
                {"/to-secret", ErrorCode::unsupported},  // … of a redirect's target
                {"/to-file", ErrorCode::unsupported},    // another scheme
                {"/loop", ErrorCode::limit},
                {"/large", ErrorCode::limit},
                {"/slow", ErrorCode::limit},
                {"/nowhere", ErrorCode::io}};
  Fetcher fetcher(options_);
  for (const auto& c : kCases) {
    auto page = fetcher.fetch(at(c.path));
    ASSERT_FALSE(page.ok()) << c.path;
    EXPECT_EQ(page.error().code, c.code) << c.path << ": " << page.error().text();
  }
  EXPECT_EQ(Fetcher(options_).fetch("http://127.0.0.1:1/").error().code, ErrorCode::io);
}

TEST_F(Web, AsksForChangesAlone) {
  std::map<std::string, Validators> kept;
  options_.known = [&](const std::string& url) { return kept[url]; };
  options_.remember = [&](const std::string& url, const Validators& given) { kept[url] = given; };
  size_t captures = 0;
  const auto read = [&] {
    read_captures(
        {at("/page")}, {},
        [&](Result<Capture> capture) {
          EXPECT_TRUE(capture.ok()) << capture.error().text();
          EXPECT_EQ(capture->target_uri, at("/page"));
          EXPECT_EQ(capture->charset, "iso-8859-1");
          EXPECT_FALSE(capture->captured.empty());
          ++captures;
          return true;
        },
        options_);
  };
  read();
  EXPECT_EQ(captures, 1u);
  EXPECT_EQ(kept[at("/page")].etag, "\"v1\"");
  read();
  EXPECT_EQ(captures, 1u) << "unchanged since";
}

TEST_F(Web, ServerErrorForRobotsForbidsAll) {
  httplib::Server broken;
  broken.Get("/robots.txt", [](const httplib::Request&, httplib::Response& r) { r.status = 503; });
  broken.Get("/x", [](const httplib::Request&, httplib::Response& r) { r.set_content("x", "text/html"); });
  const int port = broken.bind_to_any_port("127.0.0.1");
  std::thread thread([&] { broken.listen_after_bind(); });
  while (!broken.is_running()) std::this_thread::yield();
  auto page = Fetcher(options_).fetch("http://127.0.0.1:" + std::to_string(port) + "/x");
  broken.stop();
  thread.join();
  ASSERT_FALSE(page.ok());
  EXPECT_EQ(page.error().code, ErrorCode::unsupported);
}

}  // namespace
}  // namespace dateline
