#include "base/rules.h"

#include <gtest/gtest.h>

namespace dateline {

TEST(Rules, ReadsRulesTheirMatchesAndExamples) {
  auto file = read_rules("x.rules",
                         "# first\nrule month-day\n  match  {month} .? {day:d} | (the {day})?\n  yes \"On March 3.\" "
                         "@2024-03-05 \"March 3\" = 2024-03-03, \"x\"\n");
  ASSERT_TRUE(file.ok());
  ASSERT_EQ(file->rules.size(), 1u);
  EXPECT_EQ(file->rules[0].name, "month-day");
  EXPECT_EQ(file->rules[0].line, 2u);
  auto tree = parse_match(*file, file->rules[0].get("match"));
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(tree->kind, MatchTree::choice);
  ASSERT_EQ(tree->parts.size(), 2u);
  EXPECT_TRUE(tree->parts[0].parts[1].optional);
  EXPECT_EQ(tree->parts[0].parts[2].alias, "d");
  auto example = parse_example(*file, file->rules[0].get("yes"));
  ASSERT_TRUE(example.ok());
  EXPECT_EQ(example->at, "2024-03-05");
  ASSERT_EQ(example->found.size(), 2u);
  EXPECT_EQ(example->found[0].second, "2024-03-03");
}

TEST(Rules, ErrorsNameFileLineAndPlace) {
  EXPECT_EQ(read_rules("x.rules", "\n  match a\n").error().where, "x.rules:2");
  auto file = read_rules("x.rules", "rule a\n  match  two (b | c\n");
  ASSERT_TRUE(file.ok());
  const Error error = parse_match(*file, file->rules[0].get("match")).error();
  EXPECT_EQ(error.where, "x.rules:2");
  EXPECT_EQ(error.message, "this ( is not closed\n    match  two (b | c\n               ^ here");
}

}  // namespace dateline
