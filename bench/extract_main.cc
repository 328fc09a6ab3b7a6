// Times extraction alone: `extract PAGES.warc.gz|PAGES.warc|FILE.jsonl [THREADS]`. WARC records are split here, so that
// nothing else is measured; pages are read once before the clock starts. Prints pages a second by CPU and by wall time.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

#include <zlib.h>

#include "base/files.h"
#include "base/strings.h"
#include "extract/extract.h"

namespace dateline {
namespace {

std::string inflated(const std::string& path) {
  std::string out, chunk(1 << 20, '\0');
  gzFile file = gzopen(path.c_str(), "rb");  // reads plain files too, and members one after another
  if (file == nullptr) return out;
  for (int n; (n = gzread(file, chunk.data(), static_cast<unsigned>(chunk.size()))) > 0;)
    out.append(chunk.data(), static_cast<size_t>(n));
  gzclose(file);
  return out;
}

std::vector<Capture> responses(const std::string& warc) {
  std::vector<Capture> out;
  for (size_t at = warc.find("WARC/1."); at != std::string::npos;) {
    const size_t head_end = warc.find("\r\n\r\n", at);
    if (head_end == std::string::npos) break;
    const std::string head = ascii_lower(warc.substr(at, head_end - at));
    const size_t length_at = head.find("content-length:");
    const size_t length =
        length_at == std::string::npos ? 0 : std::strtoull(head.c_str() + length_at + 15, nullptr, 10);
    if (head.find("warc-type: response") != std::string::npos) {
      const std::string body = warc.substr(head_end + 4, length);
      const size_t http_end = body.find("\r\n\r\n");
      Capture capture;
      capture.type = ContentType::html;
      capture.path = "warc";
      capture.payload = http_end == std::string::npos ? body : body.substr(http_end + 4);
      out.push_back(std::move(capture));
    }
    at = warc.find("WARC/1.", head_end + 4 + length);
  }
  return out;
}

int run(const std::string& path, int threads) {
  auto extractor = Extractor::load(Resources::embedded());
  if (!extractor.ok()) return std::fprintf(stderr, "%s\n", extractor.error().text().c_str()), 1;
  const std::vector<Capture> pages = responses(inflated(path));
  size_t bytes = 0;
  for (const Capture& c : pages) bytes += c.payload.size();
  std::atomic<size_t> next = 0, words = 0, failed = 0;
  const std::clock_t cpu = std::clock();
  const auto wall = std::chrono::steady_clock::now();
  std::vector<std::thread> workers;
  for (int t = 0; t < threads; ++t) {
    workers.emplace_back([&] {
      for (size_t i; (i = next++) < pages.size();) {
        auto article = extractor->extract(pages[i]);
        article.ok() ? words += article->text.size() : ++failed;
      }
    });
  }
  for (std::thread& w : workers) w.join();
  const double cpu_s = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
  const double wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count();
  const auto n = static_cast<double>(pages.size());
  std::printf(
      "pages %zu bytes %zu text %zu failed %zu threads %d cpu %.2f s wall %.2f s pages/s-core %.0f pages/s %.0f "
      "MB/s-core %.1f\n",
      pages.size(), bytes, words.load(), failed.load(), threads, cpu_s, wall_s, n / cpu_s, n / wall_s,
      static_cast<double>(bytes) / 1e6 / cpu_s);
  return 0;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: extract PAGES.warc[.gz] [THREADS]\n"), 2;
  return dateline::run(argv[1], argc > 2 ? std::max(1, std::atoi(argv[2])) : 2);
}
