#include "reconcile/claims.h"

#include <gtest/gtest.h>

#include "reconcile/denials.h"

namespace dateline {
namespace {

// The standing of each day that reports give for one event.
std::vector<Agreement> judged(const std::vector<std::pair<std::string, std::vector<std::string>>>& told) {
  Event event;
  for (const auto& [day, reports] : told) {
    Claim claim{"when", day, Agreement::single, {}};
    for (const std::string& report : reports) claim.by.push_back({report, "", {report, {}}});
    event.claims.push_back(std::move(claim));
  }
  judge_claims_of(event);
  std::vector<Agreement> out;
  for (const Claim& claim : event.claims) out.push_back(claim.status);
  return out;
}

}  // namespace

TEST(Claims, DaysThatContradictEachOther) {
  const Agreement disputed = Agreement::disputed, compatible = Agreement::compatible, agreed = Agreement::agreed;
  EXPECT_EQ(judged({{"2024-03-06", {"a"}}, {"2024-03-07", {"b"}}}), (std::vector{disputed, disputed}));
  EXPECT_EQ(judged({{"2024-03-06", {"a", "c"}}, {"2024-03", {"b"}}}), (std::vector{agreed, compatible}));
  // One report that gives both days tells of two acts.
  EXPECT_EQ(judged({{"2024-03-06", {"a"}}, {"2024-03-07", {"a", "b"}}}), (std::vector{compatible, agreed}));
  // A bill of 2024 and what it is named after.
  EXPECT_EQ(judged({{"2001-09-11", {"a"}}, {"2024-03-07", {"b"}}}), (std::vector{compatible, compatible}));
}

TEST(Claims, WhatIsDeniedIsDisputed) {
  Event event;
  event.id = "e-1";
  event.claims = {{"status", "denied", Agreement::single, {{"a", "n-1", {"a", {5, 9}}}}},
                  {"status", "happened", Agreement::single, {{"b", "", {"b", {7, 11}}}}}};
  EventMap events;
  events.events = {event};
  judge_claims(events, {});
  for (const Claim& claim : events.events[0].claims) EXPECT_EQ(claim.status, Agreement::disputed);
  const std::vector<Conflict> found = denials(events);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].event, "e-1");
  EXPECT_EQ(found[0].kind, ConflictKind::between_reports);
  ASSERT_EQ(found[0].sides.size(), 2u);
  events.events[0].claims.pop_back();  // split off by hand
  judge_claims(events, {});
  EXPECT_TRUE(denials(events).empty());
}

}  // namespace dateline
