#include "export/zip_file.h"

#include <archive.h>
#include <archive_entry.h>

namespace dateline {
namespace {

constexpr time_t kNoTime = 315532800;  // 1980-01-01, the first that a zip can tell

}  // namespace

void ZipFile::discard(archive* out) { archive_write_free(out); }

Error ZipFile::failed() const {
  const char* why = archive_error_string(out_.get());
  return {ErrorCode::io, why != nullptr ? why : "the archive cannot be written", path_};
}

Result<ZipFile> ZipFile::create(const std::string& path) {
  ZipFile zip(archive_write_new(), path);
  if (archive_write_set_format_zip(zip.out_.get()) != ARCHIVE_OK ||
      archive_write_set_options(zip.out_.get(), "zip:compression-level=5") != ARCHIVE_OK ||
      archive_write_open_filename(zip.out_.get(), path.c_str()) != ARCHIVE_OK) {
    return zip.failed();
  }
  return zip;
}

Status ZipFile::add(const std::string& name, std::string_view bytes) {
  const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), &archive_entry_free);
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), kNoTime, 0);
  if (archive_write_header(out_.get(), entry.get()) != ARCHIVE_OK) return failed();
  const la_ssize_t written = archive_write_data(out_.get(), bytes.data(), bytes.size());
  if (written < 0 || static_cast<size_t>(written) != bytes.size()) return failed();
  return kDone;
}

Status ZipFile::finish() {
  if (archive_write_close(out_.get()) != ARCHIVE_OK) return failed();
  return kDone;
}

}  // namespace dateline
