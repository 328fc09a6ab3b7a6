// Runs the fuzz targets over their seeds and over the seeds' bytes changed by chance, the same chance every time.
//
//   fuzz_readers SEEDS [ROUNDS [TARGET [SECONDS]]]
//
// SEEDS holds one folder for each target. ROUNDS: changed copies of each seed (default 100). A run that takes longer
// than kSlow is told as a failure: hostile bytes must not cost time either. With libFuzzer (clang) this file is left
// out.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string>

#include "base/files.h"
#include "readers.h"

namespace fs = std::filesystem;
using namespace dateline;

namespace {

constexpr double kSlow = 10;  // seconds for one input, under sanitizers and on a busy machine

// Pieces that parsers look for.
constexpr std::string_view kTokens[] = {
    "<",     ">",      "</", "<!--", "]]>",         "&#x",      "&amp;",        "\"",   "'",
    "{",     "[",      "]",  "}",    ",",           ":",        "\\u",          "\r\n", "\r\n\r\n",
    "WARC/", "HTTP/1", "-1", "0",    "99999999999", "\xFF\xFE", "\xEF\xBB\xBF", "\x00"};

std::string changed(std::string bytes, std::mt19937& chance, const std::string& other) {
  const auto below = [&](size_t n) { return n == 0 ? 0 : static_cast<size_t>(chance()) % n; };
  for (size_t times = 1 + below(8); times > 0; --times) {
    const size_t at = below(bytes.size() + 1), length = below(std::min<size_t>(bytes.size() - at, 64) + 1);
    switch (below(8)) {
      case 0: bytes.resize(at); break;
      case 1: bytes.erase(at, length); break;
      case 2: bytes.insert(at, kTokens[below(std::size(kTokens))]); break;
      case 3: bytes.insert(at, bytes.substr(at, length)); break;
      case 4: bytes.insert(at, other.substr(below(other.size()), 64)); break;
      case 5:
        for (size_t i = at; i < at + length; ++i) bytes[i] = static_cast<char>(chance());
        break;
      case 6: {
        const std::string piece = bytes.substr(at, length);
        for (size_t n = below(200); n > 0 && bytes.size() < (1 << 18); --n) bytes.insert(at, piece);
        break;
      }
      default:
        if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
    }
  }
  return bytes;
}

// Seconds that the input took. The input is kept in a file while it runs: a crash leaves it behind.
double timed(const FuzzTarget& target, const std::string& bytes, const std::string& kept) {
  std::FILE* file = std::fopen(kept.c_str(), "wb");
  if (file != nullptr) {
    std::fwrite(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
  }
  const auto begin = std::chrono::steady_clock::now();
  target.run(bytes);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::fprintf(stderr, "usage: fuzz_readers SEEDS [ROUNDS [TARGET [SECONDS]]]\n");
    return 2;
  }
  const int rounds = count > 2 ? std::atoi(words[2]) : 100;
  const std::string only = count > 3 ? words[3] : "";
  const double seconds = count > 4 ? std::atof(words[4]) : 1e9;
  const std::string kept =
      (fs::temp_directory_path() / ("dateline-fuzz-" + std::to_string(std::random_device{}()))).string();
  size_t runs = 0, slow = 0;
  for (const FuzzTarget& target : fuzz_targets()) {
    if (!only.empty() && only != target.name) continue;
    std::vector<std::string> seeds;
    const fs::path folder = fs::path(words[1]) / target.name;
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, error)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
      if (auto bytes = read_file(file.string()); bytes.ok()) seeds.push_back(std::move(*bytes));
    }
    if (seeds.empty()) {
      std::fprintf(stderr, "fuzz_readers: no seeds in %s\n", folder.c_str());
      return 2;
    }
    std::mt19937 chance(20261122);
    const auto begin = std::chrono::steady_clock::now();
    const auto one = [&](const std::string& bytes) {
      ++runs;
      const double took = timed(target, bytes, kept);
      if (took <= kSlow) return;
      ++slow;
      fs::rename(kept, kept + "-slow-" + std::to_string(slow), error);
      std::fprintf(stderr, "fuzz_readers: %s took %.1f s: %s-slow-%zu\n", std::string(target.name).c_str(), took,
                   kept.c_str(), slow);
    };
    for (const std::string& seed : seeds) one(seed);
    for (int round = 0; round < rounds; ++round) {
      for (const std::string& seed : seeds) one(changed(seed, chance, seeds[chance() % seeds.size()]));
      if (std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() > seconds) break;
    }
  }
  fs::remove(kept);
  std::printf("fuzz_readers: %zu inputs, %zu too slow\n", runs, slow);
  return slow == 0 ? 0 : 1;
}
