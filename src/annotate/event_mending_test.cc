// What the parser loses and the event passes find again; what is no event of its own; and whose day it is.
#include <gtest/gtest.h>

#include "annotate/event_test_lines.h"

namespace dateline {
namespace {

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

TEST(EventMending, WhoIsNamedOfThoseWhoAreNotTakesPart) {
  EXPECT_EQ(joined(told("Ann Lee met on Wednesday with party leaders, including Dan Cole and Mary Berg.")),
            joined({"met CONSULT happened 2024-03-06 Ann Lee party leaders Dan Cole Mary Berg"}));
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
  for (const auto& [text, want] : cases) expect_line(text, want);
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
  for (const auto& [text, want] : cases) expect_line(text, want);
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
  for (const auto& [text, want] : cases) expect_line(text, want);
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
  for (const auto& [text, want] : cases) expect_line(text, want);
}

TEST(EventMending, WhoActsIsToldInFull) {
  const std::pair<const char*, const char*> cases[] = {
      {"San Diego-headquartered Boeing made its $38 billion bid in October 2016 for Oakland.",
       "bid x-economy happened 2016-10 Boeing"},
      {"Dutch-led forces attacked the town.", "attacked ASSAULT happened - Dutch-led forces"},
      {"President Mike Hall assured the Dutch government in a telephone call that it was over.",
       "telephone call CONSULT happened - Mike Hall Dutch government"},
  };
  for (const auto& [text, want] : cases) expect_line(text, want);
}

TEST(EventMending, AShipIsNoObjectOfItsName) {
  const std::vector<std::string> lines = told("Twelve people drowned on Tuesday when the ferry Amani capsized.");
  EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const std::string& l) {
    return l.starts_with("capsized x-acc");
  })) << joined(lines);
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
  for (const auto& [text, want] : cases) expect_line(text, want);
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
