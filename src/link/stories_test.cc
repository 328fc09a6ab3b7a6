#include "link/stories.h"

#include <gtest/gtest.h>

#include "base/strings.h"
#include "base/table.h"
#include "text/utf8.h"

namespace dateline {
namespace {

const StoryTeller& teller() {
  static const StoryTeller kTeller = StoryTeller::load(Resources::embedded()).value();
  return kTeller;
}

// Every event has one word as its evidence, given by its report's name.
Event event(std::string id, std::string_view when, std::string_view type, std::string word, std::string label,
            EventStatus status = EventStatus::happened) {
  Event e;
  e.id = std::move(id);
  if (auto date = parse_edtf(when)) e.when = *date;
  e.type = Label(type);
  e.status = status;
  e.label = std::move(label);
  e.participants = {{ParticipantRole::actor, "n-1", "Kenya"}};
  e.reports = {word};
  e.evidence = {{word, {0, static_cast<uint32_t>(word.size())}}};
  return e;
}

std::vector<Event> deployment() {
  return {
      event("e-1", "2023-07-29", "AGREE", "pledged", "Kenya pledged 1,000 police officers for a mission in Haiti"),
      event("e-2", "2023-10-02", "x-decision", "adopted", "The Security Council adopted a police mission in Haiti"),
      event("e-3", "2024-03-01", "AGREE", "signed", "Kenya and Haiti signed an agreement on the police mission"),
      event("e-4", "2024-06-25", "MOBILIZE", "arrived",
            "The first Kenyan police officers of the mission arrived in Haiti"),
      event("e-9", "2023-09-01", "x-accident", "capsized", "A ferry capsized on Lake Tanganyika in strong winds"),
  };
}

std::string_view words(const Evidence& e) { return e.report; }

TEST(Stories, AChainLeavesOthersOut) {
  const auto stories = teller().stories(deployment());
  ASSERT_EQ(stories.size(), 1u);
  ASSERT_EQ(stories[0].steps.size(), 4u);
  EXPECT_EQ(stories[0].steps[0].event, "e-1");
  EXPECT_TRUE(stories[0].steps[0].after.empty());
  EXPECT_EQ(stories[0].steps[3].event, "e-4");
  EXPECT_FALSE(stories[0].steps[3].after.empty());
}

TEST(Stories, TheOrderOfEventsDoesNotMatter) {
  std::vector<Event> events = deployment();
  const auto forth = teller().stories(events);
  std::reverse(events.begin(), events.end());
  const auto back = teller().stories(events);
  ASSERT_EQ(back.size(), forth.size());
  EXPECT_EQ(back[0].id, forth[0].id);
  EXPECT_EQ(back[0].steps[2].after, forth[0].steps[2].after);
}

TEST(Commitments, TheStateIsTheLastStep) {
  std::vector<Event> events = deployment();
  auto found = teller().commitments(events, words, {{"pledged", *parse_edtf("2024-07-01")}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].state, CommitmentState::carried_out);
  EXPECT_EQ(to_string(found[0].since), "2024-06-25");
  EXPECT_EQ(to_string(found[0].last_heard), "2024-07-01");
  EXPECT_EQ(found[0].steps.size(), 4u);
  EXPECT_EQ(found[0].by, std::vector<std::string>{"Kenya"});
  events.push_back(
      event("e-5", "2024-07-09", "REJECT", "blocked", "A court blocked the Kenyan police mission in Haiti"));
  found = teller().commitments(events, words, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].state, CommitmentState::blocked);
}

TEST(Commitments, WhatIsPlannedIsPromised) {
  const auto found = teller().commitments(
      {event("e-1", "2024-03-01", "AGREE", "signed", "Kenya and Haiti will sign an agreement", EventStatus::planned),
       event("e-2", "2024-04-01", "AGREE", "pledged", "Nobody pledged a thing", EventStatus::denied)},
      words, {});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].state, CommitmentState::promised);
}

TEST(Commitments, ExamplesOfTheTable) {
  const Resources resources = Resources::embedded();
  const Table table = Table::load(resources, "link/commitments.tsv").value();
  for (size_t r = 0; r < table.rows(); ++r) {
    const std::string_view example = table.cell(r, 3);
    const size_t begin = example.find('*'), end = example.rfind('*');
    ASSERT_LT(begin, end) << example;
    const std::string word(example.substr(begin + 1, end - begin - 1));
    const auto type = variants(table.cell(r, 1)).front();
    // A promise beside it, so that there is a commitment at all.
    const auto found = teller().commitments({event("e-0", "2024-01-01", "AGREE", "pledged", "Mali pledged officers"),
                                             event("e-1", "2024-03-01", type, word, "Mali pledged officers")},
                                            words, {});
    ASSERT_EQ(found.size(), 1u) << example;
    EXPECT_EQ(name_of(found[0].state), table.cell(r, 0)) << example;
  }
}

}  // namespace
}  // namespace dateline
