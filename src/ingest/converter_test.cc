#include "ingest/converter.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace dateline {
namespace {

TEST(Converter, TellsHowItEnded) {
  const std::string out =
      (std::filesystem::temp_directory_path() / ("dateline-converter-test-" + std::to_string(getpid()))).string();
  const ConverterLimits limits{1, 1000};
  const struct {
    std::vector<std::string> words;
    Conversion expected;
  } kCases[] = {
      {{"sh", "-c", "echo words > " + out}, Conversion::done},
      {{"sh", "-c", "read line && exit 0; exit 3"}, Conversion::failed},  // there is nothing to read
      {{"no-such-program-anywhere"}, Conversion::not_installed},
      {{"sleep", "60"}, Conversion::too_slow},
      {{"dd", "if=/dev/zero", "of=" + out, "bs=2000", "count=1"}, Conversion::too_large},
      {{"dd", "if=/dev/zero", "of=" + out, "bs=2000", "count=10000000"}, Conversion::too_large},  // while it writes
  };
  for (const auto& c : kCases) {
    std::filesystem::remove(out);
    EXPECT_EQ(convert(c.words, out, limits), c.expected) << c.words.front() << " " << c.words.back();
  }
  std::filesystem::remove(out);
}

}  // namespace
}  // namespace dateline
