// The measures of every pair of reports of a grouped set, to fit and to judge the weights of resources/link/pair.tsv.
//
//     link_pairs INDEX.tsv [--dated] > pairs.tsv
//
// INDEX.tsv has columns file, story, event, date. Reports are parted into pieces as a record parts them, and
// compared inside each; a pair is left out where the two share next to nothing.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "base/files.h"
#include "base/resources.h"
#include "base/table.h"
#include "dateline/engine.h"
#include "link/likeness.h"
#include "link/pieces.h"
#include "link/profile.h"

using namespace dateline;

namespace {

// How strongly two reports are related; 0 where they are never compared.
double neighbours(const Profiler& profiler, const Profile& a, const Profile& b) {
  std::vector<uint64_t> keys;
  std::set_intersection(a.keys.begin(), a.keys.end(), b.keys.begin(), b.keys.end(), std::back_inserter(keys));
  return keys.size() >= kMinSharedKeys ? profiler.related(a, b) : 0;
}

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
  std::vector<Profile> profiles;
  for (const Document& doc : docs) profiles.push_back(profiler.profile(doc));
  std::vector<RelatedPair> related;
  for (uint32_t b = 1; b < docs.size(); ++b) {
    for (uint32_t a = 0; a < b; ++a) {
      const double strength = neighbours(profiler, profiles[a], profiles[b]);
      if (strength >= kRelated) related.push_back({a, b, strength});
    }
  }
  fmt::print("a\tb\tsame\tstory_a\tstory_b");
  for (size_t m = 0; m < kMeasures; ++m) fmt::print("\t{}", name_of(static_cast<Measure>(m)));
  fmt::print("\n");
  for (const auto& piece : cut_into_pieces(static_cast<uint32_t>(docs.size()), related, kLargestPiece)) {
    std::vector<Portrait> views;
    for (uint32_t i : piece) views.push_back(yardstick.view(docs[i]));
    for (const ComparedPair& pair : compare_all(views, yardstick)) {
      const size_t i = piece[pair.a], j = piece[pair.b];
      const bool same = table.cell(i, story) == table.cell(j, story) && table.cell(i, event) == table.cell(j, event);
      fmt::print("{}\t{}\t{}\t{}\t{}", i, j, int(same), table.cell(i, story), table.cell(j, story));
      for (float value : pair.measures) fmt::print("\t{:.4f}", value);
      fmt::print("\n");
    }
  }
  return kDone;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return fmt::print(stderr, "link_pairs INDEX.tsv [--dated]\n"), 2;
  const Result<Unit> done = run(argv[1], argc > 2);
  if (!done) return fmt::print(stderr, "{}\n", done.error().text()), 2;
}
