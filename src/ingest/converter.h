// Runs another program that turns one file into another: without a shell, with nothing to read, unheard, and not for
// ever.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

struct ConverterLimits {
  int seconds = 60;            // of the clock
  uint64_t bytes = 64u << 20;  // of what it writes
};

enum class Conversion : uint8_t { done, not_installed, failed, too_slow, too_large };

// `words`: the program, looked for in PATH, and its arguments. `out` is the file that it writes. A program past a limit
// is killed. Thread-safe.
Conversion convert(std::vector<std::string> words, const std::string& out, const ConverterLimits& limits);

}  // namespace dateline
