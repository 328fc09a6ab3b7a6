// Whose day it is, and whether it has come: planned, conditional, claimed, denied.
#include "annotate/event_test_lines.h"

namespace dateline {
namespace {

TEST(EventDating, WhatIsOnlySpokenOfIsOfAnotherDay) {
  const std::pair<const char*, const char*> cases[] = {
      {"The minister met rescuers on Friday and obtained data about the crash.", "crash x-accident happened -"},
      {"The mayor praised rescuers on Friday for their response to the bombings.", "bombings ASSAULT happened -"},
      {"A man was charged on Friday with the murder of his wife.", "murder ASSAULT happened -"},
      {"He was arrested on Friday in the killing of two women.", "killing ASSAULT happened -"},
      {"Peru's troops fired on farmers on Monday, leaving intact the two-day-old truce between Peru and Chile.",
       "truce RETREAT happened - Peru Chile"},
      {"Portugal called off the search when darkness fell on Sunday.", "called x-rescue happened 2024-03-03 Portugal"},
      {"Mike Hall served in the cabinet until August 2016, when he was forced to resign.",
       "resign RETREAT happened 2016-08 Mike Hall"},
      {"The loss comes on top of the disappearance of the jet in October.",
       "disappearance x-accident happened 2023-10 jet"},
      {"Before reports of Norbank's $70-a-share offer in November, its shares fell.",
       "offer x-economy happened 2023-11"},
  };
  for (const auto& [text, want] : cases) expect_line(text, want);
}

TEST(EventDating, WhatHangsOnAConditionAndWhatWasUsed) {
  const std::pair<const char*, const char*> cases[] = {
      {"The firm said it would withdraw its offer if Norham sold the mine.", "withdraw RETREAT conditional - firm"},
      {"A balloon was used to raise the wreck.", "raise x-rescue happened - balloon"},
      {"Peru raised concerns about arrests ahead of Chile's elections this month.",
       "elections x-election planned 2024-03 Chile"},
  };
  for (const auto& [text, want] : cases) expect_line(text, want);
}

TEST(EventDating, WhatIsBelievedIsClaimed) {
  const std::pair<const char*, const char*> cases[] = {
      {"It is likely that the plane was shot down by rebels.", "shot ASSAULT claimed - rebels"},
      {"The jet appeared to have been hit by a missile.", "hit ASSAULT claimed -"},
      {"He predicted that commercial flights would begin in 2027.", "commercial flights x-launch planned 2027"},
  };
  for (const auto& [text, want] : cases) expect_line(text, want);
}

TEST(EventDating, EachDayGoesToItsOwnAct) {
  const std::pair<const char*, const char*> cases[] = {
      {"That included a phone call between Ruto and Prime Minister Anna Berg on February 10 and a conversation "
       "between Berg and Vice President Mike Hall in Munich on February 18.",
       "conversation CONSULT happened 2024-02-18 Berg Mike Hall"},
      {"Berg slammed the decision during a speech to a campaign rally in Nashville on Wednesday.",
       "slammed ACCUSE happened 2024-03-06 Berg"},
      {"Berg told the court on Monday that some of it was agreed in an April 2 framework agreement reached in Oslo.",
       "reached AGREE happened 2024-04-02"},
      {"A deal was struck early Saturday between Peru and Chile.", "struck AGREE happened 2024-03-09 Peru Chile"},
      {"Berg arrived in Vienna for a round of talks whose deadline was June 30.", "arrived x-travel happened - Berg"},
      {"A divided Supreme Court upheld the ban on visitors from predominantly Muslim countries Tuesday.",
       "upheld x-court happened 2024-03-05 Supreme Court"},
  };
  for (const auto& [text, want] : cases) expect_line(text, want);
}

TEST(EventDating, AYearToldBesideAnActIsNotItsOwn) {
  const std::pair<const char*, const char*> cases[] = {
      {"Anna Berg, the 1950s singer who filled the halls of Oslo, has died.", "died x-death happened -"},
      {"Anna Berg, whose songs delighted Norwegians in the 1950s, has died.", "died x-death happened -"},
      {"It was the first accident on board a tram since 1959, when two women died.", "died x-death happened -"},
      {"Police have arrested and charged a man with the murders of two people in 1967.",
       "arrested COERCE happened - Police"},
      {"Anna Berg died in 1967.", "died x-death happened 1967"},
      {"The guard died near 1800 Pitkin Avenue.", "died x-death happened -"},
  };
  for (const auto& [text, want] : cases) expect_line(text, want);
}

TEST(EventDating, WhatIsToComeAndWhatIsDeniedAreToldApart) {
  const std::pair<const char*, const char*> cases[] = {
      {"Berg faces a second trial in April.", "trial x-court planned 2024-04"},
      {"Hall was the first aide to be arrested in the inquiry, in May 2021.", "arrested COERCE happened 2021-05"},
      {"The guard was accused of beating the prisoner, which he denied.", "beating ASSAULT denied - guard"},
      {"Mike Hall was barred by two judges – Ann Reed and Carl Dean – on Monday.",
       "barred x-court happened 2024-03-04 Ann Reed Carl Dean"},
      {"The group spoke of arrests ahead of Peru's elections next month.", "elections x-election planned 2024-04 Peru"},
      {"On Thursday, prosecutors are planning to call Ann Reed.", "call x-testimony planned 2024-03-14 prosecutors"},
      {"Voters are waiting for results after casting their ballots Sunday.",
       "casting x-vote happened 2024-03-03 Voters"},
  };
  for (const auto& [text, want] : cases) expect_line(text, want);
}

TEST(EventDating, ADayByItsNameAloneIsTheNextOfWhatIsToComeAndTheLastOfAHarm) {
  const std::pair<const char*, const char*> cases[] = {
      {"She could make her first court appearance on Monday, officials said.",
       "court appearance x-court conditional 2024-03-11"},
      {"Peru vowed it would retaliate after the Monday killing of Mike Hall.", "killing ASSAULT happened 2024-03-04"},
      {"Peru said its loss comes on top of the jet's disappearance in May.",
       "disappearance x-accident happened 2023-05 jet"},
  };
  for (const auto& [text, want] : cases) expect_line(text, want);
}

// What no frame codes has its day and status too.
TEST(EventDating, TheNewsItselfHasItsDay) {
  const std::pair<const char*, const char*> cases[] = {
      {"The bank revamped its store in Oslo on Monday.", "revamped x-other happened 2024-03-04"},
      {"The board said it would review the design.", "review x-other planned -"},
  };
  for (const auto& [text, want] : cases) expect_line(text, want);
}

}  // namespace
}  // namespace dateline
