#include "ingest/http.h"

#include <charconv>

#include "base/strings.h"
#include "ingest/inflate.h"
#include "ingest/limits.h"

namespace dateline {
namespace {

// Chunks as RFC 9112 has them. A body that calls itself chunked and is not stays as it is.
std::string unchunk(std::string_view body, bool& damaged) {
  std::string out;
  std::string_view left = body;
  while (true) {
    const size_t end = left.find('\n');
    size_t size = 0;
    const std::string_view line = trim(left.substr(0, end));
    auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (end == std::string_view::npos || error != std::errc{} || stop == line.data() ||
        (stop != line.data() + line.size() && *stop != ';')) {
      damaged = !out.empty();
      return out.empty() ? std::string(body) : out;
    }
    if (size == 0) return out;
    left.remove_prefix(end + 1);
    if (size > left.size()) {
      damaged = true;
      return out.append(left);
    }
    out.append(left.substr(0, size));
    left.remove_prefix(size);
    if (left.starts_with("\r\n"))
      left.remove_prefix(2);
    else if (left.starts_with("\n"))
      left.remove_prefix(1);
  }
}

std::string unpack_body(std::string body, std::string_view encoding, bool& damaged) {
  Inflated out;
  if (encoding == "gzip" || encoding == "x-gzip" || encoding == "deflate")
    out = inflate_gzip(body, kMaxReportBytes);
  else if (encoding == "br")
    out = inflate_brotli(body, kMaxReportBytes);
  else if (encoding == "zstd")
    out = inflate_zstd(body, kMaxReportBytes);
  else
    return body;
  // Archives that unpacked the body and kept the header are common.
  if (out.bytes.empty()) return body;
  damaged = damaged || !out.ok;
  return std::move(out.bytes);
}

}  // namespace

std::string header_value(std::string_view headers, std::string_view name) {
  for (std::string_view line : split(headers, '\n')) {
    const size_t colon = line.find(':');
    if (colon == name.size() && ascii_lower(line.substr(0, colon)) == ascii_lower(name))
      return std::string(trim(line.substr(colon + 1)));
  }
  return {};
}

void read_content_type(std::string_view headers, HttpMessage& message) {
  const std::string type = ascii_lower(header_value(headers, "content-type"));
  message.content_type = std::string(trim(std::string_view(type).substr(0, type.find(';'))));
  const size_t at = type.find("charset=");
  if (at == std::string::npos) return;
  for (char c : type.substr(at + 8)) {
    if (c == ';' || c == ' ') break;
    if (c != '"' && c != '\'') message.charset += c;
  }
}

Result<HttpMessage> read_http(std::string_view bytes) {
  if (!bytes.starts_with("HTTP/")) return Error{ErrorCode::invalid_input, "no HTTP response in the record", ""};
  size_t end = bytes.find("\r\n\r\n"), skip = 4;
  if (const size_t bare = bytes.find("\n\n"); bare < end) {
    end = bare;
    skip = 2;
  }
  if (end == std::string_view::npos) return Error{ErrorCode::invalid_input, "HTTP headers without an end", ""};
  const std::string_view headers = bytes.substr(0, end);
  HttpMessage message;
  const size_t space = headers.find(' ');
  if (space != std::string_view::npos)
    std::from_chars(headers.data() + space + 1, headers.data() + headers.size(), message.status);
  read_content_type(headers, message);
  message.body = bytes.substr(end + skip);
  if (ascii_lower(header_value(headers, "transfer-encoding")).find("chunked") != std::string::npos) {
    message.body = unchunk(message.body, message.damaged);
  }
  message.body =
      unpack_body(std::move(message.body), ascii_lower(header_value(headers, "content-encoding")), message.damaged);
  return message;
}

}  // namespace dateline
