// WARC 1.0 and 1.1 (iipc.github.io/warc-specifications) and ARC: response, resource and conversion records become
// Captures; revisits carry no text of their own; damaged records are told and skipped, the rest is read.
#include <charconv>

#include "base/strings.h"
#include "ingest/http.h"
#include "ingest/inflate.h"
#include "ingest/input.h"
#include "ingest/limits.h"

namespace dateline {
namespace {

// One record: its header lines and its block.
struct RecordBytes {
  std::string_view headers, block;
};

bool is_page(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml" || type == "text/plain" ||
         type == "application/rss+xml" || type == "application/atom+xml" || type == "application/feed+json" ||
         type.empty();
}

Capture capture_of(const Input& input, std::string uri, std::string date, std::string digest, HttpMessage message) {
  Capture capture = input.capture();
  capture.target_uri = std::move(uri);
  capture.captured = std::move(date);
  capture.digest = std::move(digest);
  capture.charset = std::move(message.charset);
  capture.type = message.content_type == "text/plain" ? ContentType::plain_text : ContentType::html;
  capture.payload = std::move(message.body);
  return capture;
}

class WarcReader {
 public:
  WarcReader(const Input& input, const CaptureSink& sink) : input_(input), sink_(sink) {}

  // Reads the records that stand in these bytes, one after the other. False if the sink stopped.
  bool read(std::string_view bytes) {
    while (true) {
      while (!bytes.empty() && (bytes.front() == '\r' || bytes.front() == '\n')) bytes.remove_prefix(1);
      if (bytes.empty()) return true;
      ++number_;
      const bool warc = bytes.starts_with("WARC/");
      const size_t used = warc ? read_warc_record(bytes) : read_arc_record(bytes);
      if (stopped_) return false;
      if (used == 0) {
        // Not at the beginning of a record: the next one begins a line with its version.
        const size_t next = bytes.find("\nWARC/");
        if (!damaged("no record begins here")) return false;
        if (next == std::string_view::npos) return true;
        bytes.remove_prefix(next + 1);
        continue;
      }
      bytes.remove_prefix(used);
    }
  }

  bool damaged(const std::string& why) {
    return send(Error{ErrorCode::invalid_input, "damaged record: " + why, here().where()});
  }

 private:
  Input here() const { return input_.inside("record " + std::to_string(number_)); }

  bool send(Result<Capture> capture) {
    stopped_ = stopped_ || !sink_(std::move(capture));
    return !stopped_;
  }

  size_t read_warc_record(std::string_view bytes) {
    size_t end = bytes.find("\r\n\r\n"), skip = 4;
    if (const size_t bare = bytes.find("\n\n"); bare < end) {
      end = bare;
      skip = 2;
    }
    if (end == std::string_view::npos) return 0;
    const std::string_view headers = bytes.substr(0, end);
    uint64_t length = 0;
    const std::string stated = header_value(headers, "content-length");
    if (auto [stop, error] = std::from_chars(stated.data(), stated.data() + stated.size(), length);
        error != std::errc{} || stated.empty()) {
      return 0;
    }
    const std::string_view rest = bytes.substr(end + skip);
    if (length > rest.size()) {
      // The record says more than there is: its own bytes end where the next record begins.
      const size_t next = rest.find("\nWARC/");
      damaged("shorter than its stated length");
      return end + skip + (next == std::string_view::npos ? rest.size() : next);
    }
    if (!stopped_) take(headers, rest.substr(0, length));
    return end + skip + length;
  }

  void take(std::string_view headers, std::string_view block) {
    const std::string type = ascii_lower(header_value(headers, "warc-type"));
    if (type != "response" && type != "resource" && type != "conversion") return;
    if (block.size() > kMaxReportBytes) {
      send(Error{ErrorCode::limit, "a record past 64 MiB", here().where()});
      return;
    }
    std::string uri = header_value(headers, "warc-target-uri");
    if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
    HttpMessage message;
    const std::string media = ascii_lower(header_value(headers, "content-type"));
    if (media.starts_with("application/http") || block.starts_with("HTTP/")) {
      if (!uri.starts_with("http")) return;
      auto http = read_http(block);
      if (!http.ok()) {
        damaged(http.error().message);
        return;
      }
      message = std::move(*http);
    } else {
      message.content_type = std::string(trim(std::string_view(media).substr(0, media.find(';'))));
      message.body = block;
      if (!uri.starts_with("http")) return;  // the crawler's own notes: robots, screenshots, logs
    }
    finish(std::move(uri), header_value(headers, "warc-date"), header_value(headers, "warc-payload-digest"),
           std::move(message), header_value(headers, "warc-record-id"));
  }

  void finish(std::string uri, std::string date, std::string digest, HttpMessage message,
              const std::string& record_id) {
    if (message.status >= 300 || !is_page(message.content_type) || trim(message.body).empty()) return;
    if (message.damaged) damaged("its body is cut; read as far as it goes");
    const Input place = record_id.empty() ? here() : input_.inside("record " + record_id);
    const bool feed_or_json = message.content_type.ends_with("xml") || message.content_type.ends_with("json");
    if (feed_or_json && message.content_type != "application/xhtml+xml") {
      stopped_ = stopped_ || !read_bytes(place, std::move(message.body), sink_);
      return;
    }
    send(capture_of(place, std::move(uri), std::move(date), std::move(digest), std::move(message)));
  }

  // "URL IP DATE TYPE LENGTH" and the block; the first record describes the file.
  size_t read_arc_record(std::string_view bytes) {
    const size_t end = bytes.find('\n');
    if (end == std::string_view::npos) return 0;
    const auto fields = split(bytes.substr(0, end), ' ');
    if (fields.size() < 5 || fields[0].find("://") == std::string_view::npos) return 0;
    uint64_t length = 0;
    const std::string_view last = trim(fields.back());
    if (auto [stop, error] = std::from_chars(last.data(), last.data() + last.size(), length); error != std::errc{})
      return 0;
    std::string_view block = bytes.substr(end + 1);
    const bool cut = length > block.size();
    block = block.substr(0, length);
    if (!fields[0].starts_with("filedesc://")) {
      auto http = read_http(block);
      if (http.ok())
        finish(std::string(fields[0]), arc_date(fields[2]), "", std::move(*http), "");
      else if (!http.ok() && fields[0].starts_with("http"))
        damaged(http.error().message);
    }
    if (cut) damaged("shorter than its stated length");
    return end + 1 + block.size();
  }

  // 20140401000000 as 2014-04-01T00:00:00Z.
  static std::string arc_date(std::string_view d) {
    if (d.size() < 14) return {};
    std::string out;
    for (size_t i = 0; i < 14; ++i) {
      if (i == 4 || i == 6) out += '-';
      if (i == 8) out += 'T';
      if (i == 10 || i == 12) out += ':';
      out += d[i];
    }
    return out + "Z";
  }

  const Input& input_;
  const CaptureSink& sink_;
  size_t number_ = 0;
  bool stopped_ = false;
};

// Where the next packed member may begin after a damaged one.
size_t next_member(std::string_view bytes, std::string_view magic) { return bytes.find(magic, 1); }

}  // namespace

bool read_warc(const Input& input, std::string_view bytes, const CaptureSink& sink) {
  WarcReader reader(input, sink);
  const bool gzip = bytes.starts_with("\x1F\x8B"), zstd = bytes.starts_with("\x28\xB5\x2F\xFD");
  if (!gzip && !zstd) return reader.read(bytes);
  const std::string_view magic = gzip ? "\x1F\x8B\x08" : "\x28\xB5\x2F\xFD";
  // A member is a record where the archive follows the standard, and the whole file where it does not.
  const size_t most =
      std::min<uint64_t>(kMaxFileBytes, std::max<uint64_t>(kMaxReportBytes * 4, bytes.size() * kMaxRatio / 10));
  while (!bytes.empty()) {
    Inflated member = gzip ? inflate_gzip(bytes, most) : inflate_zstd(bytes, most);
    if (member.over && !sink(Error{ErrorCode::limit, "a record unpacks to more than the limit allows", input.where()}))
      return false;
    if (!member.over && !reader.read(member.bytes)) return false;
    if (member.ok) {
      bytes.remove_prefix(member.used);
      if (!bytes.starts_with(magic)) {
        const size_t next = bytes.find(magic);
        bytes.remove_prefix(std::min(next, bytes.size()));
      }
      continue;
    }
    if (!member.over && !reader.damaged("its packing is broken")) return false;
    bytes.remove_prefix(std::min(next_member(bytes, magic), bytes.size()));
  }
  return true;
}

}  // namespace dateline
