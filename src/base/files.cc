#include "base/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace dateline {
namespace {

Error failed(const std::string& path) {
  return {errno == ENOENT ? ErrorCode::not_found : ErrorCode::io, std::strerror(errno), path};
}

}  // namespace

Result<std::string> read_file(const std::string& path, uint64_t max_bytes) {
  std::unique_ptr<FILE, int (*)(FILE*)> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"),
                                             path == "-" ? [](FILE*) { return 0; } : std::fclose);
  if (!file) return failed(path);
  std::string bytes;
  char buffer[1 << 16];
  while (size_t n = std::fread(buffer, 1, sizeof buffer, file.get())) {
    if (bytes.size() + n > max_bytes) {
      return Error{ErrorCode::limit, "larger than " + std::to_string(max_bytes) + " bytes", path};
    }
    bytes.append(buffer, n);
  }
  if (std::ferror(file.get())) return failed(path);
  return bytes;
}

Status write_file(const std::string& path, std::string_view bytes) {
  const std::string temporary = path + ".part";
  {
    std::unique_ptr<FILE, int (*)(FILE*)> file(std::fopen(temporary.c_str(), "wb"), std::fclose);
    if (!file) return failed(path);
    if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) return failed(path);
  }
  if (std::rename(temporary.c_str(), path.c_str()) != 0) return failed(path);
  return kDone;
}

}  // namespace dateline
