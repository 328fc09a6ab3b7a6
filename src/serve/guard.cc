#include "serve/guard.h"

#include <httplib.h>

#include <random>

#include <fmt/format.h>

namespace dateline {
namespace {

constexpr const char* kTokenHeader = "X-Dateline-Token";

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]" || host == "::1";
}

std::string random_token() {
  std::random_device random;  // the kernel's
  return fmt::format("{:08x}{:08x}{:08x}{:08x}", random(), random(), random(), random());
}

}  // namespace

Guard::Guard(std::string host) : host_(std::move(host)), token_(random_token()) {}

bool Guard::is_known_host(const httplib::Request& request) const {
  std::string host = request.get_header_value("Host");
  if (const size_t colon = host.rfind(':'); colon != host.npos && host.find(']', colon) == host.npos)
    host.resize(colon);
  return is_loopback(host) || host == host_;
}

bool Guard::may_change(const httplib::Request& request) const {
  if (request.get_header_value(kTokenHeader) != token_) return false;
  const std::string origin = request.get_header_value("Origin");
  if (!origin.empty() && origin != "http://" + request.get_header_value("Host")) return false;
  const std::string site = request.get_header_value("Sec-Fetch-Site");
  return site.empty() || site == "same-origin";
}

bool Guard::is_local() const { return is_loopback(host_); }

}  // namespace dateline
