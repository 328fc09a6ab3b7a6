#include "annotate/times.h"

#include <gtest/gtest.h>

#include "base/rules.h"
#include "text/segmenter.h"

namespace dateline {
namespace {

const TimeAnnotator& annotator() {
  static const TimeAnnotator a = TimeAnnotator::load(Resources::embedded()).value();
  return a;
}

Document read(std::string_view text, std::string_view published) {
  static const Segmenter segmenter = Segmenter::load(Resources::embedded()).value();
  Document doc;
  doc.text = text;
  doc.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::body, "", {}, ""}};
  if (auto value = parse_edtf(published)) doc.published.value = *value;
  segmenter.annotate(doc);
  annotator().find(doc);
  annotator().anchor(doc);
  return doc;
}

}  // namespace

// The examples in the rule files are tests: everything named is found with its value; a `no` is not found.
TEST(Times, ExamplesInTheRuleFilesHold) {
  const Resources resources = Resources::embedded();
  size_t run = 0;
  for (const std::string& name : resources.list("times/")) {
    if (!name.ends_with(".rules")) continue;
    auto file = read_rules(name, resources.get(name).value());
    ASSERT_TRUE(file.ok()) << file.error().text();
    for (const Rule& rule : file->rules) {
      for (const RuleField& field : rule.fields) {
        if (field.key != "yes" && field.key != "no") continue;
        auto example = parse_example(*file, field.text);
        ASSERT_TRUE(example.ok()) << example.error().text();
        const Document doc = read(example->text, example->at);
        if (field.key == "no" && example->found.empty()) {
          EXPECT_TRUE(doc.times.empty()) << name << ":" << rule.line << " " << field.text << " finds "
                                         << doc.words(doc.times[0].span);
        }
        for (auto [words, value] : example->found) {
          std::string found = "nothing";
          for (const Timex& t : doc.times) {
            if (doc.words(t.span) == words) found = t.value.view();
          }
          if (field.key == "yes")
            EXPECT_EQ(found, value) << name << ":" << rule.line << " " << field.text;
          else
            EXPECT_EQ(found, "nothing") << name << ":" << rule.line << " " << field.text;
        }
        ++run;
      }
    }
  }
  EXPECT_GT(run, 50u);
}

TEST(Times, CalendarIntervals) {
  struct Case {
    const char *text, *published, *words, *edtf;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"following the June-August protests", "2024-11-08", "June-August", "2024-06/2024-08"},
           {"It won last week.", "2024-03-10", "last week", "[2024-02-26..2024-03-03]"},
           {"They met on Saturday evening.", "[2024-03-09..2024-03-10]", "Saturday evening", "2024-03-09"},
           {"They met on Friday.", "[2024-03-07..2024-03-10]", "Friday", "[2024-03-01..2024-03-08]"},
           // Put out on Tuesday where it was Tuesday still: what a report begins with is hardly six days old.
           {"Searchers battled waves on Wednesday.", "2024-03-12", "Wednesday", "2024-03-13"},
           {"They met last Wednesday.", "2024-03-12", "last Wednesday", "2024-03-06"},
           {"In July 2023 it rose.", "", "July 2023", "2023-07"},
           {"They met on Saturday.", "", "Saturday", ""},
           {"reported since June", "2024-11-08", "June", "2024-06/.."},
           {"held between June and August", "2024-11-08", "June", "2024-06/2024-08"},
       }) {
    const Document doc = read(c.text, c.published);
    std::string found = "nothing";
    for (const Timex& t : doc.times) {
      if (doc.words(t.span) == c.words) found = to_string(t.edtf);
    }
    EXPECT_EQ(found, c.edtf) << c.text;
  }
}

TEST(Times, TheDecisionIsExplained) {
  const auto why = [](std::string_view text, std::string_view published) {
    return annotator().explain(read(text, published)).at(0);
  };
  const std::string past = why("They met on Saturday.", "2024-03-10");
  EXPECT_NE(past.find("times/dates.rules:"), std::string::npos) << past;
  EXPECT_NE(past.find("weekday; told as past; from the report's date 2024-03-10"), std::string::npos) << past;
  EXPECT_NE(why("They will meet on Saturday.", "2024-03-10").find("told as to come"), std::string::npos);
  EXPECT_NE(why("They met on Saturday.", "").find("not known"), std::string::npos);
  EXPECT_NE(why("They met last Saturday.", "2024-03-10").find("the one before"), std::string::npos);
}

TEST(Times, TheYearGoesOnWithTheStory) {
  const std::string story =
      "The war began in May 1918. In June 1919 a truce was signed. In March 1920 it broke. On July 4 they marched, as "
      "they had in 1812. In August they withdrew. In January 1921 there was peace, and on Friday 12 January 1923 a "
      "treaty. Between March 3 and April 5, 1924, it was ratified.";
  const Document doc = read(story, "2009-12-19");
  const auto value = [&](std::string_view words) {
    for (const Timex& t : doc.times) {
      if (doc.words(t.span) == words) return std::string(t.value.view());
    }
    return std::string("nothing");
  };
  EXPECT_EQ(value("July 4"), "1920-07-04");
  EXPECT_EQ(value("August"), "1920-08") << "1812 is an aside";
  EXPECT_EQ(value("March 3"), "1924-03-03") << "joined to a date with its year";
  const Document news = read("He won in 1998, 1999, 2000, 2001 and 2002. They meet on Friday.", "2006-03-27");
  EXPECT_EQ(news.times.back().value.view(), "2006-03-24") << "a bare weekday is the report's own";
}

TEST(Times, AnchoringTwiceTakesTheLaterDate) {
  Document doc = read("They met on Saturday.", "2024-03-10");
  ASSERT_EQ(doc.times.size(), 1u);
  EXPECT_EQ(doc.times[0].value.view(), "2024-03-09");
  doc.published.value = *parse_edtf("2024-03-20");
  annotator().anchor(doc);
  EXPECT_EQ(doc.times[0].value.view(), "2024-03-16");
}

}  // namespace dateline
