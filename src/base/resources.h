// The text files and models under resources/, embedded in the program, or read from a folder given instead.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/result.h"

namespace dateline {

class Resources {
 public:
  // What is embedded. Cheap: nothing is copied.
  static Resources embedded();
  // A folder laid out like resources/; a file missing there falls back to the embedded one.
  static Resources from_folder(std::string folder);

  // The bytes of one resource, named by its path under resources/ ("times/months.tsv"). Embedded bytes live as
  // long as the program; bytes read from a folder live as long as this object and its copies.
  // Fails with not_found.
  Result<std::string_view> get(std::string_view name) const;

  // All names that begin with the prefix, sorted.
  std::vector<std::string> list(std::string_view prefix) const;

 private:
  std::string folder_;
};

}  // namespace dateline
