// Rows read from what has changed are those read whole.
#include "engine/read_rows.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace dateline {
namespace {

constexpr const char* kReports[] = {
    "Police in Oslo arrest 12\n\nOSLO, March 3, 2024 - Police in Oslo arrested 12 protesters on Sunday, said Anna "
    "Berg.",
    "Twelve held in Oslo\n\nOSLO, March 4, 2024 - Police arrested 14 protesters in Oslo on Sunday, mayor Ola Nordmann "
    "said.",
    "Storm hits Bergen\n\nBERGEN, March 9, 2024 - A storm hit Bergen on Saturday and killed three people, Anna Berg "
    "said.",
    "Oslo protests\n\nOSLO, March 5, 2024 - “We regret nothing,” said Anna Berg after police arrested 12 protesters in "
    "Oslo."};

struct Listed {
  std::vector<std::string> ids, texts;
  bool operator==(const Listed&) const = default;
};

// Everything that a filter may ask, row by row.
Listed listed(const RowTable& rows) {
  Listed out;
  for (RowTable::At at = 0; at < rows.size(); ++at) {
    out.ids.push_back(rows.id(at) + " " + std::to_string(rows.line(at)) + " " + rows.id(rows.newest()[at]));
    out.texts.push_back(rows.text(rows.type(at)) + "/" + rows.text(rows.status(at)) + "/" + rows.text(rows.name(at)) +
                        std::to_string(rows.disputed(at)) + std::to_string(rows.main(at)) +
                        std::to_string(rows.days(at).first));
  }
  for (const char* words : {"oslo", "berg", "storm", "nobody"}) {
    std::vector<RowTable::At> found;
    rows.with_words(words, found);
    std::sort(found.begin(), found.end());
    for (RowTable::At at : found) out.texts.push_back(std::string(words) + " in " + rows.id(at));
  }
  return out;
}

std::vector<std::string> listed(const RecordRows& all) {
  std::vector<std::string> out;
  const RowTable& rows = all.tables[static_cast<size_t>(Listing::entities)];
  for (RowTable::At at = 0; at < rows.size(); ++at) {
    const EntityBrief& e = all.briefs[rows.added_as(at)];
    out.push_back(rows.id(at) + "=" + e.id + " " + e.name + " " + std::to_string(e.mentions) + " " +
                  std::to_string(e.reports) + " " + std::to_string(e.aliases.size()) + " " +
                  std::to_string(e.roles.size()));
  }
  return out;
}

class ReadRows : public ::testing::Test {
 protected:
  void SetUp() override {
    db_ = (std::filesystem::temp_directory_path() / ("read_rows_" + std::to_string(::getpid()) + ".db")).string();
    TearDown();
  }
  void TearDown() override {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(db_ + end);
  }
  std::string db_;
};

TEST_F(ReadRows, ChangesGiveWhatTheWholeGives) {
  auto engine = Engine::load();
  ASSERT_TRUE(engine.ok());
  RecordRows rows;
  const auto compare = [&] {
    auto whole = read_rows(db_), changed = read_changes(db_, rows);
    ASSERT_TRUE(whole.ok() && changed.ok());
    EXPECT_GT(whole->last, 0);
    for (size_t k = 0; k < kStoredListings; ++k)
      EXPECT_EQ(listed(whole->tables[k]), listed(changed->tables[k])) << "listing " << k;
    EXPECT_EQ(listed(*whole), listed(*changed));
    EXPECT_EQ(whole->entity_lines, changed->entity_lines);
    rows = std::move(*changed);
  };
  for (const char* report : kReports) {
    ASSERT_TRUE(engine->add(db_, {Upload{"report.txt", report}}, {}).ok());
    if (rows.last == 0) {
      auto first = read_rows(db_);
      ASSERT_TRUE(first.ok());
      rows = std::move(*first);
    }
    compare();
  }
  const RowTable& events = rows.tables[static_cast<size_t>(Listing::timeline)];
  ASSERT_GT(events.size(), 1);
  // The last line goes and comes back: under a number of its own.
  RowTable::At last = 0;
  for (RowTable::At at = 0; at < events.size(); ++at) last = events.line(at) > events.line(last) ? at : last;
  auto rejected = engine->correct(db_, {CorrectionKind::reject, {events.id(last)}, "", "", "", ""});
  ASSERT_TRUE(rejected.ok()) << rejected.error().text();
  compare();
  ASSERT_TRUE(engine->undo(db_, rejected->id).ok());
  compare();
}

}  // namespace
}  // namespace dateline
