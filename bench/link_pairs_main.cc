// The measures of every pair of reports of a grouped set, to fit and to judge the weights of resources/link/pair.tsv.
//
//     link_pairs INDEX.tsv [--dated] > pairs.tsv
//
// INDEX.tsv has columns file, story, event, date. A pair is left out where the two share next to nothing.
#include <fmt/format.h>

#include <filesystem>

#include "base/files.h"
#include "base/resources.h"
#include "base/table.h"
#include "dateline/engine.h"
#include "link/likeness.h"
#include "link/profile.h"

using namespace dateline;

namespace {

Result<Unit> run(const std::string& index, bool dated) {
  TRY(const Engine engine, Engine::load());
  const Resources resources = Resources::embedded();
  TRY(const Yardstick yardstick, Yardstick::load(resources));
  TRY(const Profiler profiler, Profiler::load(resources));
  TRY(const std::string text, read_file(index));
  TRY(const Table table, Table::parse(index, text));
  TRY(const size_t file, table.column("file"));
  TRY(const size_t story, table.column("story"));
  TRY(const size_t event, table.column("event"));
  TRY(const size_t date, table.column("date"));
  std::vector<Document> docs;
  for (size_t row = 0; row < table.rows(); ++row) {
    Capture capture;
    capture.path = (std::filesystem::path(index).parent_path() / table.cell(row, file)).string();
    TRY(capture.payload, read_file(capture.path));
    if (dated) capture.given.published = std::string(table.cell(row, date));
    TRY(Document doc, engine.analyse(capture));
    docs.push_back(std::move(doc));
  }
  std::vector<Portrait> views;
  std::vector<Profile> profiles;
  for (const Document& doc : docs) {
    views.push_back(yardstick.view(doc));
    profiles.push_back(profiler.profile(doc));
  }
  fmt::print("a\tb\tsame\tstory_a\tstory_b\trelated\tkeys");
  for (size_t m = 0; m < kMeasures; ++m) fmt::print("\t{}", name_of(static_cast<Measure>(m)));
  fmt::print("\n");
  for (const ComparedPair& pair : compare_all(views, yardstick)) {
    const size_t i = pair.a, j = pair.b;
    const bool same = table.cell(i, story) == table.cell(j, story) && table.cell(i, event) == table.cell(j, event);
    fmt::print("{}\t{}\t{}\t{}\t{}", i, j, int(same), table.cell(i, story), table.cell(j, story));
    std::vector<uint64_t> keys;
    std::set_intersection(profiles[i].keys.begin(), profiles[i].keys.end(), profiles[j].keys.begin(),
                          profiles[j].keys.end(), std::back_inserter(keys));
    fmt::print("\t{:.4f}\t{}", profiler.related(profiles[i], profiles[j]), keys.size());
    for (float value : pair.measures) fmt::print("\t{:.4f}", value);
    fmt::print("\n");
  }
  return kDone;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return fmt::print(stderr, "link_pairs INDEX.tsv [--dated]\n"), 2;
  const Result<Unit> done = run(argv[1], argc > 2);
  if (!done) return fmt::print(stderr, "{}\n", done.error().text()), 2;
}
