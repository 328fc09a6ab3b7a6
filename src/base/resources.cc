#include "base/resources.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "base/files.h"

namespace dateline {

// Written by cmake/embed.cmake: every file under resources/, by name.
struct EmbeddedFile {
  const char* name;
  const char* begin;
  const char* end;
};
extern const EmbeddedFile kEmbeddedFiles[];
extern const size_t kEmbeddedFileCount;

namespace {

std::string_view find_embedded(std::string_view name) {
  const EmbeddedFile* last = kEmbeddedFiles + kEmbeddedFileCount;
  const EmbeddedFile* found = std::lower_bound(kEmbeddedFiles, last, name,
                                               [](const EmbeddedFile& f, std::string_view n) { return f.name < n; });
  if (found == last || found->name != name) return {};
  return {found->begin, static_cast<size_t>(found->end - found->begin)};
}

}  // namespace

Resources Resources::embedded() { return {}; }

Resources Resources::from_folder(std::string folder) {
  Resources r;
  r.folder_ = std::move(folder);
  return r;
}

Result<std::string_view> Resources::get(std::string_view name) const {
  if (!folder_.empty()) {
    const std::string path = folder_ + "/" + std::string(name);
    if (std::filesystem::exists(path)) {
      // Views handed out must stay valid, and a folder is read once per run: the bytes are kept for good.
      TRY(std::string bytes, read_file(path));
      return std::string_view(*new std::string(std::move(bytes)));
    }
  }
  std::string_view bytes = find_embedded(name);
  if (bytes.data() == nullptr) return Error{ErrorCode::not_found, "no such resource", std::string(name)};
  return bytes;
}

std::vector<std::string> Resources::list(std::string_view prefix) const {
  std::vector<std::string> names;
  for (size_t i = 0; i < kEmbeddedFileCount; ++i) {
    std::string_view name = kEmbeddedFiles[i].name;
    if (name.starts_with(prefix)) names.emplace_back(name);
  }
  return names;
}

}  // namespace dateline
