// What the parser loses and the event passes find again; what is no event of its own; and whose day it is.
#include <gtest/gtest.h>

#include <algorithm>

#include "dateline/edtf.h"
#include "dateline/engine.h"
#include "dateline/model.h"

namespace dateline {
namespace {

const Engine& engine() {
  static const Engine e = std::move(Engine::load()).value();
  return e;
}

// Each event as "word TYPE status when actor,actor", published on Friday, 8 March 2024.
std::vector<std::string> told(std::string_view text) {
  Capture capture;
  capture.payload = std::string(text);
  capture.given.published = "2024-03-08";
  const Document doc = std::move(engine().analyse_plain(capture)).value();
  std::vector<std::string> out;
  for (const EventMention& e : doc.events) {
    std::string line = std::string(doc.words(e.span)) + " " + std::string(e.type.view()) + " " +
                       std::string(name_of(e.status)) + " " + (e.when.known() ? to_string(e.when) : "-");
    for (uint32_t p = e.participants.begin; p < e.participants.end; ++p) {
      if (doc.participants[p].role == ParticipantRole::actor)
        line += " " + std::string(doc.words(doc.participants[p].span));
    }
    out.push_back(line);
  }
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += "\n  " + line;
  return out;
}

TEST(EventMending, WhatSomebodyIsCalledOrNamedIsNoObject) {
  EXPECT_EQ(joined(told("The king named Ann Lee prime minister on Friday.")),
            joined({"named x-appointment happened 2024-03-08 king"}));
  EXPECT_EQ(joined(told("Gunmen shot dead a priest Wednesday while he shopped for food.")),
            joined({"shot ASSAULT happened 2024-03-06 Gunmen"}));
  for (const char* text : {"The mayor, calling Jane Cole a \"hero,\" spoke for an hour.",
                           "Jane Cole called the workers \"heroes\" on Sunday."}) {
    for (const std::string& line : told(text)) EXPECT_EQ(line.find("CONSULT"), std::string::npos) << line;
  }
}

TEST(EventMending, WhoComesForItDoesIt) {
  const std::pair<const char*, const char*> cases[] = {
      {"Thousands gathered in Cairo on Wednesday to protest the law.", "protest PROTEST happened 2024-03-06 Thousands"},
      {"Officials took out full-page ads Wednesday to apologize for mistakes.",
       "apologize CONCEDE happened 2024-03-06 Officials"},
      {"Workers will gather on Friday to protest the law.", "protest PROTEST planned 2024-03-08 Workers"},
  };
  for (const auto& [text, want] : cases) EXPECT_EQ(joined(told(text)), joined({want})) << text;
}

TEST(EventMending, WhoRebuffsAClaimDeniesIt) {
  const std::pair<const char*, const char*> cases[] = {
      {"Norway rebuffed claims that it shot down the jet.", "shot ASSAULT denied -"},
      {"Norway rejected suggestions that rebels shot down the jet.", "shot ASSAULT denied - rebels"},
      {"The minister had intelligence indicating that rebels shot down the jet.", "shot ASSAULT claimed - rebels"},
  };
  for (const auto& [text, want] : cases) {
    const std::vector<std::string> lines = told(text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
  }
}

TEST(EventMending, AVerbIsToldWithItsParticle) {
  const std::pair<const char*, const char*> cases[] = {
      {"Norway denied that a missile brought down the jet.", "brought ASSAULT denied -"},
      {"The airliner went down on Wednesday with 66 people on board.", "went x-accident happened 2024-03-06 airliner"},
      {"Portugal called off the air search on Sunday.", "called x-rescue happened 2024-03-03 Portugal"},
      {"Police deny shooting marchers.", "shooting ASSAULT denied - Police"},
      {"Norway denies downing plane.", "downing ASSAULT denied - Norway"},
      {"Mystery still shrouds Malaysia Airlines Flight 370, which disappeared on March 3 with 239 people aboard.",
       "disappeared x-accident happened 2024-03-03 Malaysia Airlines"},
      {"The airline cancelled flights after a jet crashed near Oslo on Wednesday.",
       "crashed x-accident happened 2024-03-06 jet"},
  };
  for (const auto& [text, want] : cases) {
    const std::vector<std::string> lines = told(text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
  }
}

TEST(EventMending, LostSubjectsActAgain) {
  const std::pair<const char*, const char*> cases[] = {
      {"Anna Berg, a Liberal from Oslo, railed against the ruling.", "railed ACCUSE happened - Anna Berg"},
      {"In contrast, Senator Anna Berg, a Liberal from Oslo, railed against the ruling.",
       "railed ACCUSE happened - Anna Berg"},
      {"U.S. District Court Judge Anna Berg ruled Wednesday that the state had a strong case.",
       "ruled x-court happened 2024-03-06 Anna Berg"},
      {"The new order Mr. Berg signed at the town hall Monday now covers six towns.",
       "signed x-decision happened 2024-03-04 Berg"},
      {"The plan was put on hold by federal district Judge Anna L. Berg of Seattle, who issued a nationwide "
       "restraining order on Feb. 3.",
       "issued x-court happened 2024-02-03 Anna L. Berg"},
      {"The mayor’s plan suffered a setback on Thursday after a panel of three judges upheld an injunction.",
       "upheld x-court happened - panel"},
  };
  for (const auto& [text, want] : cases) {
    const std::vector<std::string> lines = told(text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
  }
}

TEST(EventMending, AClauseWithoutThatHasItsSubject) {
  const std::pair<const char*, const char*> cases[] = {
      {"Norway denied its troops crossed the border.", "crossed x-travel denied - troops"},
      {"The shelling began on Friday, after Peru suspected a soldier had been captured by rebels.",
       "captured ASSAULT claimed - rebels"},
      {"Shares fell after former banker Mike Hall resigned on Thursday.",
       "resigned RETREAT happened 2024-03-07 Mike Hall"},
      {"Officials on Monday admitted accidentally shooting it down in the face of evidence.",
       "admitted CONCEDE happened 2024-03-04 Officials"},
  };
  for (const auto& [text, want] : cases) {
    const std::vector<std::string> lines = told(text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
  }
}

TEST(EventMending, WhatIsOnlySpokenOfIsOfAnotherDay) {
  const std::pair<const char*, const char*> cases[] = {
      {"The minister met rescuers on Friday and obtained data about the crash.", "crash x-accident happened -"},
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
  for (const auto& [text, want] : cases) {
    const std::vector<std::string> lines = told(text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
  }
}

TEST(EventMending, WhatHangsOnAConditionAndWhatWasUsed) {
  const std::pair<const char*, const char*> cases[] = {
      {"The firm said it would withdraw its offer if Norham sold the mine.", "withdraw RETREAT conditional - firm"},
      {"A balloon was used to raise the wreck.", "raise x-rescue happened - balloon"},
      {"Peru raised concerns about arrests ahead of Chile's elections this month.",
       "elections x-election planned 2024-03 Chile"},
  };
  for (const auto& [text, want] : cases) {
    const std::vector<std::string> lines = told(text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
  }
}

TEST(EventMending, WhatIsBelievedIsClaimed) {
  const std::pair<const char*, const char*> cases[] = {
      {"It is likely that the plane was shot down by rebels.", "shot ASSAULT claimed - rebels"},
      {"The jet appeared to have been hit by a missile.", "hit ASSAULT claimed -"},
      {"He predicted that commercial flights would begin in 2027.", "commercial flights x-launch planned 2027"},
  };
  for (const auto& [text, want] : cases) {
    const std::vector<std::string> lines = told(text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
  }
}

TEST(EventMending, WhoActsIsToldInFull) {
  const std::pair<const char*, const char*> cases[] = {
      {"San Diego-headquartered Boeing made its $38 billion bid in October 2016 for Oakland.",
       "bid x-economy happened 2016-10 Boeing"},
      {"Dutch-led forces attacked the town.", "attacked ASSAULT happened - Dutch-led forces"},
      {"President Mike Hall assured the Dutch government in a telephone call that it was over.",
       "telephone call CONSULT happened - Mike Hall Dutch government"},
  };
  for (const auto& [text, want] : cases) {
    const std::vector<std::string> lines = told(text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
  }
}

TEST(EventMending, AShipIsNoObjectOfItsName) {
  const std::vector<std::string> lines = told("Twelve people drowned on Tuesday when the ferry Amani capsized.");
  EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const std::string& l) {
    return l.starts_with("capsized x-acc");
  })) << joined(lines);
}

TEST(EventMending, EachDayGoesToItsOwnAct) {
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
  for (const auto& [text, want] : cases) {
    const std::vector<std::string> lines = told(text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
  }
}

TEST(EventMending, AYearToldBesideAnActIsNotItsOwn) {
  const std::pair<const char*, const char*> cases[] = {
      {"Anna Berg, the 1950s singer who filled the halls of Oslo, has died.", "died x-death happened -"},
      {"Anna Berg, whose songs delighted Norwegians in the 1950s, has died.", "died x-death happened -"},
      {"It was the first accident on board a tram since 1959, when two women died.", "died x-death happened -"},
      {"Police have arrested and charged a man with the murders of two people in 1967.",
       "arrested COERCE happened - Police"},
      {"Anna Berg died in 1967.", "died x-death happened 1967"},
      {"The guard died near 1800 Pitkin Avenue.", "died x-death happened -"},
  };
  for (const auto& [text, want] : cases) {
    const std::vector<std::string> lines = told(text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
  }
}

TEST(EventMending, WhatIsToComeAndWhatIsDeniedAreToldApart) {
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
  for (const auto& [text, want] : cases) {
    const std::vector<std::string> lines = told(text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
  }
}

// The headline's act is of the day on which the lede has it announced.
TEST(EventMending, AHeadlineTakesTheDayOfItsAnnouncement) {
  const std::vector<std::string> lines = told(
      "Berg withdraws from trade deal\n\nOslo (CNN) President Anna Berg announced Tuesday she is quitting the trade "
      "deal, "
      "pitting her against her allies.\n");
  EXPECT_NE(std::find(lines.begin(), lines.end(), "withdraws SANCTION happened 2024-03-05 Berg"), lines.end())
      << joined(lines);
}

TEST(EventMending, LeavingADealAndCallingAMan) {
  const std::pair<const char*, const char*> cases[] = {
      {"Anna Berg called Mike Hall on Tuesday to discuss the storm.",
       "called CONSULT happened 2024-03-05 Anna Berg Mike Hall"},
      {"But Anna Berg did not call Mike Hall until well after her speech.",
       "call CONSULT happened - Anna Berg Mike Hall"},
      {"The United States withdrew from the nuclear deal on Tuesday.",
       "withdrew SANCTION happened 2024-03-05 United States"},
      {"On Tuesday, the council adopted a statement calling for a truce in Chad.",
       "calling REQUEST happened 2024-03-05 council"},
      {"The general briefed reporters. Many Democrats agree with Mike Hall.", "agree SUPPORT happened - Democrats"},
  };
  for (const auto& [text, want] : cases) {
    const std::vector<std::string> lines = told(text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), want), lines.end()) << text << joined(lines);
  }
}

// A ban, a deal, a verdict that stands already: what is done with it is the event.
TEST(EventMending, WhatStandsAlreadyIsNoEvent) {
  const auto has = [](const std::vector<std::string>& lines, std::string_view word) {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& l) { return l.starts_with(word); });
  };
  const std::pair<const char*, const char*> none[] = {
      {"The minister's ban faces stiff opposition in the courts.", "ban"},
      {"Critics of the mayor's deal with the bank marched on Friday.", "deal"},
      {"The judge's ruling was also scathing in parts.", "ruling"},
      {"The town voted for the bridge. The governor, Anna Berg, agreed: “This is a victory for the town.”", "agreed"},
  };
  for (const auto& [text, word] : none) EXPECT_FALSE(has(told(text), word)) << text << joined(told(text));
  const std::pair<const char*, const char*> some[] = {
      {"The government imposed a ban on the party.", "ban"},
      {"The deal between Peru and Chile collapsed on Monday.", "deal"},
      {"The governor agreed to share power with the council.", "agreed"},
  };
  for (const auto& [text, word] : some) EXPECT_TRUE(has(told(text), word)) << text << joined(told(text));
}

TEST(EventMending, WhatAReducedClauseTellsIsDone) {
  const std::vector<std::string> lines = told("The town fell under the order signed by the governor on Feb. 27.");
  EXPECT_NE(std::find(lines.begin(), lines.end(), "signed x-decision happened 2024-02-27 governor"), lines.end())
      << joined(lines);
  const std::vector<std::string> asked =
      told("The group asked Anna Berg, the judge who issued the injunction, to act.");
  EXPECT_TRUE(std::any_of(asked.begin(), asked.end(), [](const std::string& l) {
    return l.starts_with("issued x-court happened");
  })) << joined(asked);
  const std::vector<std::string> never = told("There is no evidence that the militia attacked the village.");
  EXPECT_TRUE(std::any_of(never.begin(), never.end(), [](const std::string& l) {
    return l.starts_with("attacked ASSAULT denied");
  })) << joined(never);
}

}  // namespace
}  // namespace dateline
