#include "base/large_pages.h"

#include <sys/mman.h>

#include <cstdlib>
#include <cstring>

namespace dateline {

LargePages::LargePages(std::string_view bytes) : size_(bytes.size()) {
  constexpr size_t kPage = size_t{2} << 20;
  const size_t room = (bytes.size() + kPage - 1) / kPage * kPage;
  char* memory = static_cast<char*>(std::aligned_alloc(kPage, room));
  if (memory == nullptr) {
    size_ = 0;
    return;
  }
  madvise(memory, room, MADV_HUGEPAGE);  // a wish; nothing depends on it
  std::memcpy(memory, bytes.data(), bytes.size());
  bytes_ = std::shared_ptr<char>(memory, std::free);
}

}  // namespace dateline
