#include "extract/byline_words.h"

#include <gtest/gtest.h>

#include "base/strings.h"
#include "base/table.h"

namespace dateline {
namespace {

// Each example of bylines.tsv, "line > name".
TEST(BylineWords, ExamplesOfTheTable) {
  const Resources resources = Resources::embedded();
  auto words = BylineWords::load(resources);
  auto dates = DateReader::load(resources);
  auto table = Table::load(resources, "extract/bylines.tsv");
  ASSERT_TRUE(words.ok() && dates.ok() && table.ok());
  const size_t example = *table->column("example");
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view cell = table->cell(row, example);
    const size_t arrow = cell.find(" > ");
    if (arrow == std::string_view::npos) continue;
    EXPECT_EQ(words->cleaned(cell.substr(0, arrow), *dates), cell.substr(arrow + 3))
        << "bylines.tsv:" << table->line(row);
  }
  EXPECT_EQ(words->after_by("Posted in Law by jroe on August 3"), "jroe on August 3");
  EXPECT_EQ(words->names_in("Jane Roe and John Poe; dpa"), (std::vector<std::string>{"Jane Roe", "John Poe"}));
  EXPECT_TRUE(words->begins("Von Jane Roe"));
  EXPECT_FALSE(words->begins("Vonnegut, Jane"));
  EXPECT_TRUE(words->is_class("article__author-name"));
}

}  // namespace
}  // namespace dateline
