#include "ingest/ingest.h"

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "ingest/json_lines.h"
#include "ingest/sniff.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// No real report comes near it; a file that does is something else.
constexpr uint64_t kMaxFileBytes = uint64_t{4} << 30;

std::vector<std::string> files_below(const std::string& folder, const CaptureSink& sink) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end;
  for (; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error)) files.push_back(it->path().string());
  }
  if (error) sink(Error{ErrorCode::io, error.message(), folder});
  std::sort(files.begin(), files.end());
  return files;
}

bool read_one(const std::string& path, const GivenFacts& given, const CaptureSink& sink) {
  auto bytes = read_file(path, kMaxFileBytes);
  if (!bytes.ok()) return sink(bytes.error());
  Capture capture;
  capture.path = path;
  capture.given = given;
  switch (sniff(path, *bytes)) {
    case Format::json_lines: return read_json_lines(path, *bytes, given, sink);
    case Format::html: capture.type = ContentType::html; break;
    case Format::plain_text: break;
    case Format::empty: return sink(Error{ErrorCode::invalid_input, "empty", path});
    case Format::binary: return sink(Error{ErrorCode::unsupported, "neither text nor a format Dateline reads", path});
  }
  capture.payload = std::move(*bytes);
  return sink(std::move(capture));
}

}  // namespace

void read_captures(const std::vector<std::string>& paths, const GivenFacts& given, const CaptureSink& sink) {
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      if (!read_one(path, given, sink)) return;
      continue;
    }
    for (const std::string& file : files_below(path, sink)) {
      if (!read_one(file, given, sink)) return;
    }
  }
}

}  // namespace dateline
