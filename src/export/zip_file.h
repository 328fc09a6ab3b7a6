// A zip archive, written file by file; the same files give the same bytes, whenever they are written.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "dateline/result.h"

struct archive;

namespace dateline {

class ZipFile {
 public:
  // Replaces what is at the path. Fails (io) where that cannot be written.
  static Result<ZipFile> create(const std::string& path);

  Status add(const std::string& name, std::string_view bytes);
  Status finish();  // without this the archive is incomplete

 private:
  static void discard(archive* out);
  ZipFile(archive* out, std::string path) : out_(out, &discard), path_(std::move(path)) {}
  Error failed() const;

  std::unique_ptr<archive, void (*)(archive*)> out_;
  std::string path_;
};

}  // namespace dateline
