// Which stage takes which share of the time: analyses the reports of a JSON Lines file on one thread.
//   stages FILE.jsonl
#include <chrono>
#include <cstdio>

#include "dateline/engine.h"
#include "ingest/ingest.h"

int main(int argc, char** argv) {
  using Clock = std::chrono::steady_clock;
  if (argc != 2) {
    std::fprintf(stderr, "usage: stages FILE.jsonl\n");
    return 2;
  }
  auto engine = dateline::Engine::load();
  if (!engine.ok()) {
    std::fprintf(stderr, "%s\n", engine.error().text().c_str());
    return 2;
  }
  std::vector<std::pair<std::string, double>> seconds;
  size_t reports = 0, words = 0;
  dateline::read_captures({argv[1]}, {}, [&](dateline::Result<dateline::Capture> capture) {
    if (!capture.ok()) return true;
    auto last = Clock::now();
    size_t stage = 0;
    auto doc = engine->analyse(*capture, [&](std::string_view name) {
      const auto now = Clock::now();
      if (stage == seconds.size()) seconds.emplace_back(name, 0.0);
      seconds[stage++].second += std::chrono::duration<double>(now - last).count();
      last = Clock::now();
    });
    if (!doc.ok()) return true;
    ++reports;
    words += doc->tokens.size();
    return true;
  });
  double total = 0;
  for (const auto& [name, time] : seconds) total += time;
  std::printf("%-12s%10s%16s\n", "stage", "share", "words/s");
  for (const auto& [name, time] : seconds) {
    std::printf("%-12s%9.1f%%%16.0f\n", name.c_str(), 100 * time / total, static_cast<double>(words) / time);
  }
  std::printf("%-12s%10s%16.0f   (%zu reports, %.0f a second on one thread)\n", "all", "",
              static_cast<double>(words) / total, reports, static_cast<double>(reports) / total);
}
