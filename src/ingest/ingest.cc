#include "ingest/ingest.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>

#include "base/files.h"
#include "dateline/edtf.h"
#include "ingest/input.h"
#include "ingest/limits.h"
#include "ingest/sniff.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// All files below the folder, sorted. False if the sink stopped.
bool files_below(const std::string& folder, const CaptureSink& sink, std::vector<std::string>& files) {
  std::error_code error;
  fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end;
  for (; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error)) files.push_back(it->path().string());
  }
  std::sort(files.begin(), files.end());
  return !error || sink(Error{ErrorCode::io, error.message(), folder});
}

// What was fetched goes the way of a file; captures learn their address and the time.
bool read_web(const std::string& url, const GivenFacts& given, Fetcher& fetcher, const CaptureSink& sink) {
  Result<Fetched> fetched = fetcher.fetch(url);
  if (!fetched.ok()) return sink(fetched.error());
  if (fetched->unchanged) return true;
  const auto with_address = [&](Result<Capture> capture) {
    if (capture.ok()) {
      if (capture->target_uri.empty() && capture->given.url.empty()) capture->target_uri = fetched->url;
      if (capture->captured.empty()) capture->captured = fetched->date;
      if (capture->charset.empty() && capture->place.empty()) capture->charset = fetched->charset;
    }
    return sink(std::move(capture));
  };
  return read_bytes({url, "", given, 0}, std::move(fetched->body), with_address);
}

// The day on which a file was last changed, in UTC; empty if nobody knows.
std::string day_of_change(const std::string& path) {
  std::error_code error;
  const auto changed = fs::last_write_time(path, error);
  if (error) return "";
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::file_clock::to_sys(changed));
  return to_string(from_day(static_cast<Day>(days.time_since_epoch().count())));
}

bool read_one(const std::string& path, const GivenFacts& given, const CaptureSink& sink) {
  auto bytes = read_file(path, kMaxFileBytes);
  if (!bytes.ok()) return sink(bytes.error());
  const auto with_day = [&](Result<Capture> capture) {
    // What lies with others in one file was written when that file says, if at all.
    if (capture.ok() && capture->place.empty() && path != "-") capture->changed = day_of_change(path);
    return sink(std::move(capture));
  };
  return read_bytes({path, "", given, 0}, std::move(*bytes), with_day);
}

}  // namespace

void fill_given(GivenFacts& own, const GivenFacts& given) {
  for (auto field : {&GivenFacts::outlet, &GivenFacts::url, &GivenFacts::published, &GivenFacts::language,
                     &GivenFacts::headline, &GivenFacts::byline}) {
    if ((own.*field).empty()) own.*field = given.*field;
  }
}

bool read_bytes(const Input& input, std::string bytes, const CaptureSink& sink) {
  Capture capture = input.capture();
  const std::string& name = input.place.empty() ? input.path : input.place;
  switch (sniff(name, bytes)) {
    case Format::json: return read_json(input, bytes, sink);
    case Format::xml: return read_xml(input, bytes, sink);
    case Format::warc: return read_warc(input, bytes, sink);
    case Format::archive: return read_archive(input, bytes, sink);
    case Format::pdf:
    case Format::docx: return read_document(input, bytes, sink);
    case Format::empty: return sink(Error{ErrorCode::invalid_input, "empty", input.where()});
    case Format::binary:
      return sink(Error{ErrorCode::unsupported, "neither text nor a format Dateline reads", input.where()});
    case Format::html: capture.type = ContentType::html; break;
    case Format::plain_text: break;
  }
  if (bytes.size() > kMaxReportBytes) {
    return sink(Error{ErrorCode::limit, "one report of " + std::to_string(bytes.size() >> 20) + " MiB; the limit is 64",
                      input.where()});
  }
  capture.payload = std::move(bytes);
  return sink(std::move(capture));
}

bool read_upload(const std::string& name, std::string bytes, const GivenFacts& given, const CaptureSink& sink) {
  return read_bytes({name, "", given, 0}, std::move(bytes), sink);
}

void read_captures(const std::vector<std::string>& paths, const GivenFacts& given, const CaptureSink& sink,
                   const WebOptions& web) {
  std::optional<Fetcher> fetcher;
  for (const std::string& path : paths) {
    if (is_web_address(path)) {
      if (!fetcher) fetcher.emplace(web);
      if (!read_web(path, given, *fetcher, sink)) return;
      continue;
    }
    std::error_code error;
    std::vector<std::string> files = {path};
    if (path != "-" && fs::is_directory(path, error)) {
      files.clear();
      if (!files_below(path, sink, files)) return;
    }
    for (const std::string& file : files) {
      if (!read_one(file, given, sink)) return;
    }
  }
}

}  // namespace dateline
