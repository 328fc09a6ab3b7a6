// zip (WACZ too), tar and single packed files, through libarchive; what is inside is told and read in its turn.
#include <archive.h>
#include <archive_entry.h>

#include <memory>

#include "base/strings.h"
#include "ingest/input.h"
#include "ingest/limits.h"

namespace dateline {
namespace {

using Archive = std::unique_ptr<archive, int (*)(archive*)>;

Error failed(archive* a, const Input& input, const char* what) {
  const char* why = archive_error_string(a);
  return {ErrorCode::invalid_input, std::string(what) + (why == nullptr ? "" : std::string(": ") + why), input.where()};
}

// Reads one entry whole. WARC files inside may be large; everything else is one report.
Result<std::string> read_entry(archive* a, const Input& here, uint64_t packed, uint64_t& total) {
  const std::string lower = ascii_lower(here.place);
  const uint64_t most = lower.find(".warc") != std::string::npos ? kMaxFileBytes : uint64_t{kMaxReportBytes} * 4;
  std::string bytes;
  char buffer[1 << 16];
  while (true) {
    const auto n = archive_read_data(a, buffer, sizeof buffer);
    if (n == 0) return bytes;
    if (n < 0) return failed(a, here, "damaged");
    bytes.append(buffer, static_cast<size_t>(n));
    total += static_cast<uint64_t>(n);
    if (bytes.size() > most) return Error{ErrorCode::limit, "an entry too large to be a report", here.where()};
    if (total > kMaxUnpackedBytes || (total > (64u << 20) && total / kMaxRatio > packed)) {
      return Error{ErrorCode::limit, "unpacks to more than the limit allows", here.where()};
    }
  }
}

// An index, a signature, a thumbnail: nothing that a report could be.
bool is_aside(const std::string& name) {
  const std::string lower = ascii_lower(name);
  for (std::string_view end : {".cdx", ".cdxj", ".idx", "datapackage.json", "datapackage-digest.json", ".ds_store"}) {
    if (lower.ends_with(end)) return true;
  }
  return lower.starts_with("__macosx/") || lower.ends_with("pages/pages.jsonl") ||
         lower.ends_with("pages/extrapages.jsonl") || lower.find("indexes/index.cdx") != std::string::npos;
}

}  // namespace

bool read_archive(const Input& input, std::string_view bytes, const CaptureSink& sink) {
  if (input.nesting >= kMaxNesting) return sink(Error{ErrorCode::limit, "archives nested too deep", input.where()});
  Archive a(archive_read_new(), archive_read_free);
  archive_read_support_filter_all(a.get());
  archive_read_support_format_zip(a.get());
  archive_read_support_format_tar(a.get());
  archive_read_support_format_raw(a.get());
  if (archive_read_open_memory(a.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    return sink(failed(a.get(), input, "not an archive that can be read"));
  uint64_t total = 0;
  bool any = false;
  archive_entry* entry = nullptr;
  for (size_t count = 0;; ++count) {
    const int code = archive_read_next_header(a.get(), &entry);
    if (code == ARCHIVE_EOF)
      return any || sink(Error{ErrorCode::invalid_input, "an archive without a file to read", input.where()});
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN) return sink(failed(a.get(), input, "damaged archive"));
    if (count >= kMaxEntries) return sink(Error{ErrorCode::limit, "more entries than the limit allows", input.where()});
    const char* raw = archive_entry_pathname_utf8(entry);
    if (raw == nullptr) raw = archive_entry_pathname(entry);
    const std::string name = raw == nullptr ? "?" : raw;
    const bool single = archive_format(a.get()) == ARCHIVE_FORMAT_RAW;
    if (!single && (archive_entry_filetype(entry) != AE_IFREG || is_aside(name))) continue;
    // A single packed file keeps its own name, less the ending: its name helps to tell what it is.
    Input here = single ? input : input.inside("entry " + name);
    ++here.nesting;
    any = true;
    auto content = read_entry(a.get(), here, bytes.size(), total);
    const bool over_limit = !content.ok() && content.error().code == ErrorCode::limit;
    if (!(content.ok() ? read_bytes(here, std::move(*content), sink) : sink(content.error()))) return false;
    if (over_limit && total > kMaxUnpackedBytes) return true;
  }
}

}  // namespace dateline
