// How piles of two reports fare, each pile read alone: what a user tries first.
//
//     small_piles INDEX.tsv
//
// INDEX.tsv has columns file, story, event. Every two reports of one story are a pile; prints the share joined of those
// on one event, and of look-alikes on two.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "base/resources.h"
#include "base/table.h"
#include "dateline/engine.h"
#include "link/main_events.h"
#include "link/profile.h"

using namespace dateline;

namespace {

bool neighbours(const Profiler& profiler, const Profile& a, const Profile& b) {
  std::vector<uint64_t> keys;
  std::set_intersection(a.keys.begin(), a.keys.end(), b.keys.begin(), b.keys.end(), std::back_inserter(keys));
  return keys.size() >= kMinSharedKeys && profiler.related(a, b) >= kRelated;
}

struct Tally {
  size_t piles = 0, joined = 0;
};

Result<Unit> run(const std::string& index) {
  TRY(const Engine engine, Engine::load());
  TRY(const Yardstick yardstick, Yardstick::load(Resources::embedded()));
  TRY(const Profiler profiler, Profiler::load(Resources::embedded()));
  TRY(const std::string text, read_file(index));
  TRY(const Table table, Table::parse(index, text));
  TRY(const size_t file, table.column("file"));
  TRY(const size_t story, table.column("story"));
  TRY(const size_t event, table.column("event"));
  std::vector<Document> docs;
  std::vector<Profile> profiles;
  for (size_t row = 0; row < table.rows(); ++row) {
    Capture capture;
    capture.path = (std::filesystem::path(index).parent_path() / table.cell(row, file)).string();
    TRY(capture.payload, read_file(capture.path));
    TRY(Document doc, engine.analyse(capture));
    profiles.push_back(profiler.profile(doc));
    docs.push_back(std::move(doc));
  }
  Tally of_one, of_two;
  for (size_t i = 0; i < docs.size(); ++i) {
    for (size_t j = i + 1; j < docs.size(); ++j) {
      if (table.cell(i, story) != table.cell(j, story)) continue;
      Tally& tally = table.cell(i, event) == table.cell(j, event) ? of_one : of_two;
      ++tally.piles;
      if (!neighbours(profiler, profiles[i], profiles[j])) continue;
      const MainEvents main = group_reports({&docs[i], &docs[j]}, yardstick);
      tally.joined += main.of[0] == main.of[1];
    }
  }
  fmt::print("one event: {} of {} joined; look-alikes: {} of {}\n", of_one.joined, of_one.piles, of_two.joined,
             of_two.piles);
  return kDone;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return fmt::print(stderr, "small_piles INDEX.tsv\n"), 2;
  const Result<Unit> done = run(argv[1]);
  if (!done) return fmt::print(stderr, "{}\n", done.error().text()), 2;
}
