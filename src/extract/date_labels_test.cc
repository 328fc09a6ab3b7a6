#include "extract/date_labels.h"

#include <gtest/gtest.h>

#include "base/table.h"
#include "extract/line_rules.h"

namespace dateline {
namespace {

TEST(DateLabels, ExamplesOfTheTable) {
  auto labels = DateLabels::load(Resources::embedded());
  ASSERT_TRUE(labels.ok());
  auto table = Table::load(Resources::embedded(), "extract/date_labels.tsv");
  ASSERT_TRUE(table.ok());
  const size_t kind = table->column("kind").value(), example = table->column("example").value();
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string bare = bare_line(table->cell(row, example));
    const std::string_view name = table->cell(row, kind);
    EXPECT_EQ(labels->tells_publication(bare), name == "published") << bare;
    EXPECT_EQ(labels->tells_change(bare), name == "changed") << bare;
    EXPECT_EQ(labels->tells_other(bare), name == "other") << bare;
    EXPECT_EQ(labels->begins_release(bare), name == "release") << bare;
  }
}

TEST(DateLabels, TheDateAfterTheWordForPublishing) {
  auto labels = DateLabels::load(Resources::embedded());
  ASSERT_TRUE(labels.ok());
  EXPECT_EQ(labels->after_publication("Changed: 31.10.2023. Published: 1.11.2023"), ": 1.11.2023");
  EXPECT_EQ(labels->after_publication("3 May 2024, published"), "3 May 2024, published");
}

}  // namespace
}  // namespace dateline
