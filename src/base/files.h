// Reading and writing whole files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dateline/result.h"

namespace dateline {

// All bytes of a file, or of standard input for "-". Fails with not_found, io, or limit past max_bytes.
Result<std::string> read_file(const std::string& path, uint64_t max_bytes = UINT64_MAX);
// Writes through a temporary file beside it, so that no half-written file is left behind.
Status write_file(const std::string& path, std::string_view bytes);

}  // namespace dateline
