// A copy of a table in large memory pages, for tables that are read at random places all the time: small pages would
// cost a look into the page tables for most reads. Where the system grants none, it is an ordinary copy.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace dateline {

class LargePages {
 public:
  LargePages() = default;
  explicit LargePages(std::string_view bytes);

  std::string_view bytes() const { return {bytes_.get(), size_}; }

 private:
  std::shared_ptr<char> bytes_;  // shared by copies, never changed
  size_t size_ = 0;
};

}  // namespace dateline
