#include "text/person_name.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

struct Case {
  const char *a, *b;
  bool same;
};

TEST(PersonName, SamePersonOrNot) {
  const Case cases[] = {
      {"Antony Blinken", "Antony J. Blinken", true},
      {"Antony Blinken", "Anthony Blinken", true},
      {"Jovenel Moïse", "Jovenel Moise", true},
      {"Blinken", "Antony Blinken", true},
      {"Ashraf al-Qedra", "Ashraf al-Kidra", true},
      {"Abu Zuhri", "Sami Abu Zuhri", true},
      {"Joe Biden", "Joseph Biden", true},
      {"J. Biden", "Joe Biden", true},
      {"Ban", "Ban Ki-moon", true},
      {"George W. Bush", "George H.W. Bush", false},
      {"Bill Clinton", "Hillary Clinton", false},
      {"Kim Jong-un", "Kim Jong-il", false},
      {"John Smith Jr.", "John Smith Sr.", false},
      {"Ruto", "Rutte", false},
      {"Ali Rashid Kamal", "Ali Hamid Kamal", false},
      {"Ali Rashid Kamal", "Ali Kamal", true},
      {"Mohammad Javad Zarif", "Mohammad Javed Zarif", true},
      {"Javad Zarif", "Mohammad Javed Zarif", true},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(same_person_name(parse_person(c.a), parse_person(c.b)), c.same) << c.a << " / " << c.b;
    EXPECT_EQ(same_person_name(parse_person(c.b), parse_person(c.a)), c.same) << c.b << " / " << c.a;
  }
}

TEST(PersonName, OneEdit) {
  EXPECT_TRUE(within_one_edit("jovenel", "jovenal"));
  EXPECT_TRUE(within_one_edit("ahmad", "ahmaad"));
  EXPECT_TRUE(within_one_edit("a", "a"));
  EXPECT_FALSE(within_one_edit("ahmad", "hamid"));
  EXPECT_FALSE(within_one_edit("ab", "abcd"));
}

}  // namespace
}  // namespace dateline
