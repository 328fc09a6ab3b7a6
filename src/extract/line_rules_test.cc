#include "extract/line_rules.h"

#include <gtest/gtest.h>

#include "base/table.h"

namespace dateline {
namespace {

// Every row of lines.tsv says what it is for, and what it must leave alone.
TEST(LineRules, ExamplesOfTheTable) {
  const Resources resources = Resources::embedded();
  auto rules = LineRules::load(resources);
  ASSERT_TRUE(rules.ok()) << rules.error().text();
  auto table = Table::load(resources, "extract/lines.tsv");
  ASSERT_TRUE(table.ok());
  const size_t why = *table->column("why"), example = *table->column("example"), no = *table->column("not"),
               kind = *table->column("kind");
  for (size_t row = 0; row < table->rows(); ++row) {
    EXPECT_FALSE(variants(table->cell(row, example)).empty()) << "line " << table->line(row) << " has no example";
    for (std::string_view line : variants(table->cell(row, example))) {
      if (table->cell(row, kind) == "comments" || table->cell(row, kind) == "heads") {
        EXPECT_TRUE(rules->heads_comments(line) || rules->heads_others(line)) << line;
        continue;
      }
      const auto hit = rules->match(line);
      ASSERT_TRUE(hit) << "lines.tsv:" << table->line(row) << " lets pass: " << line;
      EXPECT_EQ(hit->why, table->cell(row, why)) << "lines.tsv:" << table->line(row) << " “" << line << "”";
    }
    for (std::string_view line : variants(table->cell(row, no))) {
      EXPECT_FALSE(table->cell(row, kind) == "comments" && rules->heads_comments(line)) << line;
      EXPECT_FALSE(table->cell(row, kind) == "heads" && rules->heads_others(line)) << line;
      const auto hit = rules->match(line);
      EXPECT_FALSE(hit) << "lines.tsv:" << table->line(row) << " takes “" << line << "” as " << (hit ? hit->why : "");
    }
  }
}

TEST(LineRules, Globs) {
  EXPECT_TRUE(fits_glob("a*c", "abc"));
  EXPECT_TRUE(fits_glob("a*c", "ac"));
  EXPECT_FALSE(fits_glob("a*c", "acd"));
  EXPECT_TRUE(fits_glob("# images", "12 images"));
  EXPECT_TRUE(fits_glob("# images", "1,200 images"));
  EXPECT_FALSE(fits_glob("# images", "no images"));
  EXPECT_TRUE(fits_glob("*read more", "what happens now? read more"));
  EXPECT_EQ(bare_line("  [ Advertisement: ] "), "advertisement");
  EXPECT_EQ(bare_line("• More On This…"), "more on this");
}

}  // namespace
}  // namespace dateline
